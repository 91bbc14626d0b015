/* <quiz-history>: the exams that were sat on this device, the newest first, each with its address. */

import { element, fill, link, signed } from "./quiz-dom.js";
import { open } from "./quiz-store.js";
import { spent, when } from "./quiz-times.js";

/** @typedef {import("./quiz-sat.js").Summary} Summary */

class QuizHistory extends HTMLElement {
  connectedCallback() {
    const store = open();
    const empty = [...this.childNodes];
    const draw = () => {
      const exams = store.sat.list();
      fill(this, ...(exams.length ? [element("ol", { class: "p-history" },
        ...exams.map((one) => entry(one, store.sat.of(one.id) !== null)))] : empty));
    };
    draw();
    store.onChange(draw);
  }
}

/** @param {Summary} exam @param {boolean} whole whether its questions are still kept */
function entry({ id, title, mock, code, score, passed, ended, used, spot }, whole) {
  const words = `${title}，${score}分`;
  const [sign, verdict] = passed ? ["✓", "合格"] : ["✗", "不合格"];
  const facts = [when(ended), used === null ? "" : `用时${spent(used)}`, mock ? "模拟考试" : `卷号${code}`,
    spot ? `抽查考核，编号${spot}，点开看回执` : "", whole ? "" : "只留了成绩，题目不能再看"];
  return element("li", {}, element("p", {}, whole ? link(words, `quiz/exam/?sat=${id}`) : element("span", {}, words),
    element("span", { class: passed ? "is-right" : "is-wrong" }, ...signed(sign, verdict))),
    element("p", { class: "p-about" }, facts.filter(Boolean).join("，")));
}

customElements.define("quiz-history", QuizHistory);
