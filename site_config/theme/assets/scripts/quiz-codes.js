/*
 * 题库：卷号。The code of a paper, written and read; the same as portal/quiz/codes.py, held to
 * tests/quiz/vectors/codes.json.
 */

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSION = 7;
export const MOST_FORMS = 32 ** 6 - 1;
// What people paste along: the address that a QR code holds, or the words before the code.
const ADDRESS = /[?&]code=([^&#\s]+)/i;
const ESCAPED = /%([2-7][0-9a-f])/gi; // a whole address may be escaped, too
const NAMED = /^.*卷号\s*[:：]?/s;
const BETWEEN = /[\s\-‐‑‒–—―−_·.]+/g;
/** @type {Record<string, string>} */
const MEANT = { I: "1", L: "1", O: "0" };

/**
 * @typedef {object} PaperCode
 * @property {string} blueprint the two characters of the blueprint
 * @property {string} version eight hex digits
 * @property {number} form
 */

/** The check character of ISO 7064's hybrid systems. @param {string} text @param {string} alphabet @returns {string} */
export function checkCharacter(text, alphabet) {
  const size = alphabet.length;
  let product = size;
  for (const character of text) {
    product = (((product + alphabet.indexOf(character)) % size || size) * 2) % (size + 1);
  }
  return alphabet[(size + 1 - product) % size];
}

/** @param {PaperCode} code @returns {string} as it is printed */
export function writeCode({ blueprint, version, form }) {
  const numbers = [toBase32(parseInt(version, 16)).padStart(VERSION, "0"), toBase32(form)];
  const check = checkCharacter(blueprint + numbers.join(""), LETTERS);
  return [blueprint, ...numbers, check].join("-");
}

/**
 * What a code stands for, however it is written; or the reason, in Chinese, why it stands for nothing.
 * @param {string} text @returns {PaperCode | {reason: string}}
 */
export function parseCode(text) {
  const unescaped = text.replace(/%20/g, "-").replace(ESCAPED, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  const [, asked] = ADDRESS.exec(unescaped) || [];
  const plain = (asked ? asked.replace(/\+/g, "-") : text)
    .normalize("NFKC")
    .replace(NAMED, "")
    .toUpperCase()
    .replace(BETWEEN, "")
    .replace(/[ILO]/g, (letter) => MEANT[letter]);
  if (!plain) return { reason: "没有填卷号" };
  const strange = [...plain].find((one) => !LETTERS.includes(one));
  if (strange) return { reason: `卷号里不会有“${strange}”，请对照卷面再看一遍` };
  if (plain.length < 2 + VERSION + 2) return { reason: "卷号不完整，像 CY-3K7M2Q1-1-V 这样有四段" };
  if (checkCharacter(plain.slice(0, -1), LETTERS) !== plain.slice(-1)) {
    return { reason: "卷号有一个字符不对，请对照卷面再看一遍" };
  }
  const version = fromBase32(plain.slice(2, 2 + VERSION));
  const form = fromBase32(plain.slice(2 + VERSION, -1));
  if (version >= 2 ** 32 || form < 1 || form > MOST_FORMS) return { reason: "没有这样的卷号" };
  return { blueprint: plain.slice(0, 2), version: version.toString(16).padStart(8, "0"), form };
}

/** @param {number} number */
function toBase32(number) {
  let digits = LETTERS[number % 32];
  for (let left = Math.floor(number / 32); left; left = Math.floor(left / 32)) digits = LETTERS[left % 32] + digits;
  return digits;
}

/** @param {string} digits */
function fromBase32(digits) {
  return [...digits].reduce((number, digit) => number * 32 + LETTERS.indexOf(digit), 0);
}
