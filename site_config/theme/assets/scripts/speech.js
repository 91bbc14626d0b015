/* Reading a page aloud with the browser's own voice, block by block, in Chinese. */

const BLOCKS = "h1, h2, h3, p, li, dt, dd, figcaption";
const LEFT_OUT = "nav, .p-dateline, .p-tools, .p-related, details, [hidden], form, .p-crumbs, svg, table";
const LABELS = { start: "朗读", stop: "停止朗读" };

/** @type {HTMLElement | null} */
let speaking = null;

/**
 * Start reading `place`, or stop when it is being read.
 * @param {HTMLElement} button
 * @param {HTMLElement} place
 */
export function toggle(button, place) {
  speechSynthesis.cancel();
  if (speaking) return finish(button);
  const texts = blocks(place);
  speaking = button;
  button.textContent = LABELS.stop;
  button.setAttribute("aria-pressed", "true");
  texts.forEach((text, index) => {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = "zh-CN";
    spoken.rate = 0.9;
    if (index === texts.length - 1) spoken.onend = () => finish(button);
    speechSynthesis.speak(spoken);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel(), { once: true });
}

/** @param {HTMLElement} button */
function finish(button) {
  speaking = null;
  button.textContent = LABELS.start;
  button.removeAttribute("aria-pressed");
}

/**
 * The texts to read, in the order of the page; a block inside another is read with it.
 * @param {HTMLElement} place
 * @returns {string[]}
 */
export function blocks(place) {
  return [...place.querySelectorAll(BLOCKS)]
    /* @ts-expect-error: all of them stand inside something */
    .filter((one) => !one.closest(LEFT_OUT) && !one.parentElement.closest("p, li, dt, dd, figcaption"))
    .filter((one) => /** @type {HTMLElement} */ (one).getClientRects().length)
    .map((one) => one.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}
