/*
 * An exam while it is being sat: one question at a time, the clock, the sheet of all questions, and what is still
 * open before it is handed in. Every answer is kept at once; nothing is handed in by choosing.
 */

import { button, element, fill, goTo, signed } from "./quiz-dom.js";
import { kept, mindKeys, setting } from "./quiz-keys.js";
import { QuestionView, optionsOf } from "./quiz-question.js";
import { leftOutWords } from "./quiz-result.js";

/** @typedef {import("./quiz-store.js").Exam} Exam */
/** @typedef {import("./quiz-paper.js").Item} Item */

const WARNED = [300, 60]; // seconds left that are said aloud

export class Sitting {
  /**
   * @param {HTMLElement} place
   * @param {import("./quiz-store.js").Store} store
   * @param {import("./quiz-paper.js").Paper} paper
   * @param {Item[]} items
   * @param {Exam} exam
   * @param {(exam: Exam, late: boolean) => void} handIn
   */
  constructor(place, store, paper, items, exam, handIn) {
    Object.assign(this, { place, store, paper, items, exam, handIn });
    /** @type {QuestionView | null} null while handing in */
    this.view = null;
  }

  /** @this {Started<Sitting>} */
  start() {
    const keys = setting(this.store, "keys", "数字键选选项，回车到下一题");
    const { leftOut, blueprint } = this.paper;
    const about = [this.exam.mock ? "" : `卷号${this.exam.code}`, leftOut ? leftOutWords(leftOut) : ""].filter(Boolean);
    /** @type {HTMLElement} */
    this.head = element("span", {});
    /** @type {HTMLElement} */
    this.clock = element("span", { class: "p-clock", role: "timer" });
    /** @type {HTMLElement} */
    this.said = element("p", { class: "p-player__said", role: "status" });
    /** @type {HTMLElement} */
    this.stage = element("div", {});
    /** @type {HTMLElement} */
    this.counted = element("summary", {});
    /** @type {HTMLElement} */
    this.sheet = element("ol", { class: "p-quizgrid" });
    fill(this.place, element("h2", {}, blueprint.title), element("p", { class: "p-about" }, about.join("。")),
      element("p", { class: "p-player__at" }, this.head, this.clock), this.said, kept(this.store), this.stage,
      element("details", { class: "p-player__settings" }, this.counted, this.sheet),
      element("details", { class: "p-player__settings" }, element("summary", {}, "设置"), keys.row));
    this.place.classList.add("is-choosing");
    mindKeys(keys.input, (at) => Boolean(this.view && this.view.choose(at)), () => { if (this.view) this.step(1); });
    this.show(Math.min(this.exam.at, this.items.length - 1));
    this.timer = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  /** @this {Started<Sitting>} */
  tick() {
    const left = Math.ceil((this.exam.deadline - Date.now()) / 1000);
    const clock = `剩余${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    this.clock.textContent = this.exam.deadline ? clock : "不限时";
    if (!this.exam.deadline) return;
    this.clock.classList.toggle("is-short", left < WARNED[0]);
    if (WARNED.includes(left)) this.said.textContent = `还剩${left / 60}分钟。`;
    if (left <= 0) this.end(true);
  }

  /** @this {Started<Sitting>} @param {boolean} late */
  end(late) {
    clearInterval(this.timer);
    this.view = null;
    this.handIn(this.exam, late);
  }

  /** Where another tab has ended this exam, its result is shown. @param {(exam: Exam) => void} change @this {Started<Sitting>} */
  keep(change) {
    const exam = this.store.exam.change(this.exam.started, change);
    if (exam) this.exam = exam;
    else location.reload();
    this.drawSheet();
  }

  /** @this {Started<Sitting>} @param {number} at @param {boolean} moved whether the reader's place goes along */
  show(at, moved = false) {
    const item = this.items[at];
    const view = new QuestionView(item, optionsOf(item, this.exam.code), `${at + 1}. `);
    [this.at, this.view, this.said.textContent] = [at, view, ""];
    view.chosen = this.exam.answers[item.key] || [];
    view.root.addEventListener("change", () => this.keep((exam) => {
      if (view.chosen.length) exam.answers[item.key] = view.chosen;
      else delete exam.answers[item.key];
    }));
    const last = at + 1 === this.items.length;
    fill(this.stage, view.root, element("div", { class: "p-player__actions" },
      button(last ? "做完了，去交卷" : "下一题", () => this.step(1), { class: "p-button" }),
      button("上一题", () => this.step(-1), { disabled: !at }), this.later(item),
      ...(last ? [] : [button("交卷", () => this.review())])));
    this.head.textContent = `第${at + 1}题，共${this.items.length}题，本题${item.marks}分`;
    this.keep((exam) => { exam.at = at; });
    if (moved) goTo(view.root);
  }

  /** Marks the question to be looked at again. @param {Item} item @this {Started<Sitting>} */
  later(item) {
    const made = button("", () => {
      this.keep((exam) => {
        const others = exam.marked.filter((key) => key !== item.key);
        exam.marked = others.length < exam.marked.length ? others : [...others, item.key];
      });
      name();
    });
    const name = () => {
      const marked = this.isMarked(item);
      fill(made, ...signed(marked ? "★" : "☆", "标记，过后再看"));
      made.setAttribute("aria-pressed", String(marked));
    };
    name();
    return made;
  }

  /** @this {Started<Sitting>} @param {number} by */
  step(by) {
    if (this.at + by >= this.items.length) this.review();
    else this.show(this.at + by, true);
  }

  /** @this {Started<Sitting>} @param {Item} item */
  isAnswered(item) {
    return item.key in this.exam.answers;
  }

  /** @this {Started<Sitting>} @param {Item} item */
  isMarked(item) {
    return this.exam.marked.includes(item.key);
  }

  /** @this {Started<Sitting>} */
  drawSheet() {
    const done = this.items.filter((item) => this.isAnswered(item)).length;
    this.counted.textContent = `答题卡（已答${done}题，共${this.items.length}题）`;
    fill(this.sheet, ...this.items.map((item) => this.cell(item)));
  }

  /** A question's place on the sheet. @param {Item} item @this {Started<Sitting>} */
  cell(item) {
    const at = this.items.indexOf(item);
    const [answered, marked] = [this.isAnswered(item), this.isMarked(item)];
    const words = `第${at + 1}题，${answered ? "已答" : "没答"}${marked ? "，已标记" : ""}`;
    const looks = [answered ? "is-answered" : "", marked ? "is-later" : ""].join(" ");
    const made = button(String(at + 1), () => this.show(at, true), { class: looks, "aria-label": words });
    if (at === this.at && this.view) made.setAttribute("aria-current", "true");
    return element("li", {}, made);
  }

  /** Before handing in: what is not answered, what was marked. @this {Started<Sitting>} */
  review() {
    this.view = null;
    const missing = this.items.filter((item) => !this.isAnswered(item));
    const marked = this.items.filter((item) => this.isMarked(item));
    /** @param {string} words @param {Item[]} items @returns {HTMLElement[]} */
    const list = (words, items) => (items.length
      ? [element("p", {}, words), element("ol", { class: "p-quizgrid" }, ...items.map((item) => this.cell(item)))] : []);
    const panel = element("section", { class: "p-verdict", "aria-label": "交卷之前" },
      element("p", { class: missing.length ? "is-wrong" : "is-right" }, missing.length ? `还有${missing.length}题没答` : "每道题都答了"),
      ...list("点题号去答：", missing), ...list("标记过的：", marked), element("div", { class: "p-player__actions" },
        button("确定交卷", () => this.end(false), { class: "p-button" }), button("接着做", () => this.show(this.at, true))));
    fill(this.stage, panel);
    this.drawSheet();
    goTo(panel);
  }
}
