/*
 * What a page says after a tap: beside what was tapped, in the flow of the page, so that it covers nothing, and read
 * out once. The places stand in the page, empty, before anything is said; a screen reader hears only those.
 */

const SAID_FOR = 8000; // milliseconds a notice stays
/** Milliseconds until a new place is known to screen readers. */
export const HEARD = 150;

/**
 * Say it in a live region; what is said already is not said again.
 * @param {Element} region with role="status" or aria-live="polite"
 * @param {string} text
 */
export function tell(region, text) {
  if (region.textContent !== text) region.textContent = text;
}

/**
 * @param {HTMLElement} near what was tapped
 * @returns {[HTMLElement, boolean]} the region beside it, and whether it was made just now
 */
function place(near) {
  const around = near.closest("[data-says]");
  const next = (around || near.closest("p") || near).nextElementSibling;
  const there = around ? around.querySelector(".p-said") : next && next.matches(".p-said") ? next : null;
  if (there) return [/** @type {HTMLElement} */ (there), false];
  const made = document.createElement("p");
  made.className = "p-said";
  made.setAttribute("aria-live", "polite");
  made.setAttribute("aria-atomic", "true");
  (near.closest("p") || near).after(made);
  return [made, true];
}

/**
 * A notice for eight seconds. Its place keeps its height afterwards: nothing jumps under somebody who is reading.
 * @param {HTMLElement} near what was tapped; a parent with data-says holds the region, else one is made
 * @param {string} text
 */
export function say(near, text) {
  const [region, fresh] = place(near);
  if (fresh) setTimeout(() => tell(region, text), HEARD);
  else tell(region, text);
  setTimeout(() => {
    if (region.textContent !== text) return;
    region.style.minHeight = `${region.offsetHeight}px`;
    region.textContent = "";
  }, SAID_FOR);
}
