/*
 * 检索：结果里显示哪一段，标出哪些字。What an excerpt shows of a text, and where in it the terms stand.
 */
import { folded } from "./search-folding.js";


// Characters of an excerpt before the first hit, back to the beginning of the clause if that is near, and in all.
const BEFORE = 16;
const CLAUSE = 32;
const SHOWN = 80;
const CLAUSE_END = /[，。；：！？、](?=[^，。；：！？、]*$)/;

/**
 * Where in a text the terms stand.
 * @param {string} text @param {string[]} forms @returns {[number, number][]} begin and end, in order, apart from each other
 */
export function hits(text, forms) {
  let plain = "";
  /** @type {number[]} */
  const origin = [];
  let at = 0;
  for (const character of text) {
    const piece = folded(character);
    for (let unit = 0; unit < piece.length; unit += 1) origin.push(at);
    plain += piece;
    at += character.length;
  }
  /** @type {[number, number][]} */
  const found = [];
  for (const form of forms) {
    for (let from = plain.indexOf(form); from >= 0; from = plain.indexOf(form, from + form.length)) {
      const last = origin[from + form.length - 1];
      found.push([origin[from], last + String.fromCodePoint(text.codePointAt(last) || 0).length]);
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return found.filter(([begin], place) => !found.slice(0, place).some(([, end]) => end > begin));
}

/**
 * A text in pieces, hits marked.
 * @param {string} text @param {string[]} forms @returns {[string, boolean][]}
 */
export function marked(text, forms) {
  /** @type {[string, boolean][]} */
  const pieces = [];
  let done = 0;
  for (const [begin, end] of hits(text, forms)) {
    pieces.push([text.slice(done, begin), false], [text.slice(begin, end), true]);
    done = end;
  }
  pieces.push([text.slice(done), false]);
  return pieces.filter(([piece]) => piece);
}

/**
 * The place that says most: the block with most of the terms, from a little before the first hit.
 * @param {string[]} blocks @param {string[][]} terms @returns {[string, boolean][] | null} nothing where no term stands
 */
export function excerpt(blocks, terms) {
  const forms = terms.flat();
  let best = "";
  let most = 0;
  for (const block of blocks) {
    const plain = folded(block);
    const count = terms.filter((term) => term.some((form) => plain.includes(form))).length;
    if (count > most) [best, most] = [block, count];
  }
  if (!most) return null;
  const first = hits(best, forms)[0][0];
  const begin = best.length <= SHOWN || first <= BEFORE ? 0 : beginning(best, first);
  const cut = best.slice(begin, begin + SHOWN);
  const pieces = marked(cut, forms);
  if (begin) pieces.unshift(["…", false]);
  if (begin + SHOWN < best.length) pieces.push(["…", false]);
  return pieces;
}

/** @param {string} text @param {number} hit @returns {number} where an excerpt around the hit begins */
function beginning(text, hit) {
  const near = Math.max(0, hit - CLAUSE);
  const end = text.slice(near, hit).search(CLAUSE_END);
  return end < 0 ? Math.max(0, hit - BEFORE) : near + end + 1;
}
