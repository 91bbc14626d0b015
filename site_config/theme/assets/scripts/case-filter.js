/*
 * 案例的即时筛选。Filters all public cases by what they are about and by words in title and summary.
 * Data: cases/index.json (columns) and cases/index/<n>.json (texts), fetched when first needed. The
 * address always says what is chosen, so that going back and sharing work. Where the data cannot be had,
 * the links to the facet pages come back.
 */

import { isOver } from "./page.js";
import { tell } from "./saying.js";
import { afterTyping } from "./typing.js";

const SHOWN = 50;
const NAMES = ["business", "focus", "product", "year", "q"];
const base = new URL("../../cases/", import.meta.url);

/**
 * @typedef {{words: [string, string][], of: number[]}} Column
 * @typedef {{version: string, size: number, id: string[], date: string[], demo: number[], until: Record<number, string>,
 *   business: Column, focus: Column, product: Column}} Index
 * @typedef {Record<string, string>} Wanted
 */

const form = /** @type {HTMLFormElement} */ (document.querySelector(".p-filter"));
const listed = /** @type {HTMLElement} */ (document.querySelector(".p-listed"));
const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const everything = status.textContent;

const found = document.createElement("div");
found.className = "p-found";
found.hidden = true;
const list = document.createElement("ul");
list.className = "p-cards";
const more = document.createElement("button");
more.type = "button";
more.className = "p-button p-button--quiet";
more.textContent = "再看一些";
found.append(list, more);
listed.after(found);

/** @type {Promise<Index> | null} */
let index = null;
/**
 * Title and summary; where lines of the title may end, what of it stays whole, and what of the summary does.
 * @typedef {{title: string, summary: string, breaks: number[], wholes: number[], sums: number[]}} Texts
 */
/** @type {Map<number, Promise<Texts[]>>} */
const texts = new Map();
let turn = 0; // the latest question; answers to earlier ones are dropped

/** @param {string} path @returns {Promise<any>} */
async function fetched(path) {
  const answer = await fetch(new URL(path, base));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function columns() {
  if (!index) index = fetched("index.json");
  return index;
}

/** @param {Index} from @param {number} row @returns {Promise<Texts>} */
async function text(from, row) {
  const number = Math.floor(row / from.size);
  let part = texts.get(number);
  if (!part) {
    part = fetched(`index/${number}.json?v=${from.version}`).then((file) => {
      if (file.version !== from.version) throw new Error("the site has changed");
      return file.cases.map((/** @type {[string, string]} */ [title, summary], /** @type {number} */ place) => {
        const [breaks, wholes, sums] = file.lines[place];
        return { title, summary, breaks, wholes, sums };
      });
    });
    texts.set(number, part);
  }
  return (await part)[row % from.size];
}

/** @returns {Wanted} what the form asks for */
function wanted() {
  /** @type {Wanted} */
  const asked = {};
  for (const name of NAMES) {
    const value = /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value.trim();
    if (value) asked[name] = value;
  }
  return asked;
}

/** Fill the form from the address; a value that is no option is left out. */
function readAddress() {
  const asked = new URL(location.href).searchParams;
  for (const name of NAMES) {
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    field.value = asked.get(name) || "";
    if (field.value !== (asked.get(name) || "")) field.value = "";
  }
}

/** @param {Wanted} asked */
function writeAddress(asked) {
  const address = new URL(location.href);
  for (const name of NAMES) {
    if (asked[name]) address.searchParams.set(name, asked[name]);
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href) history.replaceState(history.state, "", address.href);
}

/** @param {Index} from @param {Wanted} asked @returns {number[]} rows that fit all but the words */
function fitting(from, asked) {
  const columnsAsked = [from.business, from.focus, from.product]
    .map((column, place) => ({ column, id: asked[NAMES[place]] }))
    .filter(({ id }) => id)
    .map(({ column, id }) => ({ of: column.of, number: column.words.findIndex(([word]) => word === id) }));
  const rows = [];
  for (let row = 0; row < from.id.length; row += 1) {
    if (from.until[row] && isOver(from.until[row])) continue;
    const fits = columnsAsked.every(({ of, number }) => of[row] === number);
    if (fits && (!asked.year || from.id[row].startsWith(`${asked.year}-`))) rows.push(row);
  }
  return rows;
}

/** @param {string} words  Width and case made alike: an input method may write ２０２４. */
function alike(words) {
  return words.normalize("NFKC").toLowerCase();
}

/** @param {Index} from @param {number[]} rows @param {string} words all of which must occur */
async function containing(from, rows, words) {
  const parts = alike(words).split(/\s+/).filter(Boolean);
  const hits = [];
  for (const row of rows) {
    const { title, summary } = await text(from, row);
    const whole = alike([from.id[row], title, summary].join("\n"));
    if (parts.every((part) => whole.includes(part))) hits.push(row);
  }
  return hits;
}

/** @param {string} tag @param {string} className @param {string} content */
function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = content;
  return made;
}

/**
 * A text set as the server sets it: `<wbr>` where a line may end, `<bdi>` around what stays whole.
 * @param {Node} into @param {string} content @param {number[]} breaks @param {number[]} wholes
 */
function typeset(into, content, breaks, wholes) {
  const starts = new Set(wholes.filter((_, place) => place % 2 === 0));
  const marks = [...new Set([...breaks, ...wholes, content.length])].sort((one, other) => one - other);
  let done = 0;
  for (const mark of marks) {
    const piece = content.slice(done, mark);
    if (starts.has(done)) into.appendChild(element("bdi", "", piece));
    else if (piece) into.appendChild(document.createTextNode(piece));
    if (breaks.includes(mark)) into.appendChild(document.createElement("wbr"));
    done = mark;
  }
}

/** @param {Index} from @param {number} row  The same card as in the list that the server sent. */
async function card(from, row) {
  const { title, summary, breaks, wholes, sums } = await text(from, row);
  const made = element("li", "p-card", "");
  if (from.until[row]) made.setAttribute("data-until", from.until[row]);
  const link = /** @type {HTMLAnchorElement} */ (element("a", "p-card__title", ""));
  const set = breaks.length ? "p-words" : "p-line";
  const inside = breaks.length || wholes.length ? link.appendChild(element("span", set, "")) : link;
  typeset(inside, title, breaks, wholes);
  const told = element("p", "", "");
  typeset(told, summary, [], sums);
  link.href = new URL(`${from.id[row]}/`, base).href;
  const about = element("p", "p-about", "");
  if (from.demo.includes(row)) about.append(element("span", "p-mark", "示例数据"));
  const business = from.business.words[from.business.of[row]][1];
  const focus = from.focus.words[from.focus.of[row]][1];
  for (const word of new Set([business, focus])) about.append(element("span", "", word));
  const [year, month, day] = from.date[row].split("-").map(Number);
  const time = element("time", "", `${year}年${month}月${day}日`);
  time.setAttribute("datetime", from.date[row]);
  const when = element("span", "", "");
  when.append(time);
  about.append(when);
  made.append(link, told, about);
  return made;
}

/** @param {Index} from @param {number[]} rows @param {number} start @param {number} mine */
async function show(from, rows, start, mine) {
  const cards = await Promise.all(rows.slice(start, start + SHOWN).map((row) => card(from, row)));
  if (mine !== turn) return;
  if (!start) list.textContent = "";
  list.append(...cards);
  more.hidden = rows.length <= start + SHOWN;
  more.onclick = async () => {
    await show(from, rows, start + SHOWN, mine);
    const next = /** @type {HTMLElement | null} */ (cards.length ? list.children[start + SHOWN] : null);
    const link = next && next.querySelector("a");
    if (link) link.focus();
  };
}

/** @param {boolean} on whether the filtered list takes the place of the one that the server sent */
function swap(on) {
  found.hidden = !on;
  listed.hidden = on;
}

async function filter() {
  const mine = (turn += 1);
  const asked = wanted();
  writeAddress(asked);
  if (!Object.keys(asked).length) {
    swap(false);
    tell(status, everything);
    return;
  }
  const from = await columns();
  let rows = fitting(from, asked);
  if (asked.q) rows = await containing(from, rows, asked.q);
  if (mine !== turn) return;
  await show(from, rows, 0, mine);
  if (mine !== turn) return;
  swap(true);
  tell(status, rows.length ? `找到${rows.length}件` : "没有符合条件的案例，去掉一个条件试试");
}

/** Without the data the facet pages do the same. */
function giveUp() {
  swap(false);
  form.replaceWith(element("p", "p-notice", "筛选要用的数据没有读到，请从下面的条件里选。"));
  const facets = document.querySelector(".p-facets--replaced");
  if (facets) facets.classList.remove("p-facets--replaced");
}

function run() {
  filter().catch(giveUp);
}

afterTyping(form, run);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
form.addEventListener("reset", () => setTimeout(run));
window.addEventListener("popstate", () => { readAddress(); run(); });
readAddress();
run();
