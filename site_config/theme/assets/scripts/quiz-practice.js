/*
 * <quiz-practice>: one question after the other, with the answer at once. The page's form says what can be
 * chosen, the address what was chosen (mode, topic, post, business); this draws the questions and keeps the place.
 */

import { Bank } from "./quiz-bank.js";
import { Chance } from "./quiz-chance.js";
import { button, element, fill, goTo, link } from "./quiz-dom.js";
import { kept, mindKeys, setting } from "./quiz-keys.js";
import { QuestionView, optionsOf, reasons, same } from "./quiz-question.js";
import { open } from "./quiz-store.js";

const MODES = {
  order: "顺序练习", random: "随机练习", new: "未做题", weak: "易错题", study: "背题", wrong: "错题本", starred: "收藏",
};
// What is said where a mode has no question to ask.
const NONE = {
  new: "这些题都做过了。", weak: "还没有易错题：做错两次以上的题会出现在这里。",
  wrong: "错题本是空的：做错的题会出现在这里，连对两次移出。", starred: "还没有收藏：做题时点“收藏”就会出现在这里。",
};
const FIELDS = ["topic", "post", "business"];

/** @returns {string} a seed that was not there before */
const newSeed = () => Math.random().toString(36).slice(2, 10);

/** @typedef {{seen: number, right: number, wrong: boolean, starred: boolean}} Progress */

/** @param {Progress} known @returns {boolean} got wrong more than once, or as often as right */
const isWeak = ({ seen, right }) => seen - right >= 2 || (seen >= 2 && right * 2 <= seen);
/** @type {Record<string, (known: Progress) => boolean>} */
const KEEPS = { new: (one) => !one.seen, weak: isWeak, wrong: (one) => one.wrong, starred: (one) => one.starred };

class QuizPractice extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement | null} */ (this.querySelector("form"));
    if (this.form) this.start().catch(() => this.fail());
  }

  async start() {
    const asked = new URL(location.href).searchParams;
    const mode = asked.get("mode") || "";
    this.wanted = Object.fromEntries(FIELDS.map((name) => [name, asked.get(name) || ""]));
    this.mode = mode in MODES ? mode : "";
    if (this.mode) this.form.remove();
    else this.classList.add("is-choosing");
    this.store = open();
    this.bank = await Bank.open(this.dataset.bank);
    if (this.mode) await this.practise();
    else this.offerChoice();
  }

  fail() {
    fill(this, element("p", { class: "p-notice", role: "alert" }, "题目没有读到，请检查网络以后",
      button("再试一次", () => location.reload())));
  }

  /** The form says how many questions a choice has before it is sent. */
  offerChoice() {
    const said = this.form.querySelector("[role=status]");
    const count = () => {
      const chosen = /** @type {any} */ (Object.fromEntries(new FormData(this.form)));
      said.textContent = `${this.rows(chosen.mode, chosen).length}道题`;
    };
    this.form.addEventListener("change", count);
    count();
  }

  /** @param {string} mode @param {import("./quiz-bank.js").Wanted} wanted */
  rows(mode, wanted) {
    const { id, v } = this.bank.index;
    const keeps = KEEPS[mode];
    const rows = this.bank.rows(wanted);
    return keeps ? rows.filter((row) => keeps(this.store.of(id[row], v[row]))) : rows;
  }

  async practise() {
    this.choice = ["place", this.mode, ...FIELDS.map((name) => this.wanted[name])].join("/");
    /** The seed of the order, and the question that comes next. @type {{seed: string, id?: string}} */
    this.place = this.store.choice(this.choice) || { seed: newSeed() };
    this.deal();
    /** @type {Map<number, {letters: string[], right: boolean}>} row → the answer given in this round */
    this.given = new Map();
    const words = FIELDS.map((name) => this.bank.word(name, this.wanted[name])).filter(Boolean);
    this.title = [MODES[this.mode], ...words].join("，");
    this.head = element("p", { class: "p-player__at" });
    this.bar = /** @type {HTMLProgressElement} */ (element("progress", { "aria-hidden": "true", max: "1", value: "0" }));
    this.said = element("p", { class: "p-player__said", role: "status" });
    this.stage = element("div", {});
    this.atOnce = setting(this.store, "at-once", "单选和判断：点了选项就对答案");
    const keys = setting(this.store, "keys", "数字键选选项，回车对答案、下一题");
    const tools = element("details", { class: "p-player__settings" }, element("summary", {}, "设置"),
      this.atOnce.row, keys.row, button("从头开始", () => this.again()));
    mindKeys(keys.input, (place) => Boolean(this.view && this.view.choose(place)), () => this.next());
    const start = this.list.findIndex((row) => this.bank.index.id[row] === this.place.id);
    await this.show(Math.max(start, 0));
    // All at once, so that nothing moves.
    this.append(this.head, this.bar, this.said, kept(this.store), this.stage,
      element("p", { class: "p-more" }, link("换个练法", "quiz/practice/"), link("我的练习", "quiz/mine/")), tools);
    if (start > 0) this.say(`接着上次，从第${start + 1}题做起。`);
  }

  /** @param {string} text read out @param {boolean} seen whether it is to be seen, too */
  say(text, seen = true) {
    this.said.className = seen ? "p-player__said" : "p-unseen";
    this.said.textContent = text;
  }

  /** The questions of this round, in their order. */
  deal() {
    const rows = this.rows(this.mode, this.wanted);
    const mixed = this.mode !== "order" && this.mode !== "study";
    this.list = mixed ? new Chance(this.place.seed).shuffled(rows) : rows;
  }

  again() {
    this.place = { seed: newSeed() };
    this.given.clear();
    this.deal();
    this.go(0);
  }

  /** @param {number} at @param {boolean} moved whether the reader's place goes along */
  async show(at, moved = false) {
    const row = this.list[at];
    if (row === undefined) {
      this.finish();
      return;
    }
    this.at = at;
    const question = await this.bank.question(row);
    this.bank.expect(this.list[at + 1]);
    this.keepPlace(at);
    this.tell(at);
    this.say("");
    this.view = new QuestionView(question, optionsOf(question, this.place.seed));
    this.answer = element("div", { class: "p-verdict", hidden: true });
    this.action = button("对答案", () => this.next(), { class: "p-button" });
    const back = button("上一题", () => this.go(at - 1), { disabled: at === 0 });
    this.stage.textContent = "";
    this.stage.append(this.view.root, this.answer,
      element("div", { class: "p-player__actions" }, this.action, back, this.star(question)));
    this.mindTaps();
    const given = this.given.get(row);
    if (given) this.view.chosen = given.letters;
    if (given || this.mode === "study") this.reveal(given ? given.letters : null);
    if (moved) goTo(this.view.root);
  }

  /** @param {number} at where somebody wants to go */
  go(at) {
    this.show(at, true).catch(() => this.fail());
  }

  /** @param {number} at the question that a later visit begins with */
  keepPlace(at) {
    this.place.id = this.bank.index.id[this.list[at]];
    this.store.choose(this.choice, this.place);
  }

  /** @param {number} at */
  tell(at) {
    this.head.textContent = `${this.title} · 第${at + 1}题，共${this.list.length}题`;
    this.bar.max = this.list.length;
    this.bar.value = at + 1;
  }

  /** A tap on the only answer there can be is the answer; keys move between options without giving one. */
  mindTaps() {
    let tapped = false;
    const { root, question } = this.view;
    root.addEventListener("pointerdown", () => { tapped = true; });
    root.addEventListener("keydown", () => { tapped = false; });
    root.addEventListener("change", () => {
      if (tapped && question.type !== "multiple" && this.atOnce.input.checked) this.next();
      tapped = false;
    });
  }

  /** @param {import("./quiz-bank.js").Question} question */
  star(question) {
    const made = button("", () => {
      this.store.star(question.id);
      name();
    });
    const name = () => {
      const starred = Boolean(this.store.of(question.id, question.v).starred);
      made.textContent = starred ? "★ 已收藏" : "☆ 收藏";
      made.setAttribute("aria-pressed", String(starred));
    };
    name();
    return made;
  }

  /** Check the answer, or go on where it was checked. */
  next() {
    if (!this.view) return;
    if (!this.answer.hidden) {
      this.go(this.at + 1);
      return;
    }
    const { chosen, question } = this.view;
    if (!chosen.length) {
      this.say("先选一个答案。");
      this.view.inputs[0].focus();
      return;
    }
    const right = same(chosen, question.answer);
    this.given.set(this.list[this.at], { letters: chosen, right });
    this.reveal(chosen);
    goTo(this.answer);
    this.store.answered(question, chosen, right);
    if (this.at + 1 < this.list.length) this.keepPlace(this.at + 1);
  }

  /** @param {string[] | null} given null where the answer is only shown */
  reveal(given) {
    const { view } = this;
    view.reveal();
    const verdict = given ? view.verdict(given) : `答案：${view.words(view.question.answer)}`;
    const right = !given || same(given, view.question.answer);
    fill(this.answer, element("p", { class: right ? "is-right" : "is-wrong" }, verdict), ...reasons(view.question));
    this.answer.hidden = false;
    this.say(given ? verdict : "", false);
    this.action.textContent = this.at + 1 < this.list.length ? "下一题" : "做完了";
  }

  /** The end of the round, or of a round without questions. */
  finish() {
    this.view = null;
    const rights = [...this.given.values()].filter(({ right }) => right).length;
    const words = this.list.length
      ? `这一轮做完了。${this.given.size ? `做了${this.given.size}道题，答对${rights}道。` : ""}`
      : NONE[this.mode] || "没有符合条件的题。";
    const end = element("div", { class: "p-verdict" }, element("p", {}, words));
    if (this.list.length) {
      this.place = { seed: newSeed() };
      this.store.choose(this.choice, null);
      end.append(element("p", { class: "p-more" }, button("再练一轮", () => this.again())));
    }
    this.head.textContent = this.title;
    this.bar.hidden = true;
    fill(this.stage, end);
    goTo(end);
  }
}

customElements.define("quiz-practice", QuizPractice);
