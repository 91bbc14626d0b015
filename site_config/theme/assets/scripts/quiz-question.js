/*
 * One question on the screen: type, stem and native controls; what is said about an answer. Answers are the
 * letters of the bank; the marks A, B, C before the options are only places on the screen.
 */

import { optionOrder } from "./quiz-chance.js";
import { element, link } from "./quiz-dom.js";

/** @typedef {import("./quiz-bank.js").Question} Question */

export const TYPES = { single: "单选", multiple: "多选", judge: "判断" };

/**
 * @param {Question} question
 * @param {string} code of the paper, or the seed of a round of practice
 * @returns {string[]} the letters in the order in which they stand there; judgements keep theirs
 */
export function optionsOf({ id, type, options }, code) {
  const letters = options.map(([letter]) => letter);
  return type === "judge" ? letters : optionOrder(code, id, letters);
}

/** @param {string[]} some @param {string[]} others @returns {boolean} whether both have the same letters */
export function same(some, others) {
  return some.length === others.length && some.every((one) => others.includes(one));
}

export class QuestionView {
  /**
   * @param {Question} question
   * @param {string[]} order the letters as they stand on the screen
   * @param {string} before stands before the stem, like `3. `
   */
  constructor(question, order, before = "") {
    this.question = question;
    this.order = order;
    const texts = new Map(question.options);
    const kind = question.type === "multiple" ? "checkbox" : "radio";
    this.inputs = order.map((letter) => /** @type {HTMLInputElement} */ (
      element("input", { type: kind, name: `answer-${question.id}`, value: letter })
    ));
    const rows = this.inputs.map((input, place) => {
      const words = (question.type === "judge" ? "" : `${this.mark(order[place])}. `) + texts.get(order[place]);
      return element("li", {}, element("label", { class: "p-choice" }, input, element("span", {}, words)));
    });
    const type = element("span", { class: "p-question__type" }, TYPES[question.type]);
    this.legend = element("legend", {}, type, ` ${before}${question.stem}`);
    this.root = element("fieldset", { class: "p-trial" }, this.legend, element("ul", { class: "p-choices" }, ...rows));
  }

  /** @param {string} letter @returns {string} what stands before the option here */
  mark(letter) {
    if (this.question.type === "judge") return letter === "right" ? "对" : "错";
    return String.fromCharCode(65 + this.order.indexOf(letter));
  }

  /** @param {string[]} letters @returns {string} the answer in words: `A、C` */
  words(letters) {
    return this.order.filter((one) => letters.includes(one)).map((one) => this.mark(one)).join("、");
  }

  /** @returns {string[]} the letters chosen, in the order of the bank */
  get chosen() {
    return this.inputs.filter((input) => input.checked).map((input) => input.value).sort();
  }

  /** @param {string[]} letters */
  set chosen(letters) {
    for (const input of this.inputs) input.checked = letters.includes(input.value);
  }

  /** As if the option at this place had been tapped. @param {number} place @returns {boolean} whether there is one */
  choose(place) {
    const input = this.inputs[place];
    if (!input || input.disabled) return false;
    input.checked = input.type === "radio" || !input.checked;
    input.focus();
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  /** Show what is right and what was chosen, in signs and words; nothing can be chosen any more. */
  reveal() {
    for (const input of this.inputs) {
      const right = this.question.answer.includes(input.value);
      const label = /** @type {HTMLElement} */ (input.closest("label"));
      input.disabled = true;
      if (right) label.append(element("small", { class: "p-choice__right" }, "✓ 正确答案"));
      else if (input.checked) label.append(element("small", { class: "p-choice__wrong" }, "✗ 您选的"));
      label.classList.toggle("is-right", right);
      label.classList.toggle("is-wrong", !right && input.checked);
    }
  }

  /** @param {string[]} letters @returns {string} the verdict, with its sign and in words */
  verdict(letters) {
    if (same(letters, this.question.answer)) return "✓ 答对了";
    const key = this.words(this.question.answer);
    return letters.length ? `✗ 答错了，正确答案：${key}` : `✗ 没有答，正确答案：${key}`;
  }
}

/** @type {Record<string, string>} */
const STATES = {
  stale: "这道题引用的条文在核对之后改过，正在重新核对，请以现行法规为准。",
  changed: "这道题在出卷以后改过，请以现在的题库和现行法规为准。",
};

/** @param {Question} question @returns {HTMLElement[]} why, by which article, and whether that is being checked */
export function reasons({ explanation, state, cited }) {
  const caution = state ? [element("p", { class: "p-notice" }, element("strong", {}, "待复核"), STATES[state])] : [];
  const list = element("ul", { class: "p-citations" }, ...cited.map(article));
  return [element("p", {}, explanation), ...caution, list];
}

/** @param {string[]} cited */
function article([name, address, version, paraphrase, note]) {
  const made = element("li", {}, address ? link(name, address) : name);
  if (version) made.append(element("small", {}, `（${version}）`));
  if (paraphrase) made.append(element("p", {}, paraphrase));
  if (note) made.append(element("p", { class: "p-aside" }, `${note}。`));
  return made;
}
