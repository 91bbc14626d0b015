/*
 * <quiz-practice>: one question after the other, with the answer at once. The page's form says what can be
 * chosen, the address what was chosen (mode, topic, post, business); this draws the questions and keeps the place.
 */

import { Bank } from "./quiz-bank.js";
import { button, element, fill, goTo, link, signed, titled } from "./quiz-dom.js";
import { kept, mindKeys, setting } from "./quiz-keys.js";
import { QuestionView, TYPES, isRight, optionsOf, reasons } from "./quiz-question.js";
import { MODES, Round, rowsOf } from "./quiz-round.js";
import { open } from "./quiz-store.js";
import { HEARD, tell } from "./saying.js";

/** @param {{answer: string}} type whether a tap can be the whole answer */
const isOne = ({ answer }) => answer === "one";
const AT_ONCE = Object.values(TYPES).filter(isOne).map(({ word }) => word).join("和");

class QuizPractice extends HTMLElement {
  /** @this {Started<QuizPractice>} */
  connectedCallback() {
    /** @type {HTMLFormElement} */
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    if (this.form) this.start().catch(() => this.fail());
  }

  /** @this {Started<QuizPractice>} */
  async start() {
    const asked = new URL(location.href).searchParams;
    /** @type {any} a key of MODES, if somebody has chosen */
    const mode = asked.get("mode");
    const practising = Object.keys(MODES).includes(mode);
    if (practising) this.form.remove();
    else this.classList.add("is-choosing");
    /** @type {import("./quiz-store.js").Store} */
    this.store = open();
    /** @type {Bank} */
    this.bank = await Bank.open(this.dataset.bank);
    /* @ts-expect-error: the constructor of a round begins it, which fills its fields */
    if (practising) await this.practise(new Round(this.bank, this.store, mode, asked));
    else this.offerChoice();
  }

  /** @this {Started<QuizPractice>} */
  fail() {
    const notice = element("p", { class: "p-notice" }, "题目没有读到，请检查网络以后",
      button("再试一次", () => location.reload()));
    fill(this, notice);
    goTo(notice);
  }

  /** The form says how many questions a choice has before it is sent. @this {Started<QuizPractice>} */
  offerChoice() {
    /** @type {any} the form has it */
    const said = this.form.querySelector("[role=status]");
    const count = () => {
      const chosen = /** @type {any} */ (Object.fromEntries(new FormData(this.form)));
      said.textContent = `${rowsOf(this.bank, this.store, chosen.mode, chosen).length}道题`;
    };
    this.form.addEventListener("change", count);
    count();
  }

  /** @this {Started<QuizPractice>} @param {Started<Round>} round */
  async practise(round) {
    /** @type {Started<Round>} */
    this.round = round;
    /** @type {HTMLElement} */
    this.head = element("p", { class: "p-player__at" });
    /** @type {HTMLProgressElement} */
    this.bar = /** @type {HTMLProgressElement} */ (element("progress", { "aria-hidden": "true", max: "1", value: "0" }));
    /** @type {HTMLElement} */
    this.said = element("p", { class: "p-player__said", role: "status" });
    /** @type {HTMLElement} */
    this.stage = element("div", {});
    /** @type {{row: HTMLElement, input: HTMLInputElement}} */
    this.atOnce = setting(this.store, "at-once", `${AT_ONCE}：点了选项就对答案`);
    const keys = setting(this.store, "keys", "数字键选选项，回车对答案、下一题");
    const tools = element("details", { class: "p-player__settings" }, element("summary", {}, "设置"),
      this.atOnce.row, keys.row, button("从头开始", () => this.again()));
    mindKeys(keys.input, (place) => Boolean(this.view && this.view.choose(place)), () => this.next());
    const { start } = round;
    titled(round.title);
    await this.show(start);
    // All at once, so that nothing moves.
    this.append(this.head, this.bar, this.said, kept(this.store), this.stage,
      element("p", { class: "p-more" }, link("换个练法", "quiz/practice/"), link("我的练习", "quiz/mine/")), tools);
    if (start > 0) setTimeout(() => this.say(`接着上次，从第${start + 1}题做起。`), HEARD);
  }

  /** @this {Started<QuizPractice>} @param {string} text read out; the verdict is not, the reader's place goes to it */
  say(text) {
    tell(this.said, text);
  }

  /** @this {Started<QuizPractice>} */
  again() {
    this.round.begin(null);
    this.go(0);
  }

  /** @this {Started<QuizPractice>} @param {number} at @param {boolean} moved whether the reader's place goes along */
  async show(at, moved = false) {
    const { round } = this;
    const row = round.list[at];
    if (row === undefined) {
      this.finish();
      return;
    }
    /** @type {number} */
    this.at = at;
    const question = await this.bank.question(row);
    this.bank.expect(round.list[at + 1]);
    round.keep(at);
    this.tell(at);
    this.say("");
    /** @type {QuestionView | null} null at the end */
    this.view = new QuestionView(question, optionsOf(question, round.place.seed));
    /** @type {HTMLElement} */
    this.answer = element("div", { class: "p-verdict", hidden: true });
    /** @type {HTMLButtonElement} */
    this.action = button("对答案", () => this.next(), { class: "p-button" });
    const back = button("上一题", () => this.go(at - 1), { disabled: at === 0 });
    this.stage.textContent = "";
    this.stage.append(this.view.root, this.answer,
      element("div", { class: "p-player__actions" }, this.action, back, this.star(question)));
    this.mindTaps();
    const given = round.given.get(row);
    if (given) this.view.chosen = given.letters;
    if (given || round.mode === "study") this.reveal(given ? given.letters : null);
    if (moved) goTo(this.view.root);
  }

  /** @this {Started<QuizPractice>} @param {number} at where somebody wants to go */
  go(at) {
    this.show(at, true).catch(() => this.fail());
  }

  /** @this {Started<QuizPractice>} @param {number} at */
  tell(at) {
    const { title, list } = this.round;
    this.head.textContent = `${title}，第${at + 1}题，共${list.length}题`;
    this.bar.max = list.length;
    this.bar.value = at + 1;
    this.bar.hidden = false;
  }

  /** A tap on the only answer there can be is the answer; keys move between options without giving one. @this {Started<QuizPractice>} */
  mindTaps() {
    let tapped = false;
    /** @type {any} a QuestionView */
    const { root, question } = this.view;
    root.addEventListener("pointerdown", () => { tapped = true; });
    root.addEventListener("keydown", () => { tapped = false; });
    root.addEventListener("change", () => {
      if (tapped && isOne(TYPES[question.type]) && this.atOnce.input.checked) this.next();
      tapped = false;
    });
  }

  /** @this {Started<QuizPractice>} @param {import("./quiz-bank.js").Question} question */
  star(question) {
    const made = button("", () => {
      this.store.star(question.id);
      name();
    });
    const name = () => {
      const starred = Boolean(this.store.of(question.id, question.v).starred);
      fill(made, ...signed(starred ? "★" : "☆", "收藏"));
      made.setAttribute("aria-pressed", String(starred));
    };
    name();
    return made;
  }

  /** Check the answer, or go on where it was checked. @this {Started<QuizPractice>} */
  next() {
    if (!this.view) return;
    if (!this.answer.hidden) {
      this.go(this.at + 1);
      return;
    }
    const { chosen, question } = this.view;
    if (!chosen.length) {
      this.said.id = "quiz-said";
      this.view.inputs[0].setAttribute("aria-describedby", this.said.id);
      this.say("先选一个答案。");
      this.view.inputs[0].focus();
      return;
    }
    this.reveal(chosen);
    goTo(this.answer);
    this.round.answer(this.at, question, chosen);
  }

  /** @this {Started<QuizPractice>} @param {string[] | null} given null where the answer is only shown */
  reveal(given) {
    /** @type {{view: any}} a QuestionView */
    const { view } = this;
    view.reveal();
    const verdict = given ? view.verdict(given) : [`答案：${view.words(view.question.answer)}`];
    const right = !given || isRight(view.question, given);
    fill(this.answer, element("p", { class: right ? "is-right" : "is-wrong" }, ...verdict), ...reasons(view.question));
    this.answer.hidden = false;
    this.say("");
    this.action.textContent = this.at + 1 < this.round.list.length ? "下一题" : "做完了";
  }

  /** The end of the round, or of a round without questions. @this {Started<QuizPractice>} */
  finish() {
    this.view = null;
    const end = element("div", { class: "p-verdict" }, element("p", {}, this.round.summary));
    if (this.round.list.length) {
      this.round.forget();
      end.append(element("p", { class: "p-more" }, button("再练一轮", () => this.again())));
    }
    this.head.textContent = this.round.title;
    this.bar.hidden = true;
    this.say("");
    fill(this.stage, end);
    goTo(end);
  }
}

customElements.define("quiz-practice", QuizPractice);
