/*
 * 检索：文字怎样比较。How text and queries are made alike before they are compared.
 * The same rules as portal/search/folding.py; tests/search/folding.json holds both to the same examples.
 */

// Left out of comparison: blanks, controls, invisible characters, quotation marks, brackets and 书名号.
export const LEFT_OUT = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u206f\u202f\u00ad\u2028\u2029\u2061-\u2065\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufff9-\ufffb\ufe00-\ufe0f\u{e0000}-\u{e0fff}《》〈〉「」『』“”‘’"'«»〔〕【】〖〗[\](){}]+/gu;
const DASHES = /[‐‑‒–—―−]/g;
// All but the tags beyond U+E0000, which are left out.
const RARE = /[\ue000-\uf8ff\u{10000}-\u{dffff}\u{e1000}-\u{10ffff}]/gu;
// Where the two halves of a rare character stand in the private use area.
const HIGH = 0xe000;
const LOW = 0xe800;
const LOW_BITS = 10;

/** @param {string} text @returns {string} in one width, case and kind of dash, with all blanks */
export function alike(text) {
  return text.normalize("NFKC").replace(DASHES, "-").toLowerCase().replace(RARE, inTwoUnits);
}

/** A character beyond 16 bits, or a private one, as two private ones. @param {string} rare */
function inTwoUnits(rare) {
  const code = rare.codePointAt(0) || 0;
  return String.fromCharCode(HIGH + (code >> LOW_BITS), LOW + (code & ((1 << LOW_BITS) - 1)));
}

/** @param {string} text @returns {string} as it is compared */
export function folded(text) {
  return alike(text).replace(LEFT_OUT, "");
}
