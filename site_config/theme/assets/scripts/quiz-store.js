/*
 * Keeps somebody's practice in this browser: progress, the wrong-answer book, stars, a running exam, choices.
 *
 * Every question has a key of its own and is read again right before it is written, so that two open tabs
 * never overwrite each other and an answer costs the same however large the bank is. What the browser
 * refuses to keep (storage full or switched off) lives as long as the page, and `note` says so.
 */

import { NONE, afterAnswer, afterStar, checked, current, merged, read, starOf, written } from "./quiz-progress.js";

/** @typedef {import("./quiz-progress.js").Progress} Progress */

/**
 * @typedef {object} Exam an exam that is going on
 * @property {string} code of the paper
 * @property {number} started milliseconds
 * @property {number} deadline milliseconds; 0: without a limit
 * @property {Record<string, string[]>} answers key of a question → ids of the chosen options
 * @property {string[]} marked keys of questions to look at again
 * @property {boolean} mock not the paper of its code
 * @property {number} at which question was shown last, from 0
 */

const PREFIX = "portal.quiz.v1.";
const QUESTION = `${PREFIX}q.`;
const EXAM = `${PREFIX}exam`;
const ANSWER = `${EXAM}.`;
const CHOICE = `${PREFIX}choice.`;
const NOT_KEPT = {
  full: "这台设备的存储空间满了，新的练习记录只在本页有效。请先导出记录，再清理空间",
  denied: "浏览器不让保存，练习记录只在本页有效，关掉就没有了。不要用无痕方式，可以保存",
};

/** The browser's storage, with a place in memory for what it refuses. */
class Shelf {
  constructor() {
    /** @type {Map<string, string>} */
    this.unkept = new Map();
    /** @type {"" | "full" | "denied"} */
    this.refused = this.readable() ? "" : "denied";
  }

  readable() {
    try {
      return localStorage.length >= 0;
    } catch (denied) {
      return false;
    }
  }

  /** @param {string} key @returns {string | null} */
  get(key) {
    /* @ts-expect-error: it has it */
    if (this.unkept.has(key)) return this.unkept.get(key);
    try {
      return localStorage.getItem(key);
    } catch (denied) {
      return null;
    }
  }

  /** @param {string} key @param {string} text */
  set(key, text) {
    try {
      localStorage.setItem(key, text);
      this.unkept.delete(key);
      if (!this.unkept.size) this.refused = "";
    } catch (denied) {
      this.unkept.set(key, text);
      // A browser that keeps nothing at all is told from one that is full by what lies in it.
      this.refused = this.readable() && localStorage.length ? "full" : "denied";
    }
  }

  /** @param {string} key */
  remove(key) {
    this.unkept.delete(key);
    try {
      localStorage.removeItem(key);
    } catch (denied) {
      // Nothing was kept.
    }
  }

  /** @returns {string[]} */
  keys() {
    const found = new Set(this.unkept.keys());
    try {
      /* @ts-expect-error: there are so many keys */
      for (let place = 0; place < localStorage.length; place += 1) found.add(localStorage.key(place));
    } catch (denied) {
      // What is in memory is all there is.
    }
    return [...found].filter((key) => key.startsWith(PREFIX));
  }
}

/** @param {string | null} text @returns {any} null also for what is damaged */
function parsed(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch (damaged) {
    return null;
  }
}

/**
 * The running exam. What was answered and marked lies under one key a question, because browsers let two tabs see
 * each other's writes a little late: a record of the whole exam would take the other tab's newest answer away.
 */
class ExamStore {
  /** @param {Shelf} shelf @param {() => void} changed */
  constructor(shelf, changed) {
    this.shelf = shelf;
    this.changed = changed;
    /** @type {Set<string>} keys of answers that are known to be there */
    this.places = new Set();
  }

  load() {
    this.places = new Set(this.shelf.keys().filter((key) => key.startsWith(ANSWER)));
  }

  /** @returns {Exam | null} as it is stored at this moment */
  get running() {
    const exam = parsed(this.shelf.get(EXAM));
    if (!exam || typeof exam.code !== "string") return null;
    const mine = `${ANSWER}${exam.started}.`;
    Object.assign(exam, { answers: {}, marked: [] });
    for (const place of this.places) {
      const kept = place.startsWith(mine) && parsed(this.shelf.get(place));
      if (!kept) continue;
      if (Array.isArray(kept.chosen)) exam.answers[place.slice(mine.length)] = kept.chosen;
      if (kept.marked) exam.marked.push(place.slice(mine.length));
    }
    return exam;
  }

  /** @param {Exam} exam takes the place of one that is going on */
  begin(exam) {
    this.forget();
    this.write(exam, new Map());
    this.changed();
  }

  /**
   * @param {number} started which exam is meant
   * @param {(exam: Exam) => void} change
   * @returns {Exam | null} null: it was handed in, or another one begun, in another tab; nothing is written
   */
  change(started, change) {
    const exam = this.running;
    if (!exam || exam.started !== started) return null;
    const before = pieces(exam);
    change(exam);
    this.write(exam, before);
    this.changed();
    return exam;
  }

  /** @param {number} started which exam is over */
  end(started) {
    const exam = this.running;
    if (exam && exam.started === started) this.forget();
    this.changed();
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
    for (const place of [EXAM, ...this.places]) this.shelf.remove(place);
    this.places.clear();
  }
}

/** An exam as it is stored, key by key. @param {Exam} exam @returns {Map<string, string>} */
function pieces({ answers, marked, ...head }) {
  const made = new Map([[EXAM, JSON.stringify(head)]]);
  for (const key of new Set([...Object.keys(answers), ...marked])) {
    const kept = { chosen: answers[key], marked: marked.includes(key) };
    made.set(`${ANSWER}${head.started}.${key}`, JSON.stringify(kept));
  }
  return made;
}

export class Store {
  constructor() {
    this.shelf = new Shelf();
    /** @type {Map<string, Progress>} */
    this.all = new Map();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    this.exam = new ExamStore(this.shelf, () => this.tell());
    this.load();
    addEventListener("storage", (event) => this.elsewhere(event));
  }

  load() {
    this.exam.load();
    this.all.clear();
    for (const key of this.shelf.keys()) if (key.startsWith(QUESTION)) this.reread(key.slice(QUESTION.length));
  }

  /** Something was written in another tab. @param {StorageEvent} event */
  elsewhere(event) {
    if (event.key === null) this.load();
    else if (event.key.startsWith(ANSWER)) this.exam.places.add(event.key);
    else if (event.key.startsWith(QUESTION)) this.reread(event.key.slice(QUESTION.length));
    else if (!event.key.startsWith(PREFIX)) return;
    this.tell();
  }

  tell() {
    this.listeners.forEach((listener) => listener());
  }

  /**
   * What is stored of a question now; damaged records count as none.
   * @param {string} id
   * @returns {Progress | undefined}
   */
  reread(id) {
    try {
      this.all.set(id, checked(id, parsed(this.shelf.get(QUESTION + id))));
    } catch (damaged) {
      this.all.delete(id);
    }
    return this.all.get(id);
  }

  /** @param {string} id @param {Progress} progress */
  put(id, progress) {
    this.all.set(id, progress);
    this.shelf.set(QUESTION + id, JSON.stringify(progress));
  }

  /** Why what is done here will not last, for the reader; empty: it will. */
  get note() {
    return this.shelf.refused ? NOT_KEPT[this.shelf.refused] : "";
  }

  /**
   * @param {() => void} listener called after every change, here or in another tab, also of `note`
   * @returns {() => void} stops it
   */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param {string} id @param {number} version as the bank has it now @returns {Progress} */
  of(id, version) {
    return current(this.all.get(id), version);
  }

  /** Whether it was answered, but as it was before its key changed. @param {string} id @param {number} version as the bank has it now */
  changed(id, version) {
    const { v } = this.all.get(id) || NONE;
    return v > 0 && v < version;
  }

  /**
   * @param {{id: string, v: number}} question
   * @param {readonly string[]} options ids of the chosen options
   * @param {boolean} right
   * @returns {Progress}
   */
  answered(question, options, right) {
    const progress = afterAnswer(this.reread(question.id), question.v, options, right, Date.now());
    this.put(question.id, progress);
    this.tell();
    return current(progress, question.v);
  }

  /** As if the last answer had not been given. @param {string} id @param {Progress | undefined} before what was known before it */
  takeBack(id, before) {
    this.put(id, { ...(before || NONE), ...starOf(this.reread(id) || NONE) });
    this.tell();
  }

  /** Sets a star or takes it away. @param {string} id @returns {boolean} whether it has one now */
  star(id) {
    const known = this.reread(id);
    const starred = !(known || NONE).starred;
    this.put(id, afterStar(known, starred, Date.now()));
    this.tell();
    return starred;
  }

  /** Ids in the wrong-answer book, the latest first; whether each still counts says `of(id, version).wrong`. */
  wrong() {
    return this.ids((one) => one.wrong, (one) => one.at);
  }

  /** Starred ids, the latest first. */
  starred() {
    return this.ids((one) => one.starred, (one) => one.starredAt);
  }

  /**
   * @param {(one: Progress) => boolean} wanted
   * @param {(one: Progress) => number} when
   * @returns {string[]}
   */
  ids(wanted, when) {
    const found = [...this.all].filter(([, one]) => wanted(one));
    return found.sort((a, b) => when(b[1]) - when(a[1]) || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  }

  /** A choice or a place kept under a name, like where 顺序练习 was left. @param {string} name @returns {any} */
  choice(name) {
    return parsed(this.shelf.get(CHOICE + name));
  }

  /** @param {string} name @param {any} value what JSON can hold; null forgets it */
  choose(name, value) {
    if (value === null) this.shelf.remove(CHOICE + name);
    else this.shelf.set(CHOICE + name, JSON.stringify(value));
    this.tell();
  }

  /** @returns {string} the text of a file with all progress */
  exported() {
    return written(this.all);
  }

  /**
   * Takes in a file, question by question what is newer.
   * @param {string} text
   * @returns {number} how many questions it holds; a `BadFile` says what is wrong with it, and nothing is changed
   */
  imported(text) {
    const given = read(text);
    given.forEach((progress, id) => this.put(id, merged(this.reread(id), progress)));
    this.tell();
    return given.size;
  }

  /** Forgets everything, the running exam too. */
  clear() {
    this.shelf.keys().forEach((key) => this.shelf.remove(key));
    this.load();
    this.tell();
  }
}

/** @type {Store | undefined} */
let opened;

/** @returns {Store} one for the whole page */
export function open() {
  if (!opened) opened = new Store();
  return opened;
}
