/*
 * Where a question stands, in practice and in exams: the question itself, and at the foot of the window a bar with
 * what can be done next and what is said meanwhile, within reach of a thumb however long the question is.
 */

import { element, fill, goTo } from "./quiz-dom.js";
import { quiet } from "./quiz-aloud.js";
import { tell } from "./saying.js";

export class Stage {
  constructor() {
    this.place = element("div", {});
    this.said = element("p", { class: "p-player__said", role: "status" });
    this.tools = element("div", { class: "p-bar__tools", role: "group", "aria-label": "答题" });
    this.bar = element("div", { class: "p-bar" }, this.said, this.tools);
  }

  /** @param {(Node | string)[]} inside @param {Node[]} tools without any there is no bar */
  show(inside, tools) {
    quiet();
    tell(this.said, "");
    this.bar.hidden = !tools.length;
    document.documentElement.classList.toggle("has-bar", tools.length > 0);
    fill(this.place, ...inside);
    fill(this.tools, ...tools);
  }

  /**
   * The reader's place and the top of the window, at every size of text.
   * @param {HTMLElement} place what is read out
   * @param {HTMLElement} top what stands at the top from now on
   */
  lead(place, top = place) {
    goTo(place, true);
    top.scrollIntoView();
  }

  /** Whether all of it is seen above the bar. @param {HTMLElement} place */
  shows(place) {
    return place.getBoundingClientRect().bottom <= this.bar.getBoundingClientRect().top;
  }

  /** There is nothing to answer any more. */
  leave() {
    this.show([], []);
    this.bar.remove();
  }
}
