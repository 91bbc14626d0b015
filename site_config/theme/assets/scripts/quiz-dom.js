/* Elements of the quiz player, built piece by piece: text from the bank is always text, never markup. */

/** The site's root; every page and file is reached from here. */
export const SITE = new URL("../../", import.meta.url);

/**
 * @param {string} tag
 * @param {Record<string, string | boolean>} attributes `true` sets one without a value, `false` none
 * @param {...(Node | string)} inside
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...inside);
  return made;
}

/**
 * @param {string} text
 * @param {() => void} action
 * @param {Record<string, string | boolean>} attributes
 * @returns {HTMLButtonElement}
 */
export function button(text, action, attributes = {}) {
  const made = element("button", { type: "button", class: "p-button p-button--quiet", ...attributes }, text);
  made.addEventListener("click", action);
  return /** @type {HTMLButtonElement} */ (made);
}

/** @param {string} text @param {string} address below the site's root */
export function link(text, address) {
  return element("a", { href: new URL(address, SITE).href }, text);
}

const TITLE = document.title;

/** What the page shows now stands before its title, in the tab and first of all that is read out. @param {string} words */
export function titled(words) {
  document.title = words ? `${words} - ${TITLE}` : TITLE;
}

/** A sign for the eye and words for all. @param {string} sign `✓` @param {string} words @returns {(Node | string)[]} */
export function signed(sign, words) {
  return [element("span", { "aria-hidden": "true" }, `${sign} `), words];
}

/** @param {Element} place @param {...(Node | string)} inside what stands there from now on */
export function fill(place, ...inside) {
  place.textContent = "";
  place.append(...inside);
}

const SETTLES = 400; // milliseconds
/** @type {number | undefined} */
let settling;

/**
 * Something new is shown. A second tap that comes so soon was meant for what stood there before, and hits nothing;
 * keys and screen readers are not held up.
 */
export function settle() {
  const { classList } = document.documentElement;
  classList.add("is-settling");
  requestAnimationFrame(() => { // the moment begins when it can be seen
    clearTimeout(settling);
    settling = window.setTimeout(() => classList.remove("is-settling"), SETTLES);
  });
}

/** Move the reader's place to an element that is no control. @param {HTMLElement} place @param {boolean} still whether the page stays where it is */
export function goTo(place, still = false) {
  place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: still });
  settle();
}

/** @param {string} path below the site's root @param {boolean} optional null is an answer, too @returns {Promise<any>} */
export async function fetched(path, optional = false) {
  const answer = await fetch(new URL(path, SITE).href);
  if (optional && answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** What the site has today, asked past every cache: an old page may name what is gone. @returns {Promise<{version: string, bank: string}>} */
export async function present() {
  return (await fetch(new URL("quiz/papers.json", SITE).href, { cache: "no-cache" })).json();
}
