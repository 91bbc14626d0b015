/*
 * The browser's storage as the quiz uses it: texts by key, all under one prefix. What the browser refuses to keep
 * (storage full or switched off) lives as long as the page.
 */

export const PREFIX = "portal.quiz.v1.";

/** The browser's storage, with a place in memory for what it refuses. */
export class Shelf {
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
export function parsed(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch (damaged) {
    return null;
  }
}
