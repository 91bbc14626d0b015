/* 读题: the device's own voice reads a question, its stem and then its options. Silent where there is no voice. */

import { button } from "./quiz-dom.js";

/** @type {any} the module that speaks, as soon as a finger comes near */
let speech = null;

/** @returns {Promise<any>} */
const load = () => import("./speech.js").then((module) => { speech = module; return module; });

/** @param {() => HTMLElement} question what is read: the one that is shown @returns {HTMLButtonElement} */
export function aloud(question) {
  const made = button("读题", () => {
    const read = () => speech.toggle(made, question());
    // Phones let a page speak right after a tap only, so it is fetched before.
    if (speech) read();
    else load().then(read).catch(() => {});
  }, { class: "p-button p-button--quiet p-needs-speech" });
  for (const kind of ["pointerenter", "touchstart", "focus"]) {
    made.addEventListener(kind, () => { load().catch(() => {}); }, { passive: true, once: true });
  }
  return made;
}

/** What was being read is not there any more. */
export function quiet() {
  if (speech) speech.stop();
}
