/*
 * The question bank as the site publishes it: an index to choose by, and questions in chunks, of which only
 * those are fetched that are asked for, and the next one ahead of time. A chunk holds what the same readers practise.
 * Where the site has another bank meanwhile, the rows stay as they are and their texts come from there.
 */

import { fetched, present } from "./quiz-dom.js";

/**
 * @typedef {{id: string, v: number, type: string, stem: string,
 *   options: [string, string][], answer: string[], explanation: string, cited: string[][], state: string}} Question
 *   type by its name; options and answer by the letters of the bank; cited: name, address, version, paraphrase, note
 * @typedef {{topic?: string, post?: string, business?: string}} Wanted by id or by word
 * @typedef {"topic" | "post" | "business"} Field
 * @typedef {object} Index
 * @property {number[]} file number of the chunk that the question lies in
 * @property {string[]} id
 * @property {number[]} v
 * @property {number[]} topic place among `topics`
 * @property {number[]} posts @property {number[]} business each bit a place among the words
 * @property {[string, string][]} topics @property {[string, string][]} posts_words
 * @property {[string, string][]} business_words id and word
 * @typedef {{questions: (Omit<Question, "cited"> & {cited: number[]})[], cited: string[][]}} Chunk
 */

export class Bank {
  /** @param {string} folder where it lies, ending in `/` @param {Index} index */
  constructor(folder, index) {
    this.folder = folder;
    this.index = index;
    /** @type {Map<number, Promise<Chunk>>} */
    this.chunks = new Map();
    /** @type {number[]} */
    const filled = [];
    /** @type {Bank | undefined} the bank of today, where this one is gone */
    this.newer = undefined;
    /** @type {Promise<void> | undefined} */
    this.renewing = undefined;
    /** @type {(number | undefined)[]} the rows of this one there */
    this.there = [];
    /** Called when it turns out that there is one. */
    this.onRenewed = () => {};
    /** Each question's place in its chunk, where questions stand in the order of the rows. */
    this.places = index.file.map((number) => {
      filled[number] = (filled[number] ?? 0) + 1;
      return filled[number] - 1;
    });
  }

  /** @param {string} folder as the page names it, which may be old @returns {Promise<Bank>} */
  static async open(folder) {
    try {
      return new Bank(folder, await fetched(`${folder}index.json`));
    } catch (failure) {
      return Bank.open(await other(folder, failure));
    }
  }

  /** @returns {number} how many questions there are */
  get size() {
    return this.index.id.length;
  }

  /** @param {Wanted} wanted @returns {number[]} the rows of the questions that fit, in the order of the bank */
  rows(wanted) {
    const { topics, topic, posts_words: posts, business_words: business } = this.index;
    /** @param {string[][]} words @param {string | undefined} id @returns {number} its place, or -1 */
    const place = (words, id) => (id ? words.findIndex((one) => one.includes(id)) : -1);
    const inTopic = place(topics, wanted.topic);
    const post = place(posts, wanted.post);
    const kind = place(business, wanted.business);
    const rows = [];
    for (let row = 0; row < this.size; row += 1) {
      const fits = (!wanted.topic || topic[row] === inTopic)
        && (!wanted.post || this.index.posts[row] & (1 << post))
        && (!wanted.business || this.index.business[row] & (1 << kind));
      if (fits && !this.isGone(row)) rows.push(row);
    }
    return rows;
  }

  /** @param {Field} field @param {string} id or the word itself @returns {string} its word */
  word(field, id) {
    const words = { topic: this.index.topics, post: this.index.posts_words, business: this.index.business_words }[field];
    const found = words.find((one) => one.includes(id));
    return found ? found[1] : "";
  }

  /** @param {number} row @returns {boolean} whether the bank of today is known to be without it */
  isGone(row) {
    return this.newer !== undefined && this.there[row] === undefined;
  }

  /** @param {number} row @returns {Promise<Question | null>} null: the bank of today is without it */
  async question(row) {
    if (!this.newer) {
      try {
        return await this.own(row);
      } catch (failure) {
        await this.renew(failure);
      }
    }
    const { newer, there: { [row]: place } } = this;
    return newer && place !== undefined ? newer.question(place) : null;
  }

  /** @param {number} row @returns {Promise<Question>} */
  async own(row) {
    const { questions, cited } = await this.chunk(this.index.file[row]);
    const found = questions[this.places[row]];
    return { ...found, cited: found.cited.map((number) => cited[number]) };
  }

  /** Goes on with the bank of today, if that is another one. @param {any} failure to read this one @returns {Promise<void>} */
  renew(failure) {
    if (!this.renewing) {
      this.renewing = this.followed(failure);
      this.renewing.catch(() => { this.renewing = undefined; });
    }
    return this.renewing;
  }

  /** @param {any} failure */
  async followed(failure) {
    const newer = await Bank.open(await other(this.folder, failure));
    const rows = new Map(newer.index.id.map((id, row) => [id, row]));
    this.there = this.index.id.map((id) => rows.get(id));
    this.index.v = this.there.map((place) => (place === undefined ? 0 : newer.index.v[place]));
    this.newer = newer;
    this.onRenewed();
  }

  /** @param {number} number @returns {Promise<Chunk>} a chunk that could not be had is asked for again */
  chunk(number) {
    let chunk = this.chunks.get(number);
    if (!chunk) {
      chunk = fetched(`${this.folder}${number}.json`);
      chunk.catch(() => this.chunks.delete(number));
      this.chunks.set(number, chunk);
    }
    return chunk;
  }

  /** Have the question's chunk ready. @param {number | undefined} row */
  expect(row) {
    if (row === undefined) return;
    if (!this.newer) this.chunk(this.index.file[row]).catch(() => {});
    else this.newer.expect(this.there[row]);
  }
}

/** @param {string} folder @param {any} failure to read it @returns {Promise<string>} the bank of today, where it is another one */
async function other(folder, failure) {
  const named = await present().then(({ bank }) => `quiz/bank/${bank}/`, () => folder);
  if (named === folder) throw failure;
  return named;
}
