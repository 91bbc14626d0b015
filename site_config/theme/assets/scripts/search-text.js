/*
 * 检索：文字怎样比较。How text and queries are made alike, what a query asks for, what an excerpt shows.
 * The same rules as portal/search/folding.py; tests/search/folding.json holds both to the same examples.
 */

// Left out of comparison: blanks, invisible characters, quotation marks and 书名号.
const LEFT_OUT = /[\s\u00ad\u200b-\u200f\u2060\ufeff《》〈〉「」『』“”‘’"'«»]+/g;
const DASHES = /[‐‑‒–—―−]/g;
const RARE = /[\u{10000}-\u{10ffff}]/gu;
const CODE_GAP = /([a-z])\s+(?=[0-9])/g;
const BETWEEN_TERMS = /[\s,，、;；]+/;
const DIGITS = "零一二三四五六七八九";
const ARABIC = /[0-9]{1,3}(?=[条款项章])/g;
const CHINESE = /[零一二三四五六七八九十百]+(?=[条款项章])/g;
const WRITTEN = /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/;
const MOST_TERMS = 8;
// Characters of an excerpt before the first hit, back to the beginning of the clause if that is near, and in all.
const BEFORE = 16;
const CLAUSE = 32;
const SHOWN = 80;
const CLAUSE_END = /[，。；：！？、](?=[^，。；：！？、]*$)/;

/** @param {string} text */
function alike(text) {
  return text.normalize("NFKC").replace(DASHES, "-").toLowerCase().replace(RARE, inOneUnit);
}

/** Characters beyond 16 bits get a private one. @param {string} rare */
function inOneUnit(rare) {
  return String.fromCharCode(0xe000 + (rare.codePointAt(0) || 0) % 0x1900);
}

/** @param {string} text @returns {string} as it is compared */
export function folded(text) {
  return alike(text).replace(LEFT_OUT, "");
}

/** @param {string} query @returns {string[][]} terms that must all occur, each in one of its forms */
export function termsOf(query) {
  const parts = alike(query).replace(CODE_GAP, "$1").split(BETWEEN_TERMS);
  const terms = new Set(parts.map((part) => part.replace(LEFT_OUT, "")).filter(Boolean));
  return [...terms].slice(0, MOST_TERMS).map(formsOf);
}

/** @param {string} term @returns {string[]} the term, and the same with numbers of articles in the other writing */
export function formsOf(term) {
  const chinese = term.replace(ARABIC, (number) => toChinese(Number(number)));
  const arabic = term.replace(CHINESE, toArabic);
  return [...new Set([term, chinese, arabic])];
}

/** @param {number} number below 1000 */
function toChinese(number) {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor(number / 10) % 10;
  const ones = number % 10;
  let text = hundreds ? `${DIGITS[hundreds]}百` : "";
  if (tens) text += `${tens > 1 || hundreds ? DIGITS[tens] : ""}十`;
  else if (hundreds && ones) text += "零";
  return text + (ones ? DIGITS[ones] : "") || DIGITS[0];
}

/** @param {string} text @returns {string} what is no number stays as it is */
function toArabic(text) {
  const found = WRITTEN.exec(text);
  if (!found) return text;
  const [, hundreds, , tens, ten, ones] = found;
  const value = (/** @type {string | undefined} */ digit) => (digit ? DIGITS.indexOf(digit) : 0);
  return String(value(hundreds) * 100 + (ten ? (tens ? value(tens) : 1) * 10 : 0) + value(ones));
}

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

/**
 * Known words for somebody who found nothing: those with most characters in common, then the most frequent ones.
 * @param {string[]} words @param {string} query @param {number} most
 */
export function suggested(words, query, most) {
  const asked = new Set(folded(query));
  const common = (/** @type {string} */ word) => [...new Set(folded(word))].filter((one) => asked.has(one)).length;
  return words
    .map((word, rank) => ({ word, rank, share: common(word) / word.length }))
    .sort((one, other) => other.share - one.share || one.rank - other.rank)
    .slice(0, most)
    .map(({ word }) => word);
}
