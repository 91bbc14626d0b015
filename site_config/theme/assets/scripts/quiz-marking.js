/*
 * 题库：计分。What an answer earns and what a paper scores; the same as portal/quiz/marking.py, held to the table
 * tests/quiz/vectors/marking.json.
 */

import { TYPES, isRight } from "./quiz-question.js";

/** Names that page and paper show. @type {Record<string, string>} */
export const RULES = {
  all: "多选题全对得分，多选、少选、错选不得分",
  half: "多选题全对得满分，少选得一半，错选不得分",
  minus: "多选题选对的得分，选错的扣分，最低0分",
};
// Marks are added up in such parts of one mark that halves and all shares of two to eight options are whole.
const PARTS = 840;

/**
 * @param {string} rule @param {string} type
 * @param {string[]} key the right options @param {string[]} chosen
 * @param {number} marks the question's worth @param {number} options how many it has
 * @returns {number} marks earned
 */
export function mark(rule, type, key, chosen, marks, options) {
  if (isRight({ type, answer: key }, chosen)) return marks;
  const right = chosen.filter((letter) => key.includes(letter)).length;
  const wrong = chosen.length - right;
  if (!TYPES[type].partial || rule === "all" || !right) return 0;
  if (rule === "half") return wrong ? 0 : marks / 2;
  const others = options - key.length;
  return marks * Math.max(0, right / key.length - (others ? wrong / others : 0));
}

/**
 * Percent of the marks of the questions that were drawn, rounded half up to one decimal.
 * @param {number[]} got @param {number[]} possible @returns {number}
 */
export function score(got, possible) {
  const earned = inParts(got);
  const whole = inParts(possible);
  return whole ? Math.floor((2000 * earned + whole) / (2 * whole)) / 10 : 0;
}

/** @param {number[]} marks */
function inParts(marks) {
  return marks.reduce((sum, one) => sum + Math.floor(one * PARTS + 0.5), 0);
}

/** @param {number} percent @param {number} passMark in percent @returns {boolean} */
export function passes(percent, passMark) {
  return percent >= passMark;
}
