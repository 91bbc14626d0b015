/*
 * Keeps somebody's practice in this browser: progress, the wrong-answer book, stars, a running exam, exams handed in,
 * choices.
 *
 * Every question has a key of its own and is read again right before it is written, so that two open tabs
 * never overwrite each other and an answer costs the same however large the bank is. What the browser
 * refuses to keep (storage full or switched off) lives as long as the page, and `note` says so.
 */

import { NONE, afterAnswer, afterStar, checked, current, merged, read, starOf, written } from "./quiz-progress.js";
import { ANSWER, ExamStore } from "./quiz-running.js";
import { SatStore } from "./quiz-sat.js";
import { PREFIX, Shelf, parsed } from "./quiz-shelf.js";

/** @typedef {import("./quiz-progress.js").Progress} Progress */
/** @typedef {import("./quiz-running.js").Exam} Exam */

const QUESTION = `${PREFIX}q.`;
const CHOICE = `${PREFIX}choice.`;
const NOT_KEPT = {
  full: "这台设备的存储空间满了，新的练习记录只在本页有效。请先导出记录，再清理空间",
  denied: "浏览器不让保存，练习记录只在本页有效，关掉就没有了。不要用无痕方式，可以保存",
};

export class Store {
  constructor() {
    this.shelf = new Shelf();
    /** @type {Map<string, Progress>} */
    this.all = new Map();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    this.exam = new ExamStore(this.shelf, () => this.tell());
    this.sat = new SatStore(this.shelf, () => this.tell());
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
   * @param {number} now the same answer of the same moment counts once
   * @returns {Progress}
   */
  answered(question, options, right, now = Date.now()) {
    const progress = afterAnswer(this.reread(question.id), question.v, options, right, now);
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
   * @param {(id: string) => number | undefined} versionOf of questions that the bank has now
   * @returns {number} how many questions were taken in; a `BadFile` says what is wrong with it, and nothing is changed
   */
  imported(text, versionOf) {
    const given = read(text, versionOf, Date.now());
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
