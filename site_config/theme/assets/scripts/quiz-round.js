/*
 * A round of practice: which questions, in which order, where somebody is, what was answered. Knows of no page;
 * what was learnt is the store's.
 */

import { Chance } from "./quiz-chance.js";
import { lasting } from "./quiz-lasting.js";
import { isRight } from "./quiz-question.js";

/** @typedef {import("./quiz-bank.js").Bank} Bank */
/** @typedef {import("./quiz-bank.js").Wanted} Wanted */
/** @typedef {import("./quiz-progress.js").Progress} Progress */
/** @typedef {import("./quiz-store.js").Store} Store */

/** @type {Record<string, string>} */
export const MODES = {
  order: "顺序练习", random: "随机练习", new: "未做题", weak: "易错题", study: "背题", wrong: "错题本", starred: "收藏",
  changed: "改过的题",
};
// What is said where a mode has no question to ask.
/** @type {Record<string, string>} */
const NONE = {
  new: "这些题都做过了。", weak: "还没有易错题：做错两次以上的题会出现在这里。",
  wrong: "错题本是空的：做错的题会出现在这里，连对两次移出。", starred: "还没有收藏：做题时点“收藏”就会出现在这里。",
  changed: "做过的题都没有改过。",
};
/** @type {import("./quiz-bank.js").Field[]} */
const FIELDS = ["topic", "post", "business"];

/** @param {Progress} known @returns {boolean} got wrong more than once, or as often as right */
const isWeak = ({ seen, right }) => seen - right >= 2 || (seen >= 2 && right * 2 <= seen);
/** @type {Record<string, (known: Progress, before: Progress | undefined) => boolean>} `before` its key changed */
const KEEPS = {
  new: (one) => !one.seen, weak: isWeak, starred: (one) => one.starred,
  wrong: (one, before) => one.wrong || Boolean(before && before.wrong), changed: (_, before) => Boolean(before),
};

/** @typedef {{seed: string, id?: string, then?: string[]}} Place seed of the order, the next question, some after it */
const LAST = "last-practice"; // `{query, title, at, of}` of the round that was practised last, for 接着练
const ENOUGH = 3; // answers that are worth asking the browser to keep
const AFTER = 5; // questions that a place may lose before it is lost itself

/** @returns {string} a seed that was not there before */
const newSeed = () => Math.random().toString(36).slice(2, 10);

/** A question's lot: the order of the others stays when one comes or goes. @param {string} seed @param {string} id @returns {number} */
function lot(seed, id) {
  const chance = new Chance(`${seed}/${id}`);
  chance.next(); // ids that differ in a digit begin alike
  return chance.next();
}

/** @param {Bank} bank @param {Store} store @param {string} mode @param {Wanted} wanted @returns {number[]} rows */
export function rowsOf(bank, store, mode, wanted) {
  const { id, v } = bank.index;
  const rows = bank.rows(wanted);
  if (!KEEPS[mode]) return rows;
  /** @param {string} one @param {number} version */
  const before = (one, version) => (store.changed(one, version) ? store.all.get(one) : undefined);
  return rows.filter((row) => KEEPS[mode](store.of(id[row], v[row]), before(id[row], v[row])));
}

export class Round {
  /** @param {Bank} bank @param {Store} store @param {string} mode @param {URLSearchParams} asked */
  constructor(bank, store, mode, asked) {
    this.bank = bank;
    this.store = store;
    this.mode = mode;
    /** @type {Required<Wanted>} */
    /* @ts-expect-error: every field is there */
    this.wanted = Object.fromEntries(FIELDS.map((name) => [name, asked.get(name) || ""]));
    this.name = ["place", mode, ...FIELDS.map((name) => this.wanted[name])].join("/");
    this.title = [MODES[mode], ...FIELDS.map((name) => bank.word(name, this.wanted[name]))].filter(Boolean).join("，");
    this.begin(store.choice(this.name));
  }

  /** @param {Place | null} place null: a new round */
  begin(place) {
    const { seed } = place || { seed: newSeed() };
    /** @type {Place} */
    this.place = { ...place, seed };
    /** @type {number[]} */
    this.list = rowsOf(this.bank, this.store, this.mode, this.wanted);
    if (this.mode !== "order" && this.mode !== "study") {
      const lots = this.bank.index.id.map((id) => lot(seed, id));
      this.list.sort((one, other) => lots[one] - lots[other]);
    }
    /** @type {Map<number, {letters: string[], right: boolean}>} row → the answer given in this round */
    this.given = new Map();
  }

  /** Where to go on. Of questions that are chosen by what is known of them, others are left than last time. @this {Started<Round>} */
  get start() {
    if (KEEPS[this.mode]) return 0;
    const ids = this.ids(0, this.list.length);
    // Where the question is gone, with one that came after it.
    const found = [this.place.id, ...(this.place.then || [])].map((id) => ids.indexOf(id || ""));
    return Math.max(0, found.find((at) => at >= 0) || 0);
  }

  /** What is said where a round goes on. @this {Started<Round>} @returns {string} */
  get welcome() {
    const { start, place: { id } } = this;
    const gone = id && this.list.length && !KEEPS[this.mode] && this.ids(start, start + 1)[0] !== id;
    if (gone) return `上次做到的题已经不用了，从第${start + 1}题接着做。`;
    return start > 0 ? `接着上次，从第${start + 1}题做起。` : "";
  }

  /** @this {Started<Round>} @param {number} from @param {number} to @returns {string[]} */
  ids(from, to) {
    return this.list.slice(from, to).map((row) => this.bank.index.id[row]);
  }

  /** @this {Started<Round>} @param {number} at the question that a later visit begins with */
  keep(at) {
    if (at >= this.list.length) return;
    const [id, ...then] = this.ids(at, at + 1 + AFTER);
    Object.assign(this.place, { id, then });
    this.store.choose(this.name, this.place);
    const asked = { mode: this.mode, ...this.wanted };
    const query = String(new URLSearchParams(Object.entries(asked).filter(([, word]) => word)));
    const begun = KEEPS[this.mode] ? at : 0; // of these, a later visit finds what is left
    this.store.choose(LAST, { query, title: this.title, at: at - begun, of: this.list.length - begun });
  }

  /** The bank of today is without it. @this {Started<Round>} @param {number} at */
  drop(at) {
    this.list.splice(at, 1);
  }

  /** @this {Started<Round>} @param {number} at @param {import("./quiz-bank.js").Question} question @param {string[]} letters */
  answer(at, question, letters) {
    const right = isRight(question, letters);
    this.given.set(this.list[at], { letters, right });
    this.store.answered(question, letters, right);
    if (this.given.size === ENOUGH) lasting();
    this.keep(at + 1);
  }

  /** The answer was a slip. @this {Started<Round>} @param {number} at */
  takeBack(at) {
    this.given.delete(this.list[at]);
    this.keep(at);
  }

  /** @this {Started<Round>} @returns {string} what is said at the end, or where there was no question */
  get summary() {
    if (!this.list.length) return NONE[this.mode] || "没有符合条件的题。";
    const rights = [...this.given.values()].filter(({ right }) => right).length;
    return `这一轮做完了。${this.given.size ? `做了${this.given.size}道题，答对${rights}道。` : ""}`;
  }

  /** The next visit begins a new round. @this {Started<Round>} */
  forget() {
    this.store.choose(this.name, null);
    this.store.choose(LAST, null);
  }
}
