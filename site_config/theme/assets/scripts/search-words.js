/*
 * 检索：换个说法。Words of the site for those that people type, from the table that staff keep.
 */
import { folded } from "./search-folding.js";

/** Words of the site for everyday ones. */
export class Aliases {
  /** @param {Record<string, string[]>} table word of the site → other words for it */
  constructor(table) {
    /** @type {Map<string, string[]>} */
    this.words = new Map();
    for (const [word, others] of Object.entries(table)) {
      for (const other of others) this.words.set(folded(other), [...(this.words.get(folded(other)) || []), word]);
    }
    this.longest = Math.max(0, ...[...this.words.keys()].map((word) => word.length));
  }

  /** @param {string} word folded @returns {string[]} the words of the site for it */
  of(word) {
    return this.words.get(word) || [];
  }

  /**
   * The query with its longest everyday word replaced, once for each word of the site.
   * @param {string} query @returns {{query: string, words: string[]}[]}
   */
  replaced(query) {
    for (let length = Math.min(this.longest, query.length); length > 1; length -= 1) {
      for (let at = 0; at + length <= query.length; at += 1) {
        const others = this.of(folded(query.slice(at, at + length))).filter((word) => !within(query, word, at, length));
        if (others.length) return others.map((word) => ({ query: query.slice(0, at) + word + query.slice(at + length), words: [word] }));
      }
    }
    return [];
  }
}

/** Whether the stretch is part of the word as it stands in the query. @param {string} query @param {string} word @param {number} at @param {number} length */
function within(query, word, at, length) {
  const found = query.indexOf(word);
  return found >= 0 && found <= at && at + length <= found + word.length;
}
