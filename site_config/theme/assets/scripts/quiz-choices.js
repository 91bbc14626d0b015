/*
 * What somebody chose once (岗位, 业态, sort of paper, time) is chosen already in every other form of the quiz. The forms
 * stay plain ones: what is kept comes from their fields, or from the address that such a form has led to.
 */

import { open } from "./quiz-store.js";

const AUDIENCE = ["post", "business"];
const KEPT = [...AUDIENCE, "blueprint", "time"];
const store = open();
const asked = new URL(location.href).searchParams;

/** @param {string} name @param {string} value another post is another paper */
function keep(name, value) {
  if ((store.choice(name) || "") === value) return;
  store.choose(name, value || null);
  if (AUDIENCE.includes(name)) store.choose("blueprint", null);
}

/** @param {HTMLSelectElement | RadioNodeList} field @param {string} value @returns {boolean} whether it has such an option */
function set(field, value) {
  const before = field.value;
  field.value = value;
  if (field.value === value) return true;
  field.value = before;
  return false;
}

/** @param {HTMLFormElement} form @returns {string} the first paper that is for most of what was chosen, if any is */
function fitting(form) {
  const chosen = AUDIENCE.map((name) => store.choice(name));
  let [best, most] = ["", 0];
  for (const paper of form.querySelectorAll("input[data-for]")) {
    const { dataset, value } = /** @type {HTMLInputElement} */ (paper);
    const fits = chosen.filter((one) => one && (dataset.for || "").split(" ").includes(one)).length;
    if (fits > most) [best, most] = [value, fits];
  }
  return best;
}

for (const form of document.querySelectorAll("form")) {
  for (const name of KEPT) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLSelectElement || field instanceof RadioNodeList)) continue;
    const wanted = asked.get(name);
    if (wanted !== null && set(field, wanted)) keep(name, wanted);
    const wish = store.choice(name) || (name === "blueprint" ? fitting(form) : "");
    if (wish) set(field, wish);
  }
  form.addEventListener("change", ({ target }) => {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    if (KEPT.includes(name)) keep(name, value);
  });
}
