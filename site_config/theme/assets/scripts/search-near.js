/*
 * 检索：没有完全相同的，找相近的。Pages that have most of what is rare in a sentence, where none has it as it was typed.
 * The sentence is cut into words of the site; what is no word is looked up in pairs of characters. A page must have
 * most of the weight and a whole word, so that neither common words nor single characters bring one up.
 */
import { folded } from "./search-folding.js";
import { dated } from "./search-terms.js";

// What only asks, points or joins.
export const ASKING = ["怎么办", "怎么样", "怎么", "怎样", "如何", "为什么", "什么时候", "什么", "多少钱", "多少", "多久", "多长时间", "哪里", "哪儿", "哪些", "哪个", "几天", "能不能", "可不可以", "是不是", "有没有", "要不要", "会不会", "算不算", "行不行", "好不好", "可以", "没有", "应该", "应当", "需要", "请问", "想问", "知道", "一下", "这个", "那个", "一个", "自己", "我们", "你们", "他们", "吗", "呢", "吧", "啊", "呀", "了", "的", "地", "得", "是", "在", "有", "没", "要", "会", "能", "我", "你", "他", "她", "它", "被", "把", "给", "和", "与", "跟", "及", "去", "来", "到", "从", "对", "还", "都", "就", "也", "不", "很", "太", "才", "又", "让", "叫", "里", "上", "后", "前", "谁", "几", "个", "次", "昨天", "今天", "明天", "一直", "晚上", "早上", "夜里", "家里", "东西", "就要", "还能", "算是", "刚才", "先", "再", "第一", "一次", "几次", "发现", "看到", "买到", "收到", "送到", "问题", "时候", "情况", "这种", "那种", "一种", "放", "用", "做", "办", "开", "买", "卖", "吃", "不会", "不能", "不要", "一些", "一点", "一晚上", "一夜", "一天", "这样", "那样", "一定", "真的", "到底"];
const HAN = /[\u3400-\u9fff]/;
const DATE = /^20[0-9]{2}年/;
// Articles of laws, dates, Chinese, codes and numbers: each by itself.
const RUNS = /第?((?:[0-9]{1,3}|[零一二三四五六七八九十百]{1,7})条)|20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?:(?!第?(?:[0-9]{1,3}|[零一二三四五六七八九十百]{1,7})条)[\u3400-\u9fff])+|[a-z0-9.%-]+/g;
const LONGEST = 8;
const MOST = 10;
// What a term in a title, and one that is said often, adds to its weight; what one character alone weighs.
const TITLED = 0.8;
const OFTEN = 0.2;
const MOST_SAID = 4;
const ALONE = 0.6;
// What a page must have of all weight, with a term in its title; what stands nowhere weighs as if on so many pages.
const SHARE = 0.5;
const SHARE_TITLED = 0.3;
const NOWHERE = 20;
// What a page must have of the score of the best one.
const NEAR_BEST = 0.4;
// Pages of which the text is looked at for words that stand together.
const LOOKED_AT = 15;
const PAIR = 2;
// What is written to explain comes before cases and questions that say as much.
const EXPLAINS = /^(?:knowledge|risks)\/.+/;
const EXPLAINED = 0.5;

/** @typedef {{forms: string[], weight: number, counts: Map<number, number>, titled: Set<number>}} Weighed */

/**
 * @param {string} query @param {(word: string) => boolean} known @returns {string[]} the terms of a sentence, in its order
 */
export function cut(query, known) {
  const found = [];
  for (const [run, article] of dated(folded(query)).matchAll(RUNS)) {
    if (article) found.push(`第${article}`);
    else found.push(...(HAN.test(run[0]) && !DATE.test(run) ? inRun(run, known) : [run]));
  }
  return [...new Set(found)].slice(0, MOST);
}

/** The fewest words, and what lies between them in pairs. @param {string} run @param {(word: string) => boolean} known */
function inRun(run, known) {
  /** @type {{cost: number, pieces: string[]}[]} */
  const best = [{ cost: 0, pieces: [] }];
  for (let end = 1; end <= run.length; end += 1) {
    const before = best[end - 1];
    best.push({ cost: before.cost + 2, pieces: [...before.pieces, run[end - 1]] });
    for (let size = 1; size <= Math.min(LONGEST, end); size += 1) {
      const word = run.slice(end - size, end);
      const { cost, pieces } = best[end - size];
      const price = ASKING.includes(word) ? 1.2 : size > 1 && known(word) ? 1 : Infinity;
      if (cost + price < best[end].cost) best[end] = { cost: cost + price, pieces: [...pieces, word] };
    }
  }
  return paired(best[run.length].pieces);
}

/** Words as they are; what lies between them in pairs, one alone by itself. @param {string[]} pieces @returns {string[]} */
function paired(pieces) {
  const found = [];
  const single = (/** @type {number} */ at) => at >= 0 && at < pieces.length && pieces[at].length === 1 && !ASKING.includes(pieces[at]);
  for (const [at, piece] of pieces.entries()) {
    if (ASKING.includes(piece)) continue;
    if (!single(at) || (!single(at - 1) && !single(at + 1))) found.push(piece);
    else if (single(at + 1)) found.push(piece + pieces[at + 1]);
  }
  return found;
}

/**
 * @param {import("./search-index.js").SearchIndex} index @param {string[][]} terms each in its forms
 * @returns {Promise<{pages: number[], terms: string[][]}>} the nearest first, and the terms that were found
 */
export async function nearest(index, terms) {
  const weighed = await weighedTerms(index, terms);
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  /** @type {Map<number, {has: number, score: number, word: boolean, named: boolean}>} */
  const scores = new Map();
  for (const { forms, weight, counts, titled } of weighed) {
    for (const [page, count] of counts) {
      const { has, score, word, named } = scores.get(page) || { has: 0, score: 0, word: false, named: false };
      const here = titled.has(page);
      const more = weight * (1 + (here ? TITLED : 0) + OFTEN * Math.log(Math.min(count, MOST_SAID)));
      const whole = forms[0].length > 1;
      scores.set(page, { has: has + weight, score: score + more, word: word || whole, named: named || (here && whole) });
    }
  }
  const best = Math.max(0, ...[...scores.values()].map(({ score }) => score));
  const near = [...scores].filter(([, { has, score, word, named }]) => word && has >= (named ? SHARE_TITLED : SHARE) * all && score >= NEAR_BEST * best);
  near.sort(([one, left], [other, right]) => right.score - left.score || one - other);
  const closest = await Promise.all(near.slice(0, LOOKED_AT).map(async ([page, { score }]) => ({ page, score: score * (1 + await closeness(index, page, weighed, all)) })));
  closest.sort((one, other) => other.score - one.score || one.page - other.page);
  const pages = [...closest.map(({ page }) => page), ...near.slice(LOOKED_AT).map(([page]) => page)];
  return { pages, terms: weighed.filter(({ counts }) => counts.size).map(({ forms }) => forms) };
}

/** How much of the weight stands together in one block of the page. @param {import("./search-index.js").SearchIndex} index @param {number} page @param {Weighed[]} weighed @param {number} all */
async function closeness(index, page, weighed, all) {
  const { address, title, text } = await index.page(page);
  const blocks = [title, ...text].map(folded);
  const together = blocks.map((block) => weighed.reduce((sum, { forms, weight }) => sum + (forms.some((form) => block.includes(form)) ? weight : 0), 0));
  return Math.max(0, ...together) / all + (EXPLAINS.test(address) ? EXPLAINED : 0);
}

/** @param {import("./search-index.js").SearchIndex} index @param {string[][]} terms @returns {Promise<Weighed[]>} */
async function weighedTerms(index, terms) {
  const { pages: count } = await index.manifest();
  const found = await Promise.all(terms.map((forms) => weigh(index, forms, count)));
  // A pair that stands nowhere was no word: each of its characters for itself.
  const apart = found.filter(({ forms, counts }) => forms.length === 1 && forms[0].length === PAIR && !counts.size);
  const characters = [...new Set(apart.flatMap(({ forms: [pair] }) => [...pair]))].filter((one) => HAN.test(one) && !ASKING.includes(one));
  const single = await Promise.all(characters.map((one) => weigh(index, [one], count)));
  return [...found.filter((one) => !apart.includes(one)), ...single];
}

/** @param {import("./search-index.js").SearchIndex} index @param {string[]} forms @param {number} count @returns {Promise<Weighed>} */
async function weigh(index, forms, count) {
  const found = await Promise.all(forms.map((form) => index.pagesOf(form)));
  const counts = new Map();
  for (const one of found) for (const [page, times] of one.counts) counts.set(page, times + (counts.get(page) || 0));
  const titled = new Set(found.flatMap((one) => [...one.titled]));
  const alone = forms[0].length === 1 ? ALONE : 1;
  return { forms, counts, titled, weight: alone * Math.log(1 + count / (counts.size || NOWHERE)) };
}
