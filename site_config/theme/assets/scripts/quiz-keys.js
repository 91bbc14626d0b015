/*
 * What practice and exam share: switches, the note that nothing is kept, and keys: numbers choose, Enter goes on.
 * Whoever speaks to the device can switch the keys off.
 */

import { element } from "./quiz-dom.js";
import { HEARD, tell } from "./saying.js";
import { isComposing } from "./typing.js";

/** @typedef {import("./quiz-store.js").Store} Store */

/**
 * A switch that stays as somebody left it.
 * @param {Store} store
 * @param {string} name
 * @param {string} label
 * @param {"on" | "off"} first until somebody touches it
 * @returns {{row: HTMLElement, input: HTMLInputElement}}
 */
export function setting(store, name, label, first) {
  const input = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox" }));
  input.checked = (store.choice(name) || first) === "on";
  input.addEventListener("change", () => store.choose(name, input.checked ? "on" : "off"));
  return { row: element("label", { class: "p-choice" }, input, element("span", {}, label)), input };
}

/** @param {Store} store @returns {HTMLElement} says so where the browser keeps nothing of what is done */
export function kept(store) {
  const note = element("p", { class: "p-player__said", role: "status" });
  const telling = () => tell(note, store.note);
  store.onChange(telling);
  setTimeout(telling, HEARD); // when the note stands in the page
  return note;
}

/**
 * @param {HTMLInputElement} on the switch
 * @param {(place: number) => boolean} choose the option at this place; says whether there is one
 * @param {() => void} enter
 */
export function mindKeys(on, choose, enter) {
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    // A key that is held down is one key.
    if (!on.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (target.closest("select, textarea, input:not([type=radio]):not([type=checkbox])")) return;
    if (/^[1-8]$/.test(event.key)) {
      if (choose(Number(event.key) - 1)) event.preventDefault();
    } else if (event.key === "Enter" && !target.closest("a, button, details")) {
      event.preventDefault();
      enter();
    }
  });
}
