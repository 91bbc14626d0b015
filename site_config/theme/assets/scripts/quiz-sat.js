/* Exams that were handed in: a line of each, and of the latest the whole paper with what was answered. */

import { PREFIX, parsed } from "./quiz-shelf.js";

/**
 * @typedef {object} Sat an exam that was handed in, whole
 * @property {string} id of it on this device, from when it was begun
 * @property {string} code @property {boolean} mock
 * @property {number} started @property {number} ended milliseconds of the device's clock
 * @property {number | null} used milliseconds of the exam's own clock; null: not known
 * @property {boolean} late whether the time was up
 * @property {number} limit milliseconds; 0: none
 * @property {Record<string, string[]>} answers
 * @property {import("./quiz-receipt.js").Spot | undefined} [spot] of a spot check
 * @property {import("./quiz-running.js").WholePaper} paper
 */
/** @typedef {{id: string, code: string, mock: boolean, title: string, ended: number, used: number | null, score: number, passed: boolean, spot?: number}} Summary */

const LIST = `${PREFIX}sat`;
const LINES = 50; // exams
const WHOLE = 10; // of them with their papers; one is some 20 KB

export class SatStore {
  /** @param {import("./quiz-shelf.js").Shelf} shelf @param {() => void} changed */
  constructor(shelf, changed) {
    this.shelf = shelf;
    this.changed = changed;
  }

  /** @returns {Summary[]} the latest first */
  list() {
    const list = parsed(this.shelf.get(LIST));
    return Array.isArray(list) ? list.filter((one) => one && typeof one.id === "string") : [];
  }

  /** @param {string} id @returns {Sat | null} null: there is no such exam, or no more than its line */
  of(id) {
    return parsed(this.shelf.get(`${LIST}.${id}`));
  }

  /** @param {Sat} sat @param {{score: number, passed: boolean}} came */
  add(sat, { score, passed }) {
    const { id, code, mock, ended, used, spot } = sat;
    const line = { id, code, mock, title: sat.paper.blueprint.title, ended, used, score, passed, spot: spot && spot.number };
    const list = [line, ...this.list().filter((one) => one.id !== id)];
    // A receipt may be asked for again: it is made of the whole exam.
    for (const [at, one] of list.entries()) if (at >= (one.spot ? LINES : WHOLE)) this.shelf.remove(`${LIST}.${one.id}`);
    this.shelf.set(`${LIST}.${id}`, JSON.stringify(sat));
    this.shelf.set(LIST, JSON.stringify(list.slice(0, LINES)));
    this.changed();
  }
}
