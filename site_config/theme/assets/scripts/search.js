/*
 * 搜索页。The search page: asks while somebody writes, shows results a few at a time.
 * The address always says what is asked, so that sharing works, and the history how far somebody had come, so that going
 * back leads to the same place of the same list. Arrow keys walk through the
 * results, Escape leads back to the box. Without an index (a preview) it says so and leaves the lists below.
 */
import { isOver, OVER } from "./page.js";
import { Asking } from "./search-asking.js";
import { NoIndex } from "./search-index.js";
import { wordsOf } from "./search-terms.js";
import { excerpt, marked } from "./search-text.js";

const root = new URL("../../", import.meta.url);
// Few at first, so that they come fast on a weak line.
const FIRST = 5;
const MORE = 10;
const PAUSE = 150; // milliseconds without a key before the index is asked
const FILTERS = ["section", "type", "year"];

/** @typedef {import("./search-index.js").Shown} Shown */
/** @typedef {import("./search-asking.js").Answer} Answer */

/** @template {HTMLElement} T @param {string} selector @returns {T} */
function element(selector) {
  return /** @type {T} */ (document.querySelector(selector));
}

const form = /** @type {HTMLFormElement} */ (element(".p-search"));
const box = /** @type {HTMLInputElement} */ (element("#q"));
const said = element(".p-search__said");
const list = element(".p-results");
const more = /** @type {HTMLButtonElement} */ (element("[data-more]"));
const nothing = element(".p-nothing");
const browse = element(".p-browse");
const selects = FILTERS.map((name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name)));

const popular = [...browse.querySelectorAll(".p-tags a")].map((link) => link.textContent || "");

const asking = new Asking(fetched);
const { index } = asking;
let turn = 0; // the latest question; answers to earlier ones are dropped

/** @param {string} path @param {boolean} [again] */
async function fetched(path, again) {
  const answer = await fetch(new URL(path, root), again ? { cache: "reload" } : {});
  if (answer.status === 404 && path.endsWith("index.json")) throw new NoIndex();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** @param {string} tag @param {string} className @param {[string, boolean][]} pieces @returns {HTMLElement} */
function made(tag, className, pieces) {
  const one = document.createElement(tag);
  one.className = className;
  for (const [text, hit] of pieces) {
    if (!hit) {
      one.append(text);
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = text;
    one.append(mark);
  }
  return one;
}

/** @param {number} number @param {string[][]} terms @returns {Promise<HTMLElement>} */
async function result(number, terms) {
  const shown = await index.page(number);
  const item = made("li", "p-result", []);
  if (shown.until && isOver(shown.until)) {
    item.append(made("p", "p-over", [[OVER, false]]));
    return item;
  }
  if (shown.until) item.setAttribute("data-until", shown.until);
  const link = /** @type {HTMLAnchorElement} */ (made("a", "p-result__title", marked(shown.title, terms.flat())));
  link.href = new URL(shown.address, root).href;
  const about = made("p", "p-about", []);
  if (shown.demo) about.append(made("span", "p-mark", [["示例数据", false]]));
  const [year, month, day] = shown.day.split("-").map(Number);
  const words = [shown.section, ...shown.types.slice(0, 2), shown.day ? `${year}年${month}月${day}日` : ""];
  for (const word of words.filter(Boolean)) about.append(made("span", "", [[word, false]]));
  item.append(link, made("p", "", await passage(number, shown, terms)), about);
  return item;
}

/** The passage with the words; of a long text part after part until there is one. @param {number} number @param {Shown} shown @param {string[][]} terms */
async function passage(number, shown, terms) {
  let found = excerpt(shown.text, terms);
  for (let part = 1; !found && part < shown.parts; part += 1) found = excerpt(await index.more(number, part), terms);
  const opening = shown.text.join(" ").slice(0, 80);
  return found || (opening ? /** @type {[string, boolean][]} */ ([[`${opening}…`, false]]) : []);
}

/** @param {number[]} pages @param {string[][]} terms @param {number} start @param {number} end @param {number} mine */
async function show(pages, terms, start, end, mine) {
  const items = await Promise.all(pages.slice(start, end).map((page) => result(page, terms)));
  if (mine !== turn) return;
  if (!start) list.textContent = "";
  list.append(...items);
  more.hidden = end >= pages.length;
  more.textContent = `再看${Math.min(MORE, pages.length - end)}条`;
  more.onclick = async () => {
    await show(pages, terms, end, end + MORE, mine);
    remember(end + MORE);
    const next = list.children[end];
    if (next) links()[end].focus();
  };
}

/** How many results are shown, for whoever comes back. @param {number} shown */
function remember(shown) {
  history.replaceState({ ...history.state, shown }, "");
}

function links() {
  return /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll(".p-result__title")]);
}

/** @param {"browse" | "list" | "nothing"} part */
function swap(part) {
  browse.hidden = part !== "browse";
  list.hidden = part !== "list";
  nothing.hidden = part !== "nothing";
  if (part !== "list") more.hidden = true;
}

/** @param {number[]} pages @returns {Promise<number[]>} those that the filters let through, in the same order */
async function filtered(pages) {
  let left = pages;
  for (const { name, value } of selects) {
    if (!value) continue;
    if (name === "year") {
      const range = (await index.manifest()).years.find(([year]) => year === value) || ["", 0, 0];
      left = left.filter((page) => page >= range[1] && page < range[2]);
    } else {
      const having = await index.filter(name, value);
      left = left.filter((page) => having.has(page));
    }
  }
  return left;
}

/** @param {string} query @param {number} all results without filters @param {number} mine */
async function advise(query, all, mine) {
  const words = wordsOf(query);
  const tried = await Promise.all((words.length > 1 ? words : []).map(async (word) => ((await index.search(word)).pages.length ? word : "")));
  const known = await asking.suggestions(query);
  if (mine !== turn) return;
  const place = element("[data-words]");
  place.textContent = "";
  const leading = [...new Set([...tried.filter(Boolean), ...known])];
  for (const word of leading.length ? leading : popular) {
    const link = /** @type {HTMLAnchorElement} */ (made("a", "", [[word, false]]));
    link.href = `?q=${encodeURIComponent(word)}`;
    place.append(link);
  }
  element("[data-unfilter]").hidden = !all;
}

function writeAddress() {
  const address = new URL(location.href);
  for (const { name, value } of [box, ...selects]) {
    if (value.trim()) address.searchParams.set(name, value.trim());
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href) history.replaceState(null, "", address.href);
}

/** Fill the form from the address; a value that is no option is left out. */
function readAddress() {
  const asked = new URL(location.href).searchParams;
  box.value = (asked.get("q") || "").slice(0, box.maxLength);
  for (const select of selects) {
    const wanted = asked.get(select.name) || "";
    select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
  }
}

async function answer() {
  turn += 1;
  const mine = turn;
  const query = box.value;
  writeAddress();
  const asked = wordsOf(query).length > 0;
  document.title = document.title.replace(/^(“.*?”的)?搜索/, asked ? `“${query.trim()}”的搜索` : "搜索");
  if (!asked) {
    said.textContent = "";
    swap("browse");
    return;
  }
  const slow = setTimeout(() => { if (mine === turn) said.textContent = "正在找…"; }, 2 * PAUSE);
  const found = await asking.ask(query).finally(() => clearTimeout(slow));
  const pages = await filtered(found.pages);
  if (mine !== turn) return;
  const { shown = FIRST, y = 0 } = history.state || {};
  if (pages.length) await show(pages, found.terms, 0, shown, mine);
  else await advise(query, found.pages.length, mine);
  if (mine !== turn) return;
  swap(pages.length ? "list" : "nothing");
  said.textContent = pages.length ? told(query.trim(), found, pages.length) : `没有找到“${query.trim()}”`;
  if (!y) return;
  window.scrollTo(0, y);
  // Once: whoever asks the same again begins at the top.
  history.replaceState({ shown }, "");
}

/** How the results came about. @param {string} query @param {Answer} found @param {number} count those that the filters let through */
function told(query, { pages, inTitle, exact, as, near }, count) {
  const all = count < pages.length ? `，全部内容里有${pages.length}条` : "";
  if (near) return `没有完全相同的，相近的有${count}条${all}`;
  if (as.length && !exact) return `没有“${query}”，按${as.map((word) => `“${word}”`).join("、")}找到${count}条${all}`;
  if (as.length) return `找到${count}条，也按${as.map((word) => `“${word}”`).join("、")}找了${all}`;
  if (all) return `找到${count}条${all}`;
  return inTitle && inTitle < count ? `找到${count}条，标题里有的排在前面` : `找到${count}条`;
}

/** @param {unknown} trouble */
function giveUp(trouble) {
  said.textContent = trouble instanceof NoIndex
    ? "站内检索在正式生成的网站里才能用；预览时请从下面的列表里找。"
    : "没有连上网络，检索用不了。连上后再按一次“搜索”。";
  swap("browse");
}

/** Ask; once more from the beginning where the site has changed meanwhile. */
function run() {
  answer().catch(() => index.renew().then(answer)).catch(giveUp);
}

async function fillFilters() {
  const { years, filters } = await index.manifest();
  const options = { section: filters.section, type: filters.type, year: years };
  for (const select of selects) {
    for (const [value] of options[/** @type {"section" | "type" | "year"} */ (select.name)] || []) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = select.name === "year" ? `${value}年` : value;
      select.append(option);
    }
  }
}

/** From the box to the results and back; Escape in the box empties it. @param {KeyboardEvent} event */
function walk(event) {
  const all = links();
  const at = all.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  if (event.isComposing || (at < 0 && document.activeElement !== box)) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step && !list.hidden && at + step >= 0 ? all[Math.min(at + step, all.length - 1)] : box;
  if (event.key !== "Escape" && (!step || next === document.activeElement)) return;
  event.preventDefault();
  if (event.key === "Escape" && at < 0) {
    box.value = "";
    run();
  }
  (event.key === "Escape" ? box : next).focus();
}

/** @type {number | undefined} */
let waiting;
function soon() {
  clearTimeout(waiting);
  waiting = window.setTimeout(run, PAUSE);
}

// "input" comes from keys, paste, dictation and handwriting alike; while an input method composes, its letters are no words yet.
box.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) soon(); });
box.addEventListener("compositionend", soon);
selects.forEach((select) => select.addEventListener("change", run));
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); run(); });
form.addEventListener("keydown", walk);
list.addEventListener("keydown", walk);
element("[data-unfilter] button").addEventListener("click", () => {
  selects.forEach((select) => { select.value = ""; });
  box.focus();
  run();
});
window.addEventListener("pagehide", () => history.replaceState({ ...history.state, y: window.scrollY }, ""));
window.addEventListener("popstate", () => { readAddress(); run(); });
readAddress();
fillFilters().then(readAddress, () => {}).then(run);
