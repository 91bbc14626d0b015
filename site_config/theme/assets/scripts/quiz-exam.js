/*
 * <quiz-exam>: a mock exam, from a blueprint or by the code of a printed paper. The page's form says what can be
 * chosen; this finds the paper, goes on with an exam that was left, and shows the result.
 */

import { parseCode, writeCode } from "./quiz-codes.js";
import { button, element, fill, goTo, titled } from "./quiz-dom.js";
import { Version } from "./quiz-paper.js";
import { isRight } from "./quiz-question.js";
import { leftOutWords, result } from "./quiz-result.js";
import { Sitting } from "./quiz-sitting.js";
import { open } from "./quiz-store.js";

/** @typedef {import("./quiz-store.js").Exam} Exam */
/** @typedef {{blueprint: string, version: string, form: number}} Wanted */

const MINUTE = 60000;
const FORMS = 1000000; // mock exams take one of so many

/** What is wrong with what was asked for, in words for the reader. */
class BadPaper extends Error {}

class QuizExam extends HTMLElement {
  /** @this {Started<QuizExam>} */
  connectedCallback() {
    /** @type {import("./quiz-store.js").Store} */
    this.store = open();
    this.start().catch((failure) => this.fail(failure));
  }

  /** @this {Started<QuizExam>} */
  async start() {
    const asked = new URL(location.href).searchParams;
    const [code, blueprint] = [asked.get("code"), asked.get("blueprint")];
    const exam = /** @type {Exam | null} */ (this.store.exam.running);
    if (!code && !blueprint) {
      if (exam) await this.resume(exam);
      else this.choose();
      return;
    }
    const form = Number(asked.get("form")) || 1 + Math.floor(Math.random() * FORMS);
    const field = /** @type {HTMLInputElement | null} */ (this.querySelector("[name=code]"));
    if (field) field.value = code || "";
    /** @type {any} a Wanted: where there is no code, there is a blueprint */
    const wanted = code ? read(code) : { blueprint, version: this.dataset.version, form };
    if (exam && code && writeCode(wanted) === exam.code) await this.resume(exam);
    else if (exam) this.askWhich(exam, wanted, !code, asked.get("time"));
    else await this.begin(wanted, !code, asked.get("time"));
  }

  /** @this {Started<QuizExam>} @param {any} failure of ours says why; anything else is the network */
  fail(failure) {
    this.choose();
    const words = failure instanceof BadPaper ? failure.message : "试卷没有读到，请检查网络以后再试一次。";
    const field = failure instanceof BadPaper && this.querySelector("[name=code]");
    const notice = element("p", { class: "p-notice", id: "quiz-trouble" }, words);
    this.prepend(notice);
    if (!field) {
      goTo(notice);
      return;
    }
    // Where a code is wrong, the field is where one goes on, and it says what is wrong with it.
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", notice.id);
    /** @type {HTMLInputElement} */ (field).focus();
  }

  /** Show the page's form. @this {Started<QuizExam>} */
  choose() {
    this.classList.add("is-choosing");
    const last = this.store.choice("result");
    if (last) this.prepend(element("p", { class: "p-more" }, button("看上一次的成绩", () => this.showLast(last))));
  }

  /** @this {Started<QuizExam>} @param {Exam} exam that was left @param {Wanted} wanted @param {boolean} mock @param {string | null} time */
  askWhich(exam, wanted, mock, time) {
    this.classList.add("is-choosing");
    /** @param {Promise<void>} action */
    const again = (action) => action.catch((failure) => this.fail(failure));
    const question = element("div", { class: "p-verdict" }, element("p", {}, "有一场考试没有考完。"),
      element("div", { class: "p-player__actions" },
        button("接着考", () => again(this.resume(exam)), { class: "p-button" }),
        button("不考了，考新的", () => again(this.begin(wanted, mock, time)))));
    fill(this, question);
    goTo(question);
  }

  /**
   * Nobody's time begins to run before they have seen how much of it there is.
   * @param {Wanted} wanted @param {boolean} mock @param {string | null} time null: not chosen yet
   * @this {Started<QuizExam>}
   */
  async begin(wanted, mock, time) {
    await this.load(wanted, mock);
    const { blueprint, items, leftOut } = this.paper;
    if (!time) {
      /** @param {number} factor */
      const length = (factor) => button(factor ? `${blueprint.minutes * factor}分钟` : "不限时", () => this.sit(wanted, mock, factor));
      const first = button(`开始，${blueprint.minutes}分钟（正式模拟）`, () => this.sit(wanted, mock, 1), { class: "p-button" });
      this.classList.add("is-choosing");
      fill(this, element("h2", {}, blueprint.title), element("p", {},
        `${items.length}题，${blueprint.pass_mark}分合格。${leftOut ? `${leftOutWords(leftOut)}。` : ""}点开始就计时。`),
      element("div", { class: "p-player__actions" }, first, length(1.5), length(2), length(0)));
    } else this.sit(wanted, mock, time === "off" ? 0 : Math.max(1, Number(time) || 1));
  }

  /** @this {Started<QuizExam>} @param {Wanted} wanted @param {boolean} mock @param {number} factor of the paper's time; 0: without a limit */
  sit({ version, form }, mock, factor) {
    const { blueprint } = this.paper;
    const started = Date.now();
    const code = writeCode({ blueprint: blueprint.code, version, form });
    const deadline = factor && started + blueprint.minutes * factor * MINUTE;
    /** @type {Exam} */
    this.exam = { code, mock, started, deadline, answers: {}, marked: [], at: 0 };
    this.store.exam.begin(this.exam);
    history.replaceState(null, "", location.pathname); // a reload goes on, and does not begin another one
    this.run();
  }

  /** @this {Started<QuizExam>} @param {Exam} exam */
  async resume(exam) {
    this.exam = exam;
    await this.load(read(exam.code), exam.mock).catch((failure) => {
      if (!(failure instanceof BadPaper)) throw failure;
      this.store.exam.end(exam.started);
      throw new BadPaper("题库更新了，没考完的那场考试不能接着考。请重新选一种卷。");
    });
    if (exam.deadline && exam.deadline <= Date.now()) this.handIn(exam, true);
    else this.run();
  }

  /** @this {Started<QuizExam>} */
  run() {
    /* @ts-expect-error: start() fills the rest of its fields */
    new Sitting(this, this.store, this.paper, this.items, this.exam, (exam, late) => this.handIn(exam, late)).start();
  }

  /** @this {Started<QuizExam>} @param {Wanted} wanted @param {boolean} mock */
  async load(wanted, mock) {
    const version = await Version.open(wanted.version);
    if (!version) throw new BadPaper("本站没有这份卷子用的题库。卷号没有填错的话，请改用模拟考试。");
    const blueprint = version.blueprint(wanted.blueprint);
    if (!blueprint) throw new BadPaper("没有这种卷子，请对照卷面再看一遍卷号。");
    /** @type {import("./quiz-paper.js").Paper} */
    this.paper = version.paper(blueprint, wanted.form, mock);
    /** @type {import("./quiz-paper.js").Item[]} */
    this.items = await Promise.all(this.paper.items.map((item) => version.question(item)));
  }

  /** @this {Started<QuizExam>} @param {Exam} exam @param {boolean} late whether the time was up */
  handIn(exam, late) {
    this.exam = exam;
    this.ended = Date.now();
    this.store.exam.end(exam.started);
    this.store.choose("result", { ...exam, ended: this.ended, late });
    for (const item of this.items) {
      const chosen = exam.answers[item.key];
      if (chosen) this.store.answered(item, chosen, isRight(item, chosen));
    }
    this.showResult(late ? "时间到了，已经自动交卷。" : "");
  }

  /** @this {Started<QuizExam>} @param {string} why said above the result */
  showResult(why) {
    const { code, mock, started, deadline, answers } = this.exam;
    const { blueprint, leftOut } = this.paper;
    const ended = this.ended || started;
    const used = this.ended ? Math.min(ended - started, deadline ? deadline - started : Infinity) : null;
    const shown = result({ id: started.toString(36), code, mock, started, ended, used, late: Boolean(why),
      limit: deadline && deadline - started, answers, paper: { blueprint, leftOut, items: this.items } }, why);
    titled("成绩");
    fill(this, shown);
    this.classList.add("is-choosing");
    goTo(shown, true);
    shown.scrollIntoView();
  }

  /** @this {Started<QuizExam>} @param {Exam & {ended: number}} exam */
  async showLast(exam) {
    this.exam = exam;
    this.ended = exam.ended;
    try {
      await this.load(read(exam.code), exam.mock);
      this.showResult("");
    } catch (failure) {
      this.fail(failure instanceof BadPaper ? new BadPaper("题库更新了，上一次的成绩看不到了。") : failure);
    }
  }
}

/** @param {string} code @returns {Wanted} */
function read(code) {
  const found = parseCode(code);
  if ("reason" in found) throw new BadPaper(`${found.reason}。`);
  return found;
}

customElements.define("quiz-exam", QuizExam);
