/* Which paper an address asks for: by the code of a printed one, or by a sort of paper, with a time. */

import { MOST_FORMS, parseCode } from "./quiz-codes.js";

/**
 * @typedef {object} Wanted
 * @property {string} blueprint its id, or the two characters of its codes
 * @property {string} version @property {number} form
 * @property {boolean} mock not the paper of its code: complete, of what phones may show
 * @property {import("./quiz-receipt.js").Spot | undefined} [spot] of a spot check
 * @property {number | null} factor of the paper's time; 0: without a limit; null: to be chosen
 */

const FORMS = 1000000; // mock exams take one of so many
/** @type {Record<string, number>} */
const FACTORS = { "1": 1, "1.5": 1.5, "2": 2, off: 0 };

/** What is wrong with what was asked for, in words for the reader. */
export class BadPaper extends Error {}

/** @param {string} code @param {boolean} mock @returns {Wanted} */
export function decoded(code, mock) {
  const found = parseCode(code);
  if ("reason" in found) throw new BadPaper(`${found.reason}。`);
  return { ...found, mock, factor: null };
}

/** @param {URLSearchParams} asked @param {string} version of the bank that mock exams are drawn from @returns {Wanted} */
export function wantedBy(asked, version) {
  const [code, blueprint] = [asked.get("code"), asked.get("blueprint")];
  const factor = factorBy(asked.get("time"));
  if (code !== null) return { ...decoded(code, false), factor };
  return { blueprint: blueprint || "", version, form: formBy(asked.get("form")), mock: true, factor };
}

/** @param {string | null} text */
function formBy(text) {
  if (text === null) return 1 + Math.floor(Math.random() * FORMS);
  const form = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (form < 1 || form > MOST_FORMS) throw new BadPaper(`没有第“${text.slice(0, 20)}”份卷。份数（form）是1到${MOST_FORMS}的整数，不写就随机抽一份。`);
  return form;
}

/** @param {string | null} text */
function factorBy(text) {
  if (!text) return null;
  if (!Object.keys(FACTORS).includes(text)) throw new BadPaper(`时间不能是“${text.slice(0, 20)}”。可以是1、1.5、2倍，或者off（不限时）。`);
  return FACTORS[text];
}
