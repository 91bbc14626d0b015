/*
 * 题库：组卷。Which questions stand in form number N; step by step the same as portal/quiz/drawing.py, which says why.
 */

import { Chance } from "./quiz-chance.js";
import { Layout, counted, nameOf } from "./quiz-layout.js";

/** @typedef {import("./quiz-layout.js").Blueprint} Blueprint */

/**
 * @typedef {object} Candidate as in a version of the bank
 * @property {string} key
 * @property {string} type
 * @property {string} topic
 * @property {string} difficulty
 * @property {string[]} posts
 * @property {string[]} business_types
 * @property {boolean} reserved
 */

/** @typedef {Map<string, Candidate[]>} Decks by `type/topic` */

const ROUND = 20;
const DIFFICULTIES = ["easy", "medium", "hard"];

/**
 * Form number `form`, from 1: the keys of its questions, section by section. Throws a RangeError with a Chinese text
 * where the bank does not hold what the blueprint asks.
 * @param {Blueprint} blueprint @param {string} version @param {Candidate[]} candidates @param {number} form
 * @returns {string[][]}
 */
export function draw(blueprint, version, candidates, form) {
  const suitable = candidates.filter((one) => suits(one, blueprint)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const must = blueprint.must.map((key) => suitable.find((one) => one.key === key));
  if (must.includes(undefined)) throw new RangeError("有的必考题不能用在这种卷里");
  const held = decksOf(blueprint, suitable.filter((one) => !must.includes(one)));
  const there = new Map([...held].map(([name, deck]) => [name, deck.length]));
  const always = /** @type {Candidate[]} */ (must);
  const layout = new Layout(blueprint, there, always);
  return deal(blueprint, `${blueprint.id}/${version}`, always, held, layout, form - 1);
}

/** The blueprint of a paper that a phone can show in full. @param {Blueprint} blueprint @returns {Blueprint} */
export function withoutReserved(blueprint) {
  return { ...blueprint, reserved: false };
}

/** @param {Candidate} one @param {Blueprint} blueprint @returns {boolean} */
export function suits(one, blueprint) {
  return (
    (blueprint.reserved || !one.reserved) &&
    blueprint.topics.some(([topic]) => topic === one.topic) &&
    blueprint.sections.some(({ type }) => type === one.type) &&
    blueprint.posts.some((post) => one.posts.includes(post)) &&
    blueprint.business_types.some((type) => one.business_types.includes(type))
  );
}

/** @param {Blueprint} blueprint @param {Candidate[]} candidates @returns {Decks} */
function decksOf(blueprint, candidates) {
  /** @type {Decks} */
  const decks = new Map();
  for (const { type } of blueprint.sections) {
    for (const [topic] of blueprint.topics) decks.set(nameOf({ type, topic }), []);
  }
  for (const one of candidates) /** @type {Candidate[]} */ (decks.get(nameOf(one))).push(one);
  return decks;
}

/**
 * Deals the round of the form up to it.
 * @param {Blueprint} blueprint @param {string} seed @param {Candidate[]} must @param {Decks} held
 * @param {Layout} layout @param {number} number of the form, from 0
 */
function deal(blueprint, seed, must, held, layout, number) {
  const chance = new Chance(`${seed}/${Math.floor(number / ROUND)}`);
  const decks = new Map([...held].map(([name, deck]) => [name, chance.shuffled(deck)]));
  const [size, weight] = [Math.max(1, layout.size), Math.max(1, layout.weight)];
  const [shift, offset] = [chance.below(size), chance.below(weight)];
  /** @type {string[][]} */
  let form = [];
  for (let index = 0; index <= number % ROUND; index += 1) {
    const topics = (offset + Math.floor((index * weight) / ROUND)) % weight;
    const slots = layout.cells((shift + index) % size, topics, index);
    const dealt = dealForm(chance.shuffled([...counted(slots)]), decks, quotas(blueprint, must));
    form = blueprint.sections.map(({ type }) =>
      chance.shuffled([...must, ...dealt].filter((one) => one.type === type).map((one) => one.key))
    );
  }
  return form;
}

/**
 * A question for every slot; those dealt go under their deck.
 * @param {[string, number][]} slots how many of which cell, in an order of chance @param {Decks} decks
 * @param {Record<string, number>} left
 * @returns {Candidate[]}
 */
function dealForm(slots, decks, left) {
  /** @type {Candidate[]} */
  const dealt = [];
  for (const [name, count] of slots) dealt.push(...top(/** @type {Candidate[]} */ (decks.get(name)), count, left));
  for (const spare of [1, 0, 1]) balance(dealt, decks, left, spare);
  for (const one of dealt) {
    const deck = /** @type {Candidate[]} */ (decks.get(nameOf(one)));
    deck.splice(deck.indexOf(one), 1);
    deck.push(one);
  }
  return dealt;
}

/**
 * So many from the top of the deck, those whose difficulty the paper still lacks first.
 * @param {Candidate[]} deck @param {number} count @param {Record<string, number>} left @returns {Candidate[]}
 */
function top(deck, count, left) {
  /** @type {Candidate[]} */
  const taken = [];
  for (let number = 0; number < count; number += 1) {
    const free = deck.filter((one) => !taken.includes(one));
    const one = free.find(({ difficulty }) => left[difficulty] > 0) || free[0];
    left[one.difficulty] -= 1;
    taken.push(one);
  }
  return taken;
}

/**
 * Questions of a difficulty there is too much of are exchanged for others of their cell, `spare` of which lack.
 * @param {Candidate[]} dealt @param {Decks} decks @param {Record<string, number>} left @param {number} spare
 */
function balance(dealt, decks, left, spare) {
  dealt.forEach((one, place) => {
    if (left[one.difficulty] >= 0) return;
    const deck = /** @type {Candidate[]} */ (decks.get(nameOf(one)));
    const other = deck.find((another) => left[another.difficulty] >= spare && !dealt.includes(another));
    if (!other) return;
    left[one.difficulty] += 1;
    left[other.difficulty] -= 1;
    dealt[place] = other;
  });
}

/**
 * Questions of each difficulty besides the must-haves, by largest remainder.
 * @param {Blueprint} blueprint @param {Candidate[]} must @returns {Record<string, number>}
 */
function quotas(blueprint, must) {
  const count = blueprint.sections.reduce((sum, section) => sum + section.count, 0);
  const shares = DIFFICULTIES.map((level) => blueprint.difficulty[level] * count);
  const whole = shares.map((share) => Math.floor(share / 100));
  const order = [0, 1, 2].sort((a, b) => (shares[b] % 100) - (shares[a] % 100) || a - b);
  for (const level of order.slice(0, count - whole.reduce((sum, one) => sum + one, 0))) whole[level] += 1;
  /** @type {Record<string, number>} */
  const left = {};
  DIFFICULTIES.forEach((level, number) => {
    left[level] = whole[number] - must.filter((one) => one.difficulty === level).length;
  });
  return left;
}
