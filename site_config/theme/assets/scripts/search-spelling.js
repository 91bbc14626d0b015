/*
 * 检索：繁体、错字、拼音。Simplified characters for traditional ones, words of the site for what sounds like them, characters
 * for pinyin. The tables come from portal/search/vocabulary.py; they and this file are fetched only after nothing was found.
 */
import { folded } from "./search-folding.js";
import { ASKING } from "./search-near.js";

// Sounds that many do not tell apart when they type.
const BLURRED = /** @type {[RegExp, string][]} */ ([[/^([zcs])h/, "$1"], [/^n(?=[aeiouv])/, "l"], [/ng$/, "n"], [/^hu(?=.)/, "f"]]);
const LONGEST = 8;
const LETTERS = /^[a-z']+$/;

/** Characters and sounds, for whoever found nothing. */
export class Spelling {
  /** @param {{words: string, sounds: Record<string, string>, simple: string}} tables */
  constructor({ words, sounds, simple }) {
    this.words = words.split(" ");
    this.known = new Map(this.words.map((word, rank) => [word, rank]));
    /** @type {Map<string, string>} */
    this.simple = new Map();
    for (let at = 0; at < simple.length; at += 2) this.simple.set(simple[at], simple[at + 1]);
    /** @type {Map<string, string>} */
    this.sounds = new Map();
    for (const [sound, characters] of Object.entries(sounds)) for (const one of characters) this.sounds.set(one, sound);
    this.syllables = new Set(Object.keys(sounds));
    /** @type {Map<string, string[]>} sound → words, the most frequent first */
    this.bySound = new Map();
    this.words.forEach((word) => {
      for (const sound of new Set([this.heard(word, false), this.heard(word, true)])) {
        this.bySound.set(sound, [...(this.bySound.get(sound) || []), word]);
      }
    });
  }

  /** @param {string} text @returns {string} with simplified characters */
  simplified(text) {
    return [...text].map((one) => this.simple.get(one) || one).join("");
  }

  /** @param {string} word @param {boolean} blurred @returns {string} its syllables, as `liu yang` */
  heard(word, blurred) {
    return [...word].map((one) => spoken(this.sounds.get(one) || one, blurred)).join(" ");
  }

  /** The query with each stretch that is no word, but sounds like one, replaced by it. @param {string} query @returns {string[]} */
  corrected(query) {
    const found = new Set([this.read(query), this.respelled(query, false), this.respelled(query, true)]);
    return [...found].filter((one) => one && one !== query);
  }

  /** @param {string} query @param {boolean} blurred @returns {string} */
  respelled(query, blurred) {
    let text = "";
    for (let at = 0; at < query.length;) {
      const length = this.stretch(query, at, blurred);
      const piece = query.slice(at, at + (length || 1));
      text += length && !this.known.has(piece) ? (this.bySound.get(this.heard(piece, blurred)) || [piece])[0] : piece;
      at += length || 1;
    }
    return text;
  }

  /** How long the longest stretch at a place is that is a word or sounds like one. @param {string} query @param {number} at @param {boolean} blurred */
  stretch(query, at, blurred) {
    for (let length = Math.min(LONGEST, query.length - at); length > 1; length -= 1) {
      const piece = query.slice(at, at + length);
      if (this.known.has(piece) || this.bySound.has(this.heard(piece, blurred))) return length;
    }
    return 0;
  }

  /** Pinyin as words: `shipinanquan` → 食品安全; nothing where it is none. @param {string} query */
  read(query) {
    const letters = folded(query);
    if (!LETTERS.test(letters)) return "";
    const syllables = this.syllablesOf(letters.replace(/'/g, ""));
    return syllables ? this.wordsOf(syllables) : "";
  }

  /** @param {string} letters @returns {string[] | null} the fewest syllables */
  syllablesOf(letters) {
    /** @type {(string[] | null)[]} */
    const best = [[]];
    for (let end = 1; end <= letters.length; end += 1) {
      best.push(null);
      for (let size = 1; size <= Math.min(6, end); size += 1) {
        const before = best[end - size];
        const one = letters.slice(end - size, end);
        if (before && this.syllables.has(one) && (!best[end] || before.length + 1 < /** @type {string[]} */ (best[end]).length)) best[end] = [...before, one];
      }
    }
    return best[letters.length];
  }

  /** @param {string[]} syllables @returns {string} the longest words that sound so; nothing where a part is no word */
  wordsOf(syllables) {
    let text = "";
    for (let at = 0; at < syllables.length;) {
      let length = Math.min(LONGEST, syllables.length - at);
      while (length > 1 && !this.bySound.has(syllables.slice(at, at + length).join(" "))) length -= 1;
      if (length < 2) return "";
      text += /** @type {string[]} */ (this.bySound.get(syllables.slice(at, at + length).join(" ")))[0];
      at += length;
    }
    return text;
  }

  /** Words of the site for somebody who found nothing: those that stand in the query, then those that share most with it. @param {string} query @param {number} most */
  suggested(query, most) {
    const asked = folded(query);
    const telling = this.words.filter((word) => word !== asked && !ASKING.includes(word));
    const inside = telling.filter((word) => asked.includes(word)).sort((one, other) => other.length - one.length);
    const pairs = [...asked].map((_, at) => asked.slice(at, at + 2)).filter((pair) => pair.length > 1 && !ASKING.includes(pair));
    const sharing = pairs.flatMap((pair) => telling.filter((word) => word.includes(pair) && !asked.includes(word)).slice(0, 2));
    return [...new Set([...inside, ...sharing])].slice(0, most);
  }
}

/** @param {string} sound @param {boolean} blurred */
function spoken(sound, blurred) {
  return blurred ? BLURRED.reduce((said, [from, to]) => said.replace(from, to), sound) : sound;
}
