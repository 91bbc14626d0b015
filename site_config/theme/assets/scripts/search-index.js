/*
 * 检索：从索引文件里找。Answers a query from the files that portal/search/ has written, step by step as
 * portal/search/lookup.py does. No DOM: `get` fetches a file, so that tests can hand in their own.
 */
import { folded } from "./search-folding.js";
import { readings } from "./search-terms.js";

// A shorter rest of a query is likely to be frequent, and a look at it in vain.
const LONG_REST = 3;
// What is fetched at once, before anyone knows whether it is needed: the directory for the query from
// each of its first characters on, and grams for all of a short query or for two places of a longer one.
const KEYS_AHEAD = 3;
const SHORT = 3;
const GRAMS_AHEAD = [0, 2];
const BITS = 1;
// Around the titles in the index, see portal/search/laying.py.
const START = "\u0001";
const END = "\u0002";
// Pages of which the titles are read instead of looked up: they will be shown at once.
const FEW = 5;
// What a term in the title counts beside one in the text, and how many of these count.
const IN_TITLE = 5;
const MOST_SAID = 4;

/**
 * @typedef {{folder: string, pages: number, slot: number, title: number, run: number, in_folder: number,
 *   longer: number[], inside: number[], keys: string[], years: [string, number, number][],
 *   filters: Record<string, [string, number][]>, words: string[]}} Manifest
 * @typedef {import("./search-terms.js").Term} Term
 * @typedef {{pages: number[], inTitle: number}} Answer  pages in the order of results
 * @typedef {{counts: Map<number, number>, titled: Set<number>}} Pages  how often a term stands on which page, once where it is too frequent to say
 * @typedef {{text: string, key: string, frequent: boolean, data: Uint8Array}} Entry
 * @typedef {{pages: Set<number>, titled: Set<number>, places: null} | {pages: null, titled: null, places: Set<number>}} Found
 * @typedef {{address: string, title: string, section: string, types: string[], day: string, demo: boolean, until?: string,
 *   parts: number, text: string[]}} Shown
 */

/** The index is not there: a preview, or a site built without it. */
export class NoIndex extends Error {}

export class SearchIndex {
  /** @param {(path: string, again?: boolean) => Promise<ArrayBuffer>} get by the path below the site's root */
  constructor(get) {
    this.get = get;
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
  }

  /** @param {boolean} [again] past the browser's cache */
  manifest(again) {
    return /** @type {Promise<Manifest>} */ (this.once("manifest", async () => {
      const found = json(await this.get("search/index.json", again));
      if (!found.folder) throw new NoIndex();
      return found;
    }));
  }

  /** After a new build the old files may be gone: begin anew. */
  renew() {
    this.kept.clear();
    return this.manifest(true);
  }

  /** By the first reading of the query for which there is anything. @param {string} query @returns {Promise<Answer>} */
  async search(query) {
    for (const terms of readings(query)) {
      const answer = await this.answer(terms);
      if (answer.pages.length) return answer;
    }
    return { pages: [], inTitle: 0 };
  }

  /** @param {Term[]} terms @returns {Promise<Answer>} */
  async answer(terms) {
    const answers = await Promise.all(terms.map((term) => this.anyOf(term)));
    const all = answers.map(({ counts }) => new Set(counts.keys())).reduce(intersection);
    const titled = answers.map((one) => one.titled).reduce(intersection, all);
    const [same, begun] = await this.byTitle(wholeTitles(terms), titled);
    const order = new Set();
    for (const tier of [same, intersection(await this.inside(same), all), begun, titled]) rising(tier).forEach((page) => order.add(page));
    const inTitle = order.size;
    const said = new Map([...all].map((page) => [page, answers.reduce((sum, one) => sum + says(one, page), 0)]));
    rising(all).sort((one, other) => (said.get(other) || 0) - (said.get(one) || 0)).forEach((page) => order.add(page));
    return { pages: [...order], inTitle };
  }

  /**
   * Of the pages those whose title is one of `wholes`, and those whose title begins with it.
   * @param {string[]} wholes @param {Set<number>} titled @returns {Promise<[Set<number>, Set<number>]>}
   */
  async byTitle(wholes, titled) {
    if (titled.size <= FEW) {
      const titles = await Promise.all([...titled].map(async (page) => /** @type {[number, string]} */ ([page, folded((await this.page(page)).title)])));
      const having = (/** @type {(title: string) => boolean} */ test) => new Set(titles.filter(([, title]) => test(title)).map(([page]) => page));
      return [having((title) => wholes.includes(title)), having((title) => wholes.some((whole) => title.startsWith(whole)))];
    }
    const begun = intersection(titled, await this.withAny(wholes.map((whole) => START + whole)));
    const same = begun.size ? await this.withAny(wholes.map((whole) => START + whole + END)) : new Set();
    return [intersection(begun, same), begun];
  }

  /** @param {string[]} forms @returns {Promise<Set<number>>} pages that have one of them */
  async withAny(forms) {
    const found = await Promise.all(forms.map((form) => this.pagesOf(form)));
    return new Set(found.flatMap(({ counts }) => [...counts.keys()]));
  }

  /** @param {Set<number>} pages @returns {Promise<Set<number>>} the entries that lie inside them */
  async inside(pages) {
    const found = new Set();
    if (!pages.size) return found;
    const { inside } = await this.manifest();
    for (let at = 0; at < inside.length; at += 2) {
      if (pages.has(inside[at])) for (let next = 1; next <= inside[at + 1]; next += 1) found.add(inside[at] + next);
    }
    return found;
  }

  /** @param {number} number @returns {Promise<Shown>} */
  page(number) {
    return this.file("pages", String(number), number, "json", json);
  }

  /** @param {number} number @param {number} part from 1 @returns {Promise<string[]>} more of a long page's text */
  more(number, part) {
    return this.file("pages", `${number}-${part}`, number, "json", json);
  }

  /** @param {string} name @param {string} value @returns {Promise<Set<number>>} the pages with this value */
  async filter(name, value) {
    const { folder, filters } = await this.manifest();
    const raw = await this.once("filters", () => this.get(`${folder}filters.bin`));
    let at = 0;
    for (const [key, values] of Object.entries(filters)) {
      for (const [one, size] of values) {
        if (key === name && one === value) return new Set(pageSet(new Uint8Array(raw, at, size)));
        at += size;
      }
    }
    return new Set();
  }

  /** @param {Term} term @returns {Promise<Pages>} */
  async anyOf({ forms, named }) {
    this.lookAhead(forms);
    const wanted = [...new Set([...forms, ...named])];
    const found = new Map(await Promise.all(wanted.map(async (form) => /** @type {[string, Pages]} */ ([form, await this.pagesOf(form)]))));
    const counts = new Map();
    for (const form of forms) for (const [page, count] of /** @type {Pages} */ (found.get(form)).counts) counts.set(page, count + (counts.get(page) || 0));
    return { counts, titled: new Set(named.flatMap((form) => [.../** @type {Pages} */ (found.get(form)).titled])) };
  }

  /** @param {string[]} forms  What fails here fails again where it is needed. */
  lookAhead(forms) {
    for (const form of forms) {
      for (let start = 0; start < Math.min(form.length, KEYS_AHEAD); start += 1) this.runOf(form.slice(start)).catch(() => {});
    }
    const [term] = forms;
    const starts = term.length <= SHORT ? [...term].map((_, start) => start) : GRAMS_AHEAD;
    for (const start of starts) this.entries(term.slice(start)).catch(() => {});
  }

  /** @param {string} term @returns {Promise<Pages>} */
  async pagesOf(term) {
    const [{ slot, title }, pageOf] = await Promise.all([this.manifest(), this.slots()]);
    const found = await this.find(term);
    if (found.pages) return { counts: new Map([...found.pages].map((page) => [page, 1])), titled: found.titled };
    const counts = new Map();
    const titled = new Set();
    for (const place of found.places) {
      const at = Math.floor(place / slot);
      const page = pageOf[at];
      counts.set(page, 1 + (counts.get(page) || 0));
      if (place % slot < title && pageOf[at - 1] !== page) titled.add(page);
    }
    return { counts, titled };
  }

  /** @returns {Promise<Int32Array>} the page of every slot */
  slots() {
    return this.once("slots", async () => {
      const { pages, longer } = await this.manifest();
      const extra = new Map();
      for (let at = 0; at < longer.length; at += 2) extra.set(longer[at], longer[at + 1]);
      /** @type {number[]} */
      const found = [];
      for (let page = 0; page < pages; page += 1) {
        for (let slot = 0; slot <= (extra.get(page) || 0); slot += 1) found.push(page);
      }
      return Int32Array.from(found);
    });
  }

  /** @param {string} text @returns {Promise<Found>} */
  async find(text) {
    const alike = await this.entries(text);
    if (alike.length && alike[0].frequent) return sets(alike[0].data);
    /** @type {Set<number>} */
    const sure = new Set();
    const doubtful = [];
    for (const { text: gram, data } of alike) {
      if (gram.startsWith(text)) places(data).forEach((place) => sure.add(place));
      else if (text.startsWith(gram)) doubtful.push(...places(data));
    }
    if (doubtful.length) {
      for (const place of await this.followed(doubtful, text, alike[0].key.length)) sure.add(place);
    }
    return { pages: null, titled: null, places: sure };
  }

  /**
   * Those of the places, where `text` begins for sure with `step` characters, at which it goes on as it should.
   * A rest that is frequent says nothing. But where the text from its second character on is frequent,
   * the grams had told, and none of these places is one.
   * @param {number[]} found @param {string} text @param {number} step
   */
  async followed(found, text, step) {
    const longest = Math.max(1, Math.min(step, text.length - LONG_REST));
    for (let shift = longest; shift; shift = Math.floor(shift / 2)) {
      const rest = await this.find(text.slice(shift));
      const { places: there } = rest;
      if (there) return found.filter((place) => there.has(place + shift));
    }
    return [];
  }

  /** @param {string} text @returns {Promise<Entry[]>} the entries under the one key that can lead to `text` */
  async entries(text) {
    const [run, keys] = await this.runOf(text);
    if (run < 0) return [];
    const number = run * (await this.manifest()).run + lastUpTo(keys, text, (key) => key);
    const all = /** @type {Entry[]} */ (await this.file("grams", String(number), number, "bin", entriesOf));
    const { key } = all[lastUpTo(all, text, (entry) => entry.key)];
    if (!text.startsWith(key)) return [];
    const alike = all.filter((entry) => entry.key === key);
    return !alike[0].frequent || alike[0].text.startsWith(text) ? alike : [];
  }

  /** @param {string} text @returns {Promise<[number, string[]]>} the part of the directory in which it would stand, the first keys there */
  async runOf(text) {
    const { folder, keys } = await this.manifest();
    const run = lastUpTo(keys, text, (key) => key);
    return [run, run < 0 ? [] : await this.once(`keys ${run}`, async () => json(await this.get(`${folder}keys/${run}.json`)))];
  }

  /** @param {string} name @returns {Promise<any>} a table beside the index */
  async json(name) {
    return json(await this.get((await this.manifest()).folder + name));
  }

  /** @param {string} kind @param {string} name @param {number} number @param {string} ending @param {(raw: ArrayBuffer) => any} read */
  file(kind, name, number, ending, read) {
    return this.once(`${kind} ${name}`, async () => {
      const { folder, in_folder: size } = await this.manifest();
      return read(await this.get(`${folder}${kind}/${Math.floor(number / size)}/${name}.${ending}`));
    });
  }

  /** What was fetched once is kept; what failed is tried again. @param {string} name @param {() => Promise<any>} make */
  once(name, make) {
    let made = this.kept.get(name);
    if (!made) {
      made = make();
      this.kept.set(name, made);
      made.catch(() => this.kept.delete(name));
    }
    return made;
  }
}

/** @param {ArrayBuffer} raw */
function json(raw) {
  return JSON.parse(new TextDecoder().decode(raw));
}

/** @template T @param {T[]} sorted @param {string} text @param {(one: T) => string} key  The last one not behind `text`. */
function lastUpTo(sorted, text, key) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle]) <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @param {Uint8Array} raw @param {number} from @returns {[number, number]} the number, and where the next one begins */
function varint(raw, from) {
  let value = 0;
  let at = from;
  for (let factor = 1; ; factor *= 128) {
    value += (raw[at] & 127) * factor;
    at += 1;
    if (raw[at - 1] < 128) return [value, at];
  }
}

/** @param {Uint8Array} raw @returns {number[]} rising numbers from the varints of their gaps */
export function places(raw) {
  const found = [];
  let last = 0;
  for (let at = 0; at < raw.length;) {
    let gap;
    [gap, at] = varint(raw, at);
    last += gap;
    found.push(last);
  }
  return found;
}

/** @param {Uint8Array} raw @returns {number[]} */
export function pageSet(raw) {
  if (raw[0] !== BITS) return places(raw.subarray(1));
  const found = [];
  for (let at = 1; at < raw.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) if ((raw[at] >> bit) & 1) found.push((at - 1) * 8 + bit);
  }
  return found;
}

/** @param {Uint8Array} data @returns {Found} */
function sets(data) {
  const [size, begin] = varint(data, 0);
  const pages = new Set(pageSet(data.subarray(begin, begin + size)));
  return { pages, titled: new Set(pageSet(data.subarray(begin + size))), places: null };
}

/** @param {ArrayBuffer} buffer @returns {Entry[]} of a file as described in portal/search/shards.py */
function entriesOf(buffer) {
  const raw = new Uint8Array(buffer);
  let [count, at] = varint(raw, 0);
  let length;
  [length, at] = varint(raw, at);
  const names = new TextDecoder().decode(raw.subarray(at, at + length)).split("\n");
  at += length;
  const sizes = [];
  for (let entry = 0; entry < count; entry += 1) {
    let size;
    [size, at] = varint(raw, at);
    sizes.push(size);
  }
  let text = "";
  return sizes.map((size, entry) => {
    const name = names[entry];
    text = text.slice(0, Number(name[0])) + name.slice(2);
    const frequent = name[1] >= "A";
    const short = name.charCodeAt(1) - (frequent ? 64 : 48);
    const data = raw.subarray(at, at + size);
    at += size;
    return { text, key: text.slice(0, short), frequent, data };
  });
}

/** How much a page says of a term. @param {Pages} found @param {number} page */
function says({ counts, titled }, page) {
  return (titled.has(page) ? IN_TITLE : 0) + Math.min(counts.get(page) || 0, MOST_SAID);
}

/** What a title would be that consists of the query. @param {Term[]} terms */
function wholeTitles(terms) {
  return terms.length === 1 ? terms[0].named : [terms.map(({ named }) => named[0]).join("")];
}

/** @param {Set<number>} one @param {Set<number>} other */
function intersection(one, other) {
  return new Set([...one].filter((page) => other.has(page)));
}

/** @param {Iterable<number>} numbers */
function rising(numbers) {
  return [...numbers].sort((one, other) => one - other);
}
