/*
 * One question on the screen: the types there are, stem and native controls, what is said about an answer. Answers
 * are ids of options, letters of the bank; the marks A, B, C before the options are only places on the screen.
 */

import { optionOrder } from "./quiz-chance.js";
import { element, link, signed } from "./quiz-dom.js";

/** @typedef {import("./quiz-bank.js").Question} Question */

/** @typedef {"one" | "set"} AnswerKind what an answer is: one option, or a set of them */

/**
 * The types of questions, the same as in portal/records/question_type.py: the word before the stem, what an answer
 * is, whether marks can be had in part, and the options that the type itself offers.
 * @type {Record<string, {word: string, answer: AnswerKind, partial: boolean, fixed: Record<string, string>}>}
 */
export const TYPES = {
  single: { word: "单选", answer: "one", partial: false, fixed: {} },
  multiple: { word: "多选", answer: "set", partial: true, fixed: {} },
  judge: { word: "判断", answer: "one", partial: false, fixed: { right: "对", wrong: "错" } },
};

/** @param {readonly string[]} ids */
const sorted = (ids) => [...ids].sort();
/** @param {readonly string[]} ids @param {readonly string[]} order as options stand on the screen */
const asTheyStand = (ids, order) => order.filter((one) => ids.includes(one));
/**
 * Kind by kind: by which control options are chosen, how an answer is kept, in which order it is said.
 * @typedef {{control: string, kept: (ids: readonly string[]) => string[],
 *   said: (ids: readonly string[], order: readonly string[]) => string[]}} Answering
 * @type {Record<AnswerKind, Answering>}
 */
const ANSWERS = {
  one: { control: "radio", kept: sorted, said: asTheyStand },
  set: { control: "checkbox", kept: sorted, said: asTheyStand },
};

/** @param {string} type @returns {boolean} whether the bank writes the options; else the type offers them itself */
export function hasOptions(type) {
  return !Object.keys(TYPES[type].fixed).length;
}

/** @param {string} type @param {string} id of an option @returns {string} its mark in the order of the bank */
export function bankMark(type, id) {
  return TYPES[type].fixed[id] || id.toUpperCase();
}

/**
 * @param {Question} question
 * @param {string} code of the paper, or the seed of a round of practice
 * @returns {string[]} the ids in the order in which they stand there; options of the type keep theirs
 */
export function optionsOf({ id, type, options }, code) {
  const ids = options.map(([one]) => one);
  return hasOptions(type) ? optionOrder(code, id, ids) : ids;
}

/** @param {{type: string, answer: readonly string[]}} question @param {readonly string[]} chosen @returns {boolean} */
export function isRight({ type, answer }, chosen) {
  const { kept } = ANSWERS[TYPES[type].answer];
  return kept(chosen).join() === kept(answer).join();
}

/** The native controls of one question, wherever they stand. */
export class Controls {
  /** @param {string} type @param {HTMLInputElement[]} inputs their values are ids of options */
  constructor(type, inputs) {
    this.kind = ANSWERS[TYPES[type].answer];
    this.inputs = inputs;
    for (const input of inputs) input.addEventListener("change", () => this.paint());
  }

  /** What is chosen is a filled row. */
  paint() {
    for (const { checked, parentElement } of this.inputs) {
      if (parentElement) parentElement.classList.toggle("is-chosen", checked);
    }
  }

  /** @returns {string[]} the ids chosen, as answers are kept */
  get chosen() {
    return this.kind.kept(this.inputs.filter((input) => input.checked).map((input) => input.value));
  }

  /** @param {readonly string[]} ids */
  set chosen(ids) {
    for (const input of this.inputs) input.checked = ids.includes(input.value);
    this.paint();
  }

  /** Nothing can be chosen any more. */
  lock() {
    for (const input of this.inputs) input.disabled = true;
  }
}

export class QuestionView {
  /**
   * @param {Question} question
   * @param {string[]} order the ids of the options as they stand on the screen
   * @param {string} before stands before the stem, like `3. `
   */
  constructor(question, order, before = "") {
    this.question = question;
    this.order = order;
    const texts = new Map(question.options);
    const { word, answer } = TYPES[question.type];
    const { control } = ANSWERS[answer];
    this.inputs = order.map((id) => /** @type {HTMLInputElement} */ (
      element("input", { type: control, name: `answer-${question.id}`, value: id })
    ));
    this.controls = new Controls(question.type, this.inputs);
    const rows = this.inputs.map((input, place) => {
      const words = (hasOptions(question.type) ? `${this.mark(order[place])}. ` : "") + texts.get(order[place]);
      return element("li", {}, element("label", { class: "p-choice" }, input, element("span", {}, words)));
    });
    const type = element("span", { class: "p-question__type" }, word);
    this.legend = element("legend", {}, type, ` ${before}${question.stem}`);
    this.root = element("fieldset", { class: "p-trial" }, this.legend, element("ul", { class: "p-choices" }, ...rows));
  }

  /** @param {string} id @returns {string} what stands before the option here */
  mark(id) {
    return TYPES[this.question.type].fixed[id] || String.fromCharCode(65 + this.order.indexOf(id));
  }

  /** @param {readonly string[]} ids @returns {string} the answer in words: `A、C` */
  words(ids) {
    return this.controls.kind.said(ids, this.order).map((one) => this.mark(one)).join("、");
  }

  /** @returns {string[]} the ids chosen, as answers are kept */
  get chosen() {
    return this.controls.chosen;
  }

  /** @param {string[]} ids */
  set chosen(ids) {
    this.controls.chosen = ids;
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
    this.controls.lock();
    for (const input of this.inputs) {
      const right = this.question.answer.includes(input.value);
      const label = /** @type {HTMLElement} */ (input.closest("label"));
      if (right) label.append(element("small", { class: "p-choice__right" }, ...signed("✓", "正确答案")));
      else if (input.checked) label.append(element("small", { class: "p-choice__wrong" }, ...signed("✗", "您选的")));
      label.classList.toggle("is-right", right);
      label.classList.toggle("is-wrong", !right && input.checked);
    }
  }

  /** @param {string[]} ids @returns {(Node | string)[]} the verdict, with its sign and in words */
  verdict(ids) {
    if (isRight(this.question, ids)) return signed("✓", "答对了");
    const key = this.words(this.question.answer);
    return signed("✗", ids.length ? `答错了，正确答案：${key}` : `没有答，正确答案：${key}`);
  }
}

/** @type {Record<string, [string, string]>} a word and a sentence */
const STATES = {
  stale: ["待复核", "这道题引用的条文在核对之后改过，正在重新核对，请以现行法规为准。"],
  changed: ["待复核", "这道题在出卷以后改过，请以现在的题库和现行法规为准。"],
  practice: ["通行做法", "这是厨房里通行的做法，没有哪一条法律这样规定，只用来练习，不考。"],
};

/** @param {Question} question @returns {HTMLElement[]} why, by which article, and whether that is being checked */
export function reasons({ explanation, state, cited }) {
  const [word, sentence] = STATES[state] ?? [];
  const caution = word ? [element("p", { class: "p-notice" }, element("strong", {}, word), sentence)] : [];
  const list = element("ul", { class: "p-citations" }, ...cited.map(article));
  return [element("p", {}, explanation), ...caution, list];
}

/** @param {string[]} cited */
function article([name, address, version, paraphrase, note]) {
  const made = element("li", {}, ...(paraphrase ? [element("p", {}, paraphrase)] : []));
  const cited = element("p", paraphrase ? { class: "p-source" } : {}, address ? link(name, address) : name);
  if (version) cited.append(element("small", {}, `（${version}）`));
  made.append(cited);
  if (note) made.append(element("p", { class: "p-aside" }, `${note}。`));
  return made;
}
