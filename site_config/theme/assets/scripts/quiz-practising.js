/*
 * A round while it is being practised: one question at a time; what is chosen can be changed until it is checked, and
 * a slip taken back until the next question. The verdict stands above the stem, the reasons below the options.
 */

import { aloud } from "./quiz-aloud.js";
import { button, element, fill, goTo, link, signed, titled } from "./quiz-dom.js";
import { ending } from "./quiz-ending.js";
import { kept, mindKeys, setting } from "./quiz-keys.js";
import { QuestionView, TYPES, isRight, optionsOf, reasons } from "./quiz-question.js";
import { Stage } from "./quiz-stage.js";
import { HEARD, tell } from "./saying.js";

/** @typedef {import("./quiz-bank.js").Question} Question */
/** @typedef {import("./quiz-progress.js").Progress} Progress */

/** @param {{answer: string}} type whether a tap can be the whole answer */
const isOne = ({ answer }) => answer === "one";
const AT_ONCE = Object.values(TYPES).filter(isOne).map(({ word }) => word).join("、");
const SEEN = 1500; // milliseconds in which a verdict is read, where the next question comes by itself

export class Practising {
  /**
   * @param {HTMLElement} place
   * @param {import("./quiz-bank.js").Bank} bank
   * @param {import("./quiz-store.js").Store} store
   * @param {Started<import("./quiz-round.js").Round>} round
   * @param {() => void} fail where a question cannot be had
   */
  constructor(place, bank, store, round, fail) {
    this.place = place;
    this.bank = bank;
    this.store = store;
    this.round = round;
    this.fail = fail;
    this.number = 0;
    /** @type {QuestionView | null} null at the end */
    this.view = null;
    /** @type {{before: Progress | undefined, letters: string[]} | null} the answer that can be taken back */
    this.slip = null;
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /** @this {Started<Practising>} */
  async start() {
    const { round, store } = this;
    this.stage = new Stage();
    /** @type {HTMLElement} */
    this.head = element("span", {});
    /** @type {HTMLProgressElement} */
    this.bar = /** @type {HTMLProgressElement} */ (element("progress", { "aria-hidden": "true", max: "1", value: "0" }));
    this.atOnce = setting(store, "tap-checks", `点了选项就对答案（${AT_ONCE}）`, "off");
    this.onward = setting(store, "onward", "答对了自动下一题", "off");
    this.switches = element("div", { class: "p-player__switches" }, this.atOnce.row, this.onward.row);
    const keys = setting(store, "keys", "数字键选选项，回车对答案、下一题", "on");
    mindKeys(keys.input, (at) => Boolean(this.view && this.view.choose(at)), () => this.next());
    // What somebody does meanwhile is a reason to stay.
    for (const kind of ["pointerdown", "keydown", "visibilitychange"]) {
      document.addEventListener(kind, () => this.stay(), { capture: true });
    }
    /** @type {HTMLElement} */
    this.sure = element("p", { class: "p-notice", hidden: true });
    const { start, welcome } = round;
    titled(round.title);
    /** @type {HTMLElement} */
    this.at = element("p", { class: "p-player__at" }, this.head, aloud(() => this.stage.place));
    await this.show(start);
    // All at once, so that nothing moves.
    this.place.append(this.at, this.bar, kept(store), this.stage.place, this.switches,
      element("p", { class: "p-more" }, link("换个练法", "quiz/practice/"), link("我的练习", "quiz/mine/")),
      element("details", { class: "p-player__settings" }, element("summary", {}, "设置"), keys.row,
        button("从头开始", () => this.askAgain()), this.sure), this.stage.bar);
    // Where a question does not fit below the head of the page, it begins at the top.
    if (this.view && !this.stage.shows(this.view.root)) this.at.scrollIntoView();
    if (welcome) setTimeout(() => this.say(welcome), HEARD);
    this.bank.onRenewed = () => setTimeout(() => this.say("题库更新了，接着做。"), HEARD);
  }

  /** @this {Started<Practising>} @param {string} text read out; the verdict is not, the reader's place goes to it */
  say(text) {
    tell(this.stage.said, text);
  }

  /** What would end is said before it ends. @this {Started<Practising>} */
  askAgain() {
    fill(this.sure, `现在做到第${this.number + 1}题，重新从第1题做起？做过的记录和错题都留着。`,
      button("从第1题做起", () => this.again()), button("接着做", () => this.go(this.number)));
    this.sure.hidden = false;
    goTo(this.sure);
  }

  /** @this {Started<Practising>} */
  again() {
    this.round.begin(null);
    this.go(0);
  }

  /** @this {Started<Practising>} @param {number} number @param {boolean} moved whether the reader's place goes along */
  async show(number, moved = false) {
    const { round } = this;
    const row = round.list[number];
    if (row === undefined) {
      this.finish();
      return;
    }
    const question = await this.bank.question(row);
    if (!question) {
      round.drop(number);
      await this.show(number, moved);
      return;
    }
    this.bank.expect(round.list[number + 1]);
    round.keep(number);
    this.number = number;
    this.slip = null;
    this.sure.hidden = true;
    this.count();
    this.ask(question, round.given.get(row));
    if (moved) this.stage.lead(this.asked.root, this.at);
  }

  /** @this {Started<Practising>} @param {number} number where somebody wants to go */
  go(number) {
    this.stay();
    this.show(number, true).catch(() => this.fail());
  }

  /** @this {Started<Practising>} @returns {QuestionView} the question that is shown */
  get asked() {
    return /** @type {QuestionView} */ (this.view);
  }

  /** @this {Started<Practising>} */
  count() {
    const { title, list } = this.round;
    this.head.textContent = `${title}，第${this.number + 1}题，共${list.length}题`;
    this.bar.max = list.length;
    this.bar.value = this.number + 1;
    this.bar.hidden = false;
    this.switches.hidden = false;
  }

  /** @this {Started<Practising>} @param {Question} question @param {{letters: string[]}} [given] the answer it had in this round */
  ask(question, given) {
    this.view = new QuestionView(question, optionsOf(question, this.round.place.seed));
    /** @type {HTMLElement} */
    this.verdict = element("div", { class: "p-verdict p-verdict--line", hidden: true });
    /** @type {HTMLElement} */
    this.why = element("div", { class: "p-why", hidden: true });
    /** @type {HTMLButtonElement} */
    this.action = button("对答案", () => this.next(), { class: "p-button" });
    const back = button("上一题", () => this.go(this.number - 1), { disabled: this.number === 0 });
    const changed = this.store.changed(question.id, this.bank.index.v[this.round.list[this.number]]);
    /** @type {HTMLElement} */
    this.note = element("p", { class: "p-notice", hidden: !changed }, "这题改过，再做一次。");
    this.stage.show([this.verdict, this.note, this.view.root, this.why], [this.action, back, this.star(question)]);
    this.mindTaps(this.view);
    if (given) this.view.chosen = given.letters;
    if (given || this.round.mode === "study") this.reveal(given ? given.letters : null);
  }

  /** Where somebody wants it so, a tap on the only answer there can be is the answer; keys move between options without giving one. @this {Started<Practising>} @param {QuestionView} view */
  mindTaps({ root, question }) {
    let tapped = false;
    root.addEventListener("pointerdown", () => { tapped = true; });
    root.addEventListener("keydown", () => { tapped = false; });
    root.addEventListener("change", () => {
      this.say("");
      if (tapped && isOne(TYPES[question.type]) && this.atOnce.input.checked) this.next();
      tapped = false;
    });
  }

  /** @this {Started<Practising>} @param {Question} question */
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

  /** Check the answer, or go on where it was checked. @this {Started<Practising>} */
  next() {
    if (!this.view) return;
    if (!this.why.hidden) {
      this.go(this.number + 1);
      return;
    }
    const { chosen, question, inputs } = this.view;
    if (!chosen.length) {
      this.stage.said.id = "quiz-said";
      inputs[0].setAttribute("aria-describedby", this.stage.said.id);
      this.say("先选一个答案。");
      inputs[0].focus();
      return;
    }
    this.slip = { before: this.store.all.get(question.id), letters: chosen };
    this.reveal(chosen);
    this.round.answer(this.number, question, chosen);
    if (isRight(question, chosen) && this.onward.input.checked) {
      this.timer = window.setTimeout(() => this.go(this.number + 1), SEEN);
    }
  }

  /** The next question does not come by itself. @this {Started<Practising>} */
  stay() {
    clearTimeout(this.timer);
  }

  /** @this {Started<Practising>} @param {string[] | null} given null where the answer is only shown */
  reveal(given) {
    const view = this.asked;
    view.reveal();
    const right = !given || isRight(view.question, given);
    const words = given ? view.verdict(given) : [`答案：${view.words(view.question.answer)}`];
    const said = element("p", { class: right ? "is-right" : "is-wrong" }, ...words);
    fill(this.verdict, said);
    fill(this.why, ...(this.slip ? [button("改一下", () => this.takeBack())] : []), ...reasons(view.question));
    this.verdict.hidden = false;
    this.note.hidden = true;
    this.why.hidden = false;
    this.say("");
    this.action.textContent = this.number + 1 < this.round.list.length ? "下一题" : "做完了";
    if (this.slip) this.stage.lead(said, this.verdict);
  }

  /** The answer was a slip: as if it had not been given. @this {Started<Practising>} */
  takeBack() {
    const { question } = this.asked;
    /** @type {any} there is one where there is the button */
    const { before, letters } = this.slip;
    this.slip = null;
    this.store.takeBack(question.id, before);
    this.round.takeBack(this.number);
    this.ask(question);
    this.asked.chosen = letters;
    this.stage.lead(this.asked.root, this.at);
  }

  /** The end of the round, or of a round without questions. @this {Started<Practising>} */
  finish() {
    this.view = null;
    const end = element("div", { class: "p-verdict" }, element("p", {}, this.round.summary),
      ...ending(this.round, this.bank, this.store));
    if (this.round.list.length) {
      this.round.forget();
      end.append(element("p", { class: "p-more" }, button("再练一轮", () => this.again())));
    }
    this.head.textContent = this.round.title;
    this.bar.hidden = true;
    this.switches.hidden = true;
    this.stage.show([end], []);
    this.stage.lead(end, this.at);
  }
}
