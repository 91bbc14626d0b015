/*
 * The exam that is going on. Its paper lies under one key and is written once: the exam goes on with it, whatever
 * becomes of the site. What was answered and marked lies under one key a question, because browsers let two tabs see
 * each other's writes a little late: a record of the whole exam would take the other tab's newest answer away.
 */

import { PREFIX, parsed } from "./quiz-shelf.js";

/** @typedef {import("./quiz-shelf.js").Shelf} Shelf */
/** @typedef {{blueprint: import("./quiz-paper.js").Blueprint, items: import("./quiz-paper.js").Item[], leftOut: number}} WholePaper */

/**
 * @typedef {object} Exam
 * @property {string} code of the paper
 * @property {string} title of its blueprint
 * @property {boolean} mock not the paper of its code
 * @property {number} started milliseconds, of the device's clock like all that follow
 * @property {number} limit milliseconds; 0: none
 * @property {number} used of the exam's own clock, until it was seen last
 * @property {number} seen when somebody was at it last
 * @property {number} deadline by the device's clock, if nobody has touched that since; 0: without a limit
 * @property {Record<string, string[]>} answers key of a question → ids of the chosen options
 * @property {string[]} marked keys of questions to look at again
 * @property {number} at which question was shown last, from 0
 * @property {import("./quiz-receipt.js").Spot | undefined} [spot] of a spot check
 * @property {WholePaper | null} paper null: of exams begun when papers were not kept
 */

const EXAM = `${PREFIX}exam`;
export const ANSWER = `${EXAM}.`;
const PAPER = `${PREFIX}paper`;
const OVER = `${PREFIX}over`;
const REMEMBERED = 20; // exams that are over

export class ExamStore {
  /** @param {Shelf} shelf @param {() => void} changed */
  constructor(shelf, changed) {
    this.shelf = shelf;
    this.changed = changed;
    /** @type {Set<string>} keys of answers that are known to be there */
    this.places = new Set();
    /** @type {{started: number, paper: WholePaper} | null} as read last: it never changes */
    this.paper = null;
  }

  load() {
    this.places = new Set(this.shelf.keys().filter((key) => key.startsWith(ANSWER)));
  }

  /** @returns {Exam | null} as it is stored at this moment */
  get running() {
    const exam = parsed(this.shelf.get(EXAM));
    if (!exam || typeof exam.code !== "string") return null;
    const mine = `${ANSWER}${exam.started}.`;
    Object.assign(exam, { answers: {}, marked: [], paper: this.paperOf(exam.started) });
    // Begun when exams ran by the device's clock.
    if (exam.limit === undefined) Object.assign(exam, { limit: exam.deadline && exam.deadline - exam.started, used: 0, seen: exam.started });
    exam.deadline = 0;
    if (exam.limit) exam.deadline = exam.seen + exam.limit - exam.used;
    for (const place of this.places) {
      const kept = place.startsWith(mine) && parsed(this.shelf.get(place));
      if (!kept) continue;
      if (Array.isArray(kept.chosen)) exam.answers[place.slice(mine.length)] = kept.chosen;
      if (kept.marked) exam.marked.push(place.slice(mine.length));
    }
    return exam;
  }

  /** @param {number} started @returns {WholePaper | null} */
  paperOf(started) {
    if (!this.paper || this.paper.started !== started) {
      const kept = parsed(this.shelf.get(PAPER));
      this.paper = kept && kept.started === started ? kept : null;
    }
    return this.paper && this.paper.paper;
  }

  /** @param {Exam} exam takes the place of one that is going on */
  begin(exam) {
    this.forget();
    this.store(exam);
    this.changed();
  }

  /** The whole of it. @param {Exam} exam */
  store(exam) {
    const { started, paper } = exam;
    this.paper = paper && { started, paper };
    if (paper) this.shelf.set(PAPER, JSON.stringify(this.paper));
    this.write(exam, new Map());
  }

  /**
   * Somebody who clears the browser's storage does not mean this exam: it is stored anew as this tab knows it.
   * @param {Exam} mine
   * @param {(exam: Exam) => void} change
   * @returns {{exam: Exam, cleared: boolean} | null} null: it is over, by another tab; nothing is written
   */
  change(mine, change) {
    const found = this.running;
    if (found ? found.started !== mine.started : this.isOver(mine.started)) return null;
    const exam = found || { ...mine, answers: { ...mine.answers }, marked: [...mine.marked] };
    const before = found ? pieces(exam) : new Map();
    change(exam);
    if (found) this.write(exam, before);
    else this.store(exam);
    this.changed();
    return { exam, cleared: !found };
  }

  /**
   * @param {Exam} mine
   * @returns {Exam | null} as it was stored, whichever tab the answers were given in; null: it was over already
   */
  end(mine) {
    this.load(); // what another tab wrote and this one was not told yet
    const ended = this.change(mine, () => {});
    if (!ended) return null;
    this.forget();
    this.changed();
    return ended.exam;
  }

  /** @param {number} started */
  isOver(started) {
    return (parsed(this.shelf.get(OVER)) || []).includes(started);
  }

  /** Writes what differs from `before`. @param {Exam} exam @param {Map<string, string>} before */
  write(exam, before) {
    const after = pieces(exam);
    for (const place of before.keys()) if (!after.has(place)) this.shelf.remove(place);
    for (const [place, text] of after) {
      if (before.get(place) === text) continue;
      this.shelf.set(place, text);
      if (place !== EXAM) this.places.add(place);
    }
  }

  forget() {
    const exam = parsed(this.shelf.get(EXAM));
    if (exam) {
      const over = [exam.started, ...(parsed(this.shelf.get(OVER)) || [])].slice(0, REMEMBERED);
      this.shelf.set(OVER, JSON.stringify(over));
    }
    for (const place of [EXAM, PAPER, ...this.places]) this.shelf.remove(place);
    this.places.clear();
  }
}

/** An exam as it is stored, key by key, but for its paper. @param {Exam} exam @returns {Map<string, string>} */
function pieces({ answers, marked, paper, deadline, ...head }) {
  const made = new Map([[EXAM, JSON.stringify(head)]]);
  for (const key of new Set([...Object.keys(answers), ...marked])) {
    const kept = { chosen: answers[key], marked: marked.includes(key) };
    made.set(`${ANSWER}${head.started}.${key}`, JSON.stringify(kept));
  }
  return made;
}
