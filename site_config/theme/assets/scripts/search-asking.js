/*
 * 检索：一步一步地问。The order in which a query is answered: as it was typed, in the words of the site, respelled, and by
 * what comes near. Each step is taken only where the ones before found nothing, but for the words of the site, which
 * stand beside what was typed.
 */
import { SearchIndex } from "./search-index.js";
import { formsOf, readings } from "./search-terms.js";
import { Aliases } from "./search-words.js";

/** @typedef {import("./search-spelling.js").Spelling} Spelling */

/**
 * `as` is what was looked for instead of what was typed, `exact` how many pages have what was typed, `near` says that
 * none has all of it. `terms` are what to mark, each in its forms.
 * @typedef {{pages: number[], inTitle: number, exact: number, as: string[], near: boolean, terms: string[][]}} Answer
 */

const MOST_QUERIES = 4;

export class Asking {
  /** @param {(path: string, again?: boolean) => Promise<ArrayBuffer>} get by the path below the site's root */
  constructor(get) {
    this.index = new SearchIndex(get);
  }

  /** @param {string} query @returns {Promise<Answer>} */
  async ask(query) {
    const typed = await this.index.search(query);
    if (typed.inTitle) return this.answered([query], typed, typed, []);
    const other = await this.inOtherWords(query, typed);
    if (other.pages.length) return other;
    const spelling = await this.spelling();
    const simplified = spelling.simplified(query);
    for (const one of [simplified, ...spelling.corrected(simplified)].filter((text) => text !== query)) {
      const found = await this.inOtherWords(one, await this.index.search(one));
      if (found.pages.length) return { ...found, exact: 0, as: [one, ...found.as] };
    }
    return this.near(simplified);
  }

  /** @param {string} query @returns {Promise<string[]>} words that lead to something, for whoever found nothing */
  async suggestions(query) {
    return (await this.spelling()).suggested(query, 8);
  }

  /** What was typed in titles, other words in titles, then the texts. @param {string} query @param {import("./search-index.js").Answer} typed @returns {Promise<Answer>} */
  async inOtherWords(query, typed) {
    const aliases = await (typed.pages.length ? this.aliasesHere() : this.aliases());
    const others = aliases.replaced(query).slice(0, MOST_QUERIES);
    if (!others.length || typed.inTitle) return this.answered([query], typed, typed, []);
    const found = await Promise.all(others.map((other) => this.index.search(other.query)));
    const titled = found.flatMap(({ pages, inTitle }) => pages.slice(0, inTitle));
    const rest = found.flatMap(({ pages, inTitle }) => pages.slice(inTitle));
    const pages = [...new Set([...titled, ...typed.pages, ...rest])];
    const as = others.filter((_, at) => found[at].pages.length).flatMap(({ words }) => words);
    return this.answered([query, ...others.map((other) => other.query)], { pages, inTitle: titled.length }, typed, as);
  }

  /** @param {string[]} queries @param {import("./search-index.js").Answer} found @param {import("./search-index.js").Answer} typed @param {string[]} as @returns {Answer} */
  answered(queries, found, typed, as) {
    const terms = queries.flatMap((query) => readings(query).flat()).map(({ forms }) => forms);
    return { ...found, exact: typed.pages.length, as, near: false, terms };
  }

  /** @param {string} query @returns {Promise<Answer>} */
  async near(query) {
    const [aliases, spelling, { cut, nearest }] = await Promise.all([this.aliases(), this.spelling(), import("./search-near.js")]);
    const words = cut(query, (word) => spelling.known.has(word) || aliases.words.has(word));
    const terms = words.map((word) => [...new Set([...formsOf(word), ...aliases.of(word)])]);
    const { pages, terms: found } = await nearest(this.index, terms);
    return { pages, inTitle: 0, exact: 0, as: [], near: true, terms: found };
  }

  /** What was found as it was typed can only have other words in it that stand on the site. @returns {Promise<Aliases>} */
  aliasesHere() {
    return this.index.once("aliases here", async () => new Aliases(await this.index.json("aliases-here.json")));
  }

  /** @returns {Promise<Aliases>} */
  aliases() {
    return this.index.once("aliases", async () => new Aliases(await this.index.json("aliases.json")));
  }

  /** @returns {Promise<Spelling>} */
  spelling() {
    return this.index.once("spelling", async () => {
      const [{ Spelling }, tables] = await Promise.all([import("./search-spelling.js"), this.index.json("spelling.json")]);
      return new Spelling(tables);
    });
  }
}
