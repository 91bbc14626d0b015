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
/** @typedef {{place: number, sections: string[][]}} Form its number, from 0, and the keys of its questions */
/** @typedef {{weight: number, keys: string[]}} Nearby */

/** Format of a version → forms to a round. @type {Record<number, number>} */
const ROUNDS = { 1: 20, 2: 10 };
const REACH = 10;
const WEIGHTS = [0, 6, 3];
const UNWANTED = 6;
const DIFFICULTIES = ["easy", "medium", "hard"];

/**
 * Form number `form`, from 1: the keys of its questions, section by section. Throws a RangeError with a Chinese text
 * where the bank does not hold what the blueprint asks.
 * @param {Blueprint} blueprint @param {string} version @param {Candidate[]} candidates @param {number} form
 * @param {number} format of the version
 * @returns {string[][]}
 */
export function draw(blueprint, version, candidates, form, format) {
  const length = ROUNDS[format];
  if (!length) throw new RangeError("这份卷子是更新的程序组的，请刷新网页再试");
  const suitable = candidates.filter((one) => suits(one, blueprint)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const must = /** @type {Candidate[]} */ (blueprint.must.map((key) => suitable.find((one) => one.key === key)));
  if (must.includes(/** @type {any} */ (undefined))) throw new RangeError("有的必考题不能用在这种卷里");
  const held = decksOf(blueprint, suitable.filter((one) => !must.includes(one)));
  const there = new Map([...held].map(([name, deck]) => [name, deck.length]));
  const bank = { blueprint, seed: `${blueprint.id}/${version}`, must, held, layout: new Layout(blueprint, there, must) };
  const [round, index] = [Math.floor((form - 1) / length), (form - 1) % length];
  /** @param {number} number */
  const whole = (number) => deal(bank, number, length, length - 1, []);
  const beside = format > 1 ? (round % 2 ? [...whole(round - 1), ...whole(round + 1)] : []) : null;
  return deal(bank, round, length, index, beside)[index].sections;
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
 * Deals a round up to the form with this index.
 * @param {{blueprint: Blueprint, seed: string, must: Candidate[], held: Decks, layout: Layout}} bank
 * @param {number} round @param {number} length of a round @param {number} last
 * @param {Form[] | null} beside forms that those of the round, too, are to share little with; null: nor with each other
 * @returns {Form[]}
 */
function deal({ blueprint, seed, must, held, layout }, round, length, last, beside) {
  const chance = new Chance(`${seed}/${round}`);
  const decks = new Map([...held].map(([name, deck]) => [name, chance.shuffled(deck)]));
  const [size, weight] = [Math.max(1, layout.size), Math.max(1, layout.weight)];
  const [shift, offset] = [chance.below(size), chance.below(weight)];
  /** @type {Form[]} */
  const forms = [];
  for (let index = 0; index <= last; index += 1) {
    const topics = (offset + Math.floor((index * weight) / length)) % weight;
    const slots = layout.cells((shift + index) % size, topics, index);
    const place = round * length + index;
    const nearby = beside ? near([...beside, ...forms], place) : [];
    const dealt = dealForm(chance.shuffled([...counted(slots)]), decks, quotas(blueprint, must), nearby);
    const sections = blueprint.sections.map(({ type }) =>
      chance.shuffled([...must, ...dealt].filter((one) => one.type === type).map((one) => one.key))
    );
    forms.push({ place, sections });
  }
  return forms;
}

/** @param {Form[]} forms @param {number} place @returns {Nearby[]} those within reach */
function near(forms, place) {
  return forms
    .map((form) => ({ away: Math.abs(form.place - place), keys: form.sections.flat() }))
    .filter(({ away }) => away <= REACH)
    .map(({ away, keys }) => ({ weight: WEIGHTS[away] || 1, keys }));
}

/**
 * A question for every slot; those dealt go under their deck.
 * @param {[string, number][]} slots how many of which cell, in an order of chance @param {Decks} decks
 * @param {Record<string, number>} left @param {Nearby[]} nearby
 * @returns {Candidate[]}
 */
function dealForm(slots, decks, left, nearby) {
  /** @type {Candidate[]} */
  const dealt = [];
  for (const [name, count] of slots) {
    for (let number = 0; number < count; number += 1) {
      const cost = costs(dealt, nearby);
      const one = /** @type {Candidate} */ (cheapest(free(decks, name, dealt), (other) =>
        cost(other) + (left[other.difficulty] > 0 ? 0 : UNWANTED)));
      left[one.difficulty] -= 1;
      dealt.push(one);
    }
  }
  for (const spare of [1, 0, 1]) balance(dealt, decks, left, nearby, spare);
  for (const one of dealt) {
    const deck = /** @type {Candidate[]} */ (decks.get(nameOf(one)));
    deck.splice(deck.indexOf(one), 1);
    deck.push(one);
  }
  return dealt;
}

/** @param {Decks} decks @param {string} name @param {Candidate[]} dealt @returns {Candidate[]} */
function free(decks, name, dealt) {
  return /** @type {Candidate[]} */ (decks.get(name)).filter((one) => !dealt.includes(one));
}

/**
 * What a question costs: the more, the more questions this form shares already with another that has it.
 * @param {Candidate[]} dealt @param {Nearby[]} nearby @returns {(one: Candidate) => number}
 */
function costs(dealt, nearby) {
  const shared = nearby.map(({ weight, keys }) => (
    { keys, cost: weight * (1 + dealt.filter(({ key }) => keys.includes(key)).length) }
  ));
  return ({ key }) => Math.max(0, ...shared.map(({ keys, cost }) => (keys.includes(key) ? cost : 0)));
}

/** The first of those that cost least. @param {Candidate[]} some @param {(one: Candidate) => number} cost */
function cheapest(some, cost) {
  const prices = some.map(cost);
  return some[prices.indexOf(Math.min(...prices))];
}

/**
 * Questions of a difficulty there is too much of are exchanged for others of their cell, `spare` of which lack.
 * @param {Candidate[]} dealt @param {Decks} decks @param {Record<string, number>} left @param {Nearby[]} nearby
 * @param {number} spare
 */
function balance(dealt, decks, left, nearby, spare) {
  dealt.forEach((one, place) => {
    if (left[one.difficulty] >= 0) return;
    const others = free(decks, nameOf(one), dealt).filter(({ difficulty }) => left[difficulty] >= spare);
    const other = cheapest(others, costs(dealt, nearby));
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
