/*
 * An exam while it is being sat: one question at a time, the clock, the sheet of all questions, and what is still
 * open before it is handed in. Every answer is kept at once; nothing is handed in by choosing.
 */

import { aloud } from "./quiz-aloud.js";
import { Clock } from "./quiz-clock.js";
import { button, element, fill, signed } from "./quiz-dom.js";
import { kept, mindKeys, setting } from "./quiz-keys.js";
import { RULES } from "./quiz-marking.js";
import { QuestionView, optionsOf } from "./quiz-question.js";
import { leftOutWords } from "./quiz-result.js";
import { spotWords } from "./quiz-spot.js";
import { Stage } from "./quiz-stage.js";
import { tell } from "./saying.js";

/** @typedef {import("./quiz-running.js").Exam} Exam */
/** @typedef {import("./quiz-paper.js").Item} Item */

const WARNED = [300, 60]; // seconds left that are said aloud
const SAID_FOR = 60; // seconds in which that is still true
const CLEARED = "这台设备的记录被清空了。这场考试没有丢，接着做就行。";
const BEAT = 5; // seconds after which the clock is stored

export class Sitting {
  /**
   * @param {HTMLElement} place
   * @param {import("./quiz-store.js").Store} store
   * @param {Exam & {paper: import("./quiz-running.js").WholePaper}} exam
   * @param {(exam: Exam, late: boolean) => void} handIn
   * @param {(exam: Exam) => void} back somebody comes back after a while, or the exam is over in another tab
   */
  constructor(place, store, exam, handIn, back) {
    this.place = place;
    this.store = store;
    /** @type {Exam} */
    this.exam = exam;
    this.paper = exam.paper;
    this.items = exam.paper.items;
    this.handIn = handIn;
    this.back = back;
    /** @type {QuestionView | null} null while handing in */
    this.view = null;
    /** @type {number} which question is shown */
    this.at = exam.at;
    /** @type {number} seconds, at the last tick */
    this.left = Infinity;
  }

  /** @this {Started<Sitting>} */
  start() {
    const keys = setting(this.store, "keys", "数字键选选项，回车到下一题", "on");
    const { leftOut, blueprint } = this.paper;
    const { spot } = this.exam;
    const about = [spot ? spotWords(spot) : "", this.exam.mock ? "" : `卷号${this.exam.code}`, `计分：${RULES[blueprint.marking]}`, leftOut ? leftOutWords(leftOut) : ""].filter(Boolean);
    /** @type {HTMLElement} */
    this.head = element("span", {});
    /** @type {HTMLElement} */
    this.face = element("span", { class: "p-clock", role: "timer" });
    this.clock = new Clock(this.exam.used, () => this.tick(), (late) => this.cameBack(late));
    this.leaving = () => this.beat();
    this.stage = new Stage();
    this.top = element("p", { class: "p-player__at" }, this.head, this.face);
    fill(this.place, element("h2", {}, blueprint.title), element("p", { class: "p-about" }, about.join("。")), this.top,
      kept(this.store), this.stage.place,
      element("details", { class: "p-player__settings" }, element("summary", {}, "设置"), keys.row), this.stage.bar);
    this.place.classList.add("is-choosing");
    mindKeys(keys.input, (at) => Boolean(this.view && this.view.choose(at)), () => { if (this.view) this.step(1); });
    this.show(Math.min(this.exam.at, this.items.length - 1));
    this.clock.start();
    addEventListener("pagehide", this.leaving);
    document.addEventListener("visibilitychange", this.leaving);
    this.left = this.seconds();
    this.tick();
  }

  /** @this {Started<Sitting>} @returns {number} left; endless where there is no limit */
  seconds() {
    return this.exam.limit ? Math.ceil((this.exam.limit - this.clock.used) / 1000) : Infinity;
  }

  /** @this {Started<Sitting>} */
  tick() {
    const left = this.seconds();
    const before = this.left;
    this.left = left;
    this.face.textContent = this.exam.limit ? `剩余${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "不限时";
    this.face.classList.toggle("is-short", left < WARNED[0]);
    // Ticks may be left out: what was passed counts.
    const passed = WARNED.filter((mark) => before > mark && left <= mark).pop();
    if (passed) tell(this.stage.said, `还剩${passed / 60}分钟。`);
    else if (WARNED.some((mark) => before > mark - SAID_FOR && left <= mark - SAID_FOR)) tell(this.stage.said, "");
    if (left <= 0) this.end(true);
    else if (Math.floor(this.clock.used / 1000) % BEAT === 0) this.beat();
  }

  /** How much time was used is known when the page is gone. @this {Started<Sitting>} */
  beat() {
    this.keep(() => {});
  }

  /** @this {Started<Sitting>} @param {number} late milliseconds that the steady clock did not run */
  cameBack(late) {
    const { exam } = this;
    if (!exam.limit) return;
    this.leave();
    this.back({ ...exam, used: this.clock.used, seen: Date.now() - late });
  }

  /** @this {Started<Sitting>} */
  leave() {
    this.clock.stop();
    removeEventListener("pagehide", this.leaving);
    document.removeEventListener("visibilitychange", this.leaving);
    this.view = null;
    this.stage.leave();
  }

  /** @this {Started<Sitting>} @param {boolean} late */
  end(late) {
    this.leave();
    this.handIn({ ...this.exam, used: this.clock.used }, late);
  }

  /**
   * Where another tab has ended this exam, its result is shown.
   * @param {(exam: Exam) => void} change @returns {boolean} whether it goes on @this {Started<Sitting>}
   */
  keep(change) {
    const kept = this.store.exam.change(this.exam, (exam) => {
      change(exam);
      Object.assign(exam, { used: Math.max(exam.used, Math.round(this.clock.used)), seen: Date.now() });
    });
    if (!kept) {
      this.leave();
      this.back(this.exam);
      return false;
    }
    this.exam = kept.exam;
    if (kept.cleared) tell(this.stage.said, CLEARED);
    return true;
  }

  /** @this {Started<Sitting>} @param {number} at which question */
  show(at) {
    const item = this.items[at];
    const view = new QuestionView(item, optionsOf(item, this.exam.code), `${at + 1}. `);
    this.at = at;
    this.view = view;
    view.chosen = this.exam.answers[item.key] || [];
    view.root.addEventListener("change", () => this.keep((exam) => {
      if (view.chosen.length) exam.answers[item.key] = view.chosen;
      else delete exam.answers[item.key];
    }));
    this.head.textContent = `第${at + 1}题，共${this.items.length}题，本题${item.marks}分`;
    this.stage.show([element("p", { class: "p-player__tools" }, aloud(() => view.root), this.later(item)), view.root], this.tools(at));
    // Never on the page's body while the clock runs.
    if (this.keep((exam) => { exam.at = at; })) this.stage.lead(view.root, this.top);
  }

  /** What can be done at a question. @param {number} at @returns {Node[]} @this {Started<Sitting>} */
  tools(at) {
    const handIn = (looks = "p-button p-button--quiet") => button("交卷", () => this.review(), { class: looks });
    const last = at + 1 === this.items.length;
    return [button("上一题", () => this.step(-1), { disabled: !at }),
      last ? handIn("p-button") : button("下一题", () => this.step(1), { class: "p-button" }),
      button("答题卡", () => this.overview()), ...(last ? [] : [handIn()])];
  }

  /** Marks the question to be looked at again. @param {Item} item @this {Started<Sitting>} */
  later(item) {
    const made = button("", () => {
      this.keep((exam) => {
        const others = exam.marked.filter((key) => key !== item.key);
        exam.marked = others.length < exam.marked.length ? others : [...others, item.key];
      });
      name();
    }, { class: "p-button p-button--quiet", "aria-label": "标记，过后再看" });
    const name = () => {
      const marked = this.isMarked(item);
      fill(made, ...signed(marked ? "★" : "☆", "标记"));
      made.setAttribute("aria-pressed", String(marked));
    };
    name();
    return made;
  }

  /** @this {Started<Sitting>} @param {number} by */
  step(by) {
    if (this.at + by >= this.items.length) this.review();
    else this.show(this.at + by);
  }

  /** @this {Started<Sitting>} @param {Item} item */
  isAnswered(item) {
    return item.key in this.exam.answers;
  }

  /** @this {Started<Sitting>} @param {Item} item */
  isMarked(item) {
    return this.exam.marked.includes(item.key);
  }

  /** A question's place on the sheet. @param {Item} item @this {Started<Sitting>} */
  cell(item) {
    const at = this.items.indexOf(item);
    const [answered, marked] = [this.isAnswered(item), this.isMarked(item)];
    const words = `第${at + 1}题，${answered ? "已答" : "没答"}${marked ? "，已标记" : ""}`;
    const looks = [answered ? "is-answered" : "", marked ? "is-later" : ""].join(" ");
    const made = button(String(at + 1), () => this.show(at), { class: looks, "aria-label": words });
    if (at === this.at) made.setAttribute("aria-current", "true");
    return element("li", {}, made);
  }

  /** 答题卡: all questions. @this {Started<Sitting>} */
  overview() {
    const done = this.items.filter((item) => this.isAnswered(item)).length;
    this.turn("答题卡", [element("p", {}, `已答${done}题，共${this.items.length}题。点题号去那一题；★是标记过的。`),
      this.grid(this.items)], [button("交卷", () => this.review())]);
  }

  /** @param {Item[]} items @this {Started<Sitting>} */
  grid(items) {
    return element("ol", { class: "p-quizgrid" }, ...items.map((item) => this.cell(item)));
  }

  /** Before handing in: what is not answered, what was marked. @this {Started<Sitting>} */
  review() {
    const missing = this.items.filter((item) => !this.isAnswered(item));
    const marked = this.items.filter((item) => this.isMarked(item));
    /** @param {string} words @param {Item[]} items @returns {HTMLElement[]} */
    const list = (words, items) => (items.length ? [element("p", {}, words), this.grid(items)] : []);
    const looks = missing.length ? "is-wrong" : "is-right";
    this.turn("交卷之前", [element("p", { class: looks }, missing.length ? `还有${missing.length}题没答` : "每道题都答了"),
      ...list("点题号去答：", missing), ...list("标记过的：", marked), element("p", {}, "交卷以后不能再改。"),
      button("确定交卷", () => this.end(false), { class: "p-button" })], []);
  }

  /** The paper laid aside; the clock runs on. @param {string} name @param {HTMLElement[]} inside @param {Node[]} tools @this {Started<Sitting>} */
  turn(name, inside, tools) {
    this.view = null;
    const panel = element("section", { class: "p-verdict", "aria-label": name }, ...inside);
    this.stage.show([panel], [button("接着做", () => this.show(this.at), { class: "p-button" }), ...tools]);
    this.stage.lead(panel, this.top);
  }
}
