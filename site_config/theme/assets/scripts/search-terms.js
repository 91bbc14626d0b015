/*
 * 检索：问的是什么。What a query asks for: terms that must all occur, each in one of several forms.
 * The same rules as portal/search/terms.py; tests/search/folding.json holds both to the same examples.
 */
import { alike, LEFT_OUT } from "./search-folding.js";

/** @typedef {{forms: string[], named: string[]}} Term  `named` are the forms that count in a title */

const CODE_GAP = /([a-z])\s+(?=[0-9])/g;
const BETWEEN = /[\s,，、;；]+/;
const ENDS = /[?!。~.…]+$/;
const DIGITS = "零一二三四五六七八九";
const ARABIC = /[0-9]{1,3}(?=[条款项章])/g;
const CHINESE = /[零一二三四五六七八九十百]+(?=[条款项章])/g;
const WRITTEN = /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/;
const NUMBER = "(?:[0-9]{1,3}|[零一二三四五六七八九十百]{1,7})";
const ONE_ARTICLE = `第?(${NUMBER}条(?:之[一二三四五六七八九十0-9]{1,2})?)(?:第?${NUMBER}款)?(?:第?${NUMBER}项)?`;
const ARTICLE = new RegExp(`^${ONE_ARTICLE}$`);
const LAW_WORD = "(?:法|条例|规定|办法|解释|规则)";
const LAW = new RegExp(`${LAW_WORD}$`);
const OF_A_LAW = new RegExp(`^(.*?${LAW_WORD})(${ONE_ARTICLE})$`);
const MONTH = /(^|[^0-9])(20[0-9]{2})(?:年|[-./])0?([1-9]|1[0-2])(?:月份?|(?=[-./][0-9]{1,2}(?![0-9]))|(?![-./0-9]))/g;
const DAY = /月[-./]?0?([1-9]|[12][0-9]|3[01])(?:[日号]|(?![0-9]))/g;
const YEAR = /二[〇零○][〇零○一二三四五六七八九]{2}(?=年)/g;
const COUNTED_DATE = /([年月])([一二三四五六七八九十]{1,3})(?=[月日号])/g;
const MONTH_ALONE = /^0?([1-9]|1[0-2])月份?$/;
const MOST_TERMS = 8;

/** @param {string} query @returns {Term[][]} what it may mean, the closest first; the next one where nothing is found */
export function readings(query) {
  const words = wordsOf(query);
  const bare = words.map((word) => word.replace(ENDS, "")).filter(Boolean);
  const whole = withItsStops(query);
  const found = [whole ? [plain(whole)] : [], withTheirLaws(words).map((word) => closer(word, words.length > 1)), words.map(plain), bare.map(plain)];
  const seen = new Set();
  return found.filter((one) => one.length && !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)));
}

/** A stretch of text with a comma in it, as it may stand on a page: no blank says that these are words. @param {string} query */
function withItsStops(query) {
  const text = alike(query).trim();
  return /\s/.test(text) || !/[,，、;；]/.test(text) ? "" : text.replace(LEFT_OUT, "");
}

/** @param {string} query @returns {string[]} the words between its blanks, folded */
export function wordsOf(query) {
  const parts = alike(query).replace(CODE_GAP, "$1").split(BETWEEN);
  return [...new Set(parts.map((part) => part.replace(LEFT_OUT, "")).filter(Boolean))].slice(0, MOST_TERMS);
}

/** @param {string} word @returns {Term} */
function plain(word) {
  return { forms: formsOf(word), named: namedForms(word) };
}

/** `食品安全法 45条` and `45条 食品安全法` are one word. @param {string[]} words */
function withTheirLaws(words) {
  const pairs = words.slice(1).map((word, at) => [words[at], word]);
  for (const [left, right] of [...pairs, ...pairs.map(([one, other]) => [other, one])]) {
    if (LAW.test(left) && ARTICLE.test(right)) {
      const at = Math.min(words.indexOf(left), words.indexOf(right));
      const rest = words.filter((word) => word !== left && word !== right);
      return [...rest.slice(0, at), left + right, ...rest.slice(at)];
    }
  }
  return words;
}

/** @param {string} word @param {boolean} several @returns {Term} */
function closer(word, several) {
  const law = OF_A_LAW.exec(word);
  const article = ARTICLE.exec(word);
  const month = MONTH_ALONE.exec(word);
  if (law) return sure(formsOf(`${law[1]}第${law[3]}`));
  if (article && several) return sure(formsOf(`第${article[1]}`));
  if (month && several) return sure([`年${month[1]}月`, `-${month[1].padStart(2, "0")}`]);
  return plain(word);
}

/** @param {string[]} forms @returns {Term} */
function sure(forms) {
  return { forms, named: forms };
}

/** An article without its law is in a title with 第: 第四十五条, not 第一百四十五条. @param {string} word */
function namedForms(word) {
  const article = ARTICLE.exec(word);
  return formsOf(article ? `第${article[1]}` : word);
}

/** @param {string} word @returns {string[]} the word, the same with numbers of articles in the other writing, months as the site writes them */
export function formsOf(word) {
  const chinese = word.replace(ARABIC, (number) => toChinese(Number(number)));
  const arabic = word.replace(CHINESE, toArabic);
  return [...new Set([word, chinese, arabic, dated(word)])];
}

/** `2024-09`, `2024/9`, `2024年09月`, `二〇二四年九月` → 2024年9月, with the day where there is one. @param {string} written */
export function dated(written) {
  let word = written.replace(YEAR, (year) => [...year].map((one) => Math.max(0, DIGITS.indexOf(one))).join(""));
  if (word.includes("年")) word = word.replace(COUNTED_DATE, (_, before, number) => before + toArabic(number)).replace(COUNTED_DATE, (_, before, number) => before + toArabic(number));
  const found = word.replace(MONTH, "$1$2年$3月");
  return found !== word || word.includes("年") ? found.replace(DAY, "月$1日") : word;
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
