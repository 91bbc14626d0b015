/*
 * A paper as the phone makes it: from a frozen version of the bank, a blueprint and a number, the very same as the
 * printed one. Questions that only printed papers may hold have no text here; they are counted and left out.
 */

import { draw, withoutReserved } from "./quiz-drawing.js";
import { fetched } from "./quiz-dom.js";

/**
 * @typedef {import("./quiz-layout.js").Blueprint & {code: string, title: string, minutes: number, pass_mark: number,
 *   marking: string}} Blueprint
 * @typedef {import("./quiz-drawing.js").Candidate} Candidate
 * @typedef {import("./quiz-bank.js").Question & {key: string, topic: string, marks: number}} Item
 * @typedef {{blueprint: Blueprint, items: {key: string, topic: string, marks: number}[], leftOut: number}} Paper
 * @typedef {object} Index
 * @property {string} id
 * @property {number} format how papers are drawn from it
 * @property {number} size questions in a part
 * @property {Blueprint[]} blueprints
 * @property {string[]} key
 * @property {number[]} reserved rows @property {number[]} hidden rows
 * @property {Record<string, {words: any[], of: number[]}>} columns
 */

export class Version {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    /** @type {any} key → row, of every key that is asked for */
    this.rows = new Map(index.key.map((key, row) => [key, row]));
    this.hidden = new Set(index.hidden);
    this.reserved = new Set(index.reserved);
    /** @type {Map<number, any>} number → Promise of a Chunk */
    this.parts = new Map();
  }

  /** @param {string} id @returns {Promise<Version | null>} null: the site has no such version */
  static async open(id) {
    const index = await fetched(`quiz/versions/${id}/index.json`, true);
    return index && new Version(index);
  }

  /** @param {string} name id of a blueprint, or the two characters of its codes */
  blueprint(name) {
    return this.index.blueprints.find((one) => one.id === name || one.code === name);
  }

  /** @param {string} column @param {number} row */
  value(column, row) {
    const { words, of } = this.index.columns[column];
    return words[of[row]];
  }

  /** @param {number} row @returns {Candidate} what drawing knows of a question */
  candidate(row) {
    /** @type {any} the rest comes column by column */
    const found = { key: this.index.key[row], reserved: this.reserved.has(row) };
    for (const name of Object.keys(this.index.columns)) found[name] = this.value(name, row);
    return found;
  }

  /**
   * @param {Blueprint} blueprint
   * @param {number} form
   * @param {boolean} shownOnly draw only what can be shown here, as far as the bank has enough of it; else the very
   *   questions of the printed paper are drawn, and those that cannot be shown left out
   * @returns {Paper}
   */
  paper(blueprint, form, shownOnly) {
    const items = this.drawn(blueprint, form, shownOnly).flatMap((keys, place) => keys.map((key) => (
      { key, topic: this.value("topic", this.rows.get(key)), marks: blueprint.sections[place].marks }
    )));
    const shown = items.filter(({ key }) => !this.hidden.has(this.rows.get(key)));
    return { blueprint, items: shown, leftOut: items.length - shown.length };
  }

  /** @param {Blueprint} blueprint @param {number} form @param {boolean} shownOnly @returns {string[][]} */
  drawn(blueprint, form, shownOnly) {
    const all = this.index.key.map((_, row) => this.candidate(row));
    try {
      const some = all.filter((_, row) => !this.hidden.has(row));
      if (shownOnly) return draw(withoutReserved(blueprint), this.index.id, some, form, this.index.format);
    } catch (tooFew) { /* then with those that only paper has */ }
    return draw(blueprint, this.index.id, all, form, this.index.format);
  }

  /** @param {{key: string}} item @returns {Promise<Item>} with its text */
  async question(item) {
    const row = this.rows.get(item.key);
    const number = Math.floor(row / this.index.size);
    if (!this.parts.has(number)) this.parts.set(number, fetched(`quiz/versions/${this.index.id}/${number}.json`));
    const { questions, cited } = await this.parts.get(number);
    const text = questions[row % this.index.size];
    return { ...item, ...text, cited: text.cited.map(/** @param {number} one */(one) => cited[one]) };
  }
}
