/*
 * What every page can do with scripts: elder version, light or dark, print, share, read aloud, menu.
 * Nothing here is needed to read a page.
 */

const root = document.documentElement;
const SAID_FOR = 4000; // milliseconds a message stays

/**
 * Remember a choice where the browser allows it.
 * @param {string} name
 * @param {string | null} value
 */
function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch (denied) {
    // Private windows may refuse; the choice then lasts for this page.
  }
}

/** @param {string} text shown for a moment and read out by screen readers */
export function say(text) {
  let place = document.querySelector(".p-said");
  if (!place) {
    place = document.createElement("div");
    place.className = "p-said";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = text;
  setTimeout(() => { if (place.textContent === text) place.textContent = ""; }, SAID_FOR);
}

/**
 * @param {string} selector
 * @param {(event: Event, target: HTMLElement) => void} action
 */
function on(selector, action) {
  document.querySelectorAll(selector).forEach((target) => {
    target.addEventListener("click", (event) => action(event, /** @type {HTMLElement} */ (target)));
  });
}

/** Every link to the elder version says what a tap will do now. */
function nameElderSwitch() {
  const elder = root.classList.contains("elder");
  document.querySelectorAll("[data-elder]").forEach((link) => {
    link.textContent = elder ? "标准版" : "适老版";
    link.setAttribute("href", elder ? "?mode=standard" : "?mode=elder");
  });
}

/** In large type a table does not fit on a phone: its rows become cards. */
async function largeTables() {
  if (!root.classList.contains("elder") || !document.querySelector("main table")) return;
  const { nameCells } = await import("./elder.js");
  nameCells();
}

/** @param {Event} event */
function switchElder(event) {
  event.preventDefault();
  const elder = root.classList.toggle("elder");
  remember("portal.mode", elder ? "elder" : "standard");
  const address = new URL(location.href);
  address.searchParams.delete("mode");
  if (address.hash === "#elder") address.hash = "";
  if (address.href !== location.href) history.replaceState(history.state, "", address.href);
  nameElderSwitch();
  largeTables();
  say(elder ? "已换成适老版：字更大，一栏显示" : "已换成标准版");
  window.scrollTo(0, 0);
}

function switchScheme() {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const now = root.getAttribute("data-scheme") || system;
  const wanted = now === "dark" ? "light" : "dark";
  root.setAttribute("data-scheme", wanted);
  // Back to what the system says: follow it again.
  remember("portal.scheme", wanted === system ? null : wanted);
  say(wanted === "dark" ? "已换成深色" : "已换成浅色");
}

export const OVER = "公示期已满，内容不再显示";
// What the head says of the page, for chats and search engines that run scripts.
const TELLING = "meta[name]:not([name=viewport]):not([name=robots]):not([name=until]):not([name=color-scheme]):not([name=theme-color]), "
  + "meta[property], script[type='application/ld+json']";
const CHINA = 8 * 60 * 60 * 1000; // milliseconds ahead of UTC, the whole year

/** @param {string} until `2027-03-16` @returns {boolean} whether that day is over in Shanghai, wherever the reader is */
export function isOver(until) {
  return until < new Date(Date.now() + CHINA).toISOString().slice(0, 10);
}

/**
 * A named penalty is shown until and on its last day, even if nobody has built the site since: what is past its
 * day is taken out of the page. The day is that of Shanghai, wherever the reader is.
 */
function hideWhatIsOver() {
  document.querySelectorAll("[data-until]").forEach((place) => {
    if (!isOver(String(place.getAttribute("data-until")))) return;
    const whole = place.classList.contains("p-page");
    const said = document.createElement(whole ? "h1" : "p");
    said.className = "p-over";
    said.textContent = OVER;
    place.textContent = "";
    place.append(said);
    place.removeAttribute("data-until");
    if (whole) {
      document.title = OVER;
      root.classList.remove("is-over");
      document.querySelectorAll(TELLING).forEach((one) => one.remove());
    }
  });
}

/** The address without what chat apps append to it, but with what this page's own form asks for. */
function addressToShare() {
  const address = new URL(location.href);
  const asked = new Set([...document.querySelectorAll("main form [name]")].map((field) => field.getAttribute("name")));
  for (const name of [...address.searchParams.keys()]) if (!asked.has(name)) address.searchParams.delete(name);
  address.hash = "";
  return address.href;
}

/** The phone's own sheet for sharing where there is one, else the address is copied. */
async function share() {
  const url = addressToShare();
  const heading = document.querySelector("h1");
  if (navigator.share) {
    await navigator.share({ title: heading ? heading.textContent : document.title, url }).catch(() => {});
  } else {
    const { copied } = await import("./copying.js");
    say((await copied({ "text/plain": url })) ? "网址已复制" : `网址：${url}`);
  }
}

/** Reading aloud is loaded when somebody wants it. @param {Event} event @param {HTMLElement} button */
async function speak(event, button) {
  const { toggle } = await import("./speech.js");
  /* @ts-expect-error: every page has it */
  toggle(button, document.getElementById("main"));
}

/** A row of choices that is longer than a phone is wide begins with the one that was chosen. */
function showChosen() {
  document.querySelectorAll(".p-facets dd [aria-current]").forEach((one) => {
    const row = /** @type {HTMLElement} */ (one.parentElement);
    row.scrollLeft += one.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 4;
  });
}

/** The menu closes with Escape and by a tap beside it, and gives the focus back. */
function mindMenu() {
  const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".p-menu"));
  if (!menu) return;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      /* @ts-expect-error: a <details> has one */
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  });
}

/** `/` leads to the search box, as on many sites; not while somebody is typing. */
function mindSlash() {
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement ? document.activeElement.tagName : "");
    const boxes = ["main", ".p-head__find"].flatMap((place) => [...document.querySelectorAll(`${place} input[type="search"]`)]);
    const box = /** @type {HTMLElement | undefined} */ (boxes.find((one) => one.getClientRects().length));
    if (event.key !== "/" || typing || !box || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
  });
}

hideWhatIsOver();
// A page that is left open over midnight, or comes back from the browser's memory.
document.addEventListener("visibilitychange", hideWhatIsOver);
window.addEventListener("pageshow", hideWhatIsOver);
nameElderSwitch();
largeTables();
showChosen();
on("[data-elder]", switchElder);
on("[data-scheme-switch]", switchScheme);
on("[data-print]", () => window.print());
on("[data-share]", share);
on("[data-speak]", speak);
mindMenu();
mindSlash();
/** Paper says what was asked for on this page, and when it was printed, which no build knows. */
function fillInPaper() {
  const [address, day] = [document.querySelector("[data-address]"), document.querySelector("[data-printed]")];
  const now = new Date();
  if (day) day.textContent = `打印日期：${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
  // Searching and filtering change the address without a new page.
  const [path, asked] = addressToShare().split("?");
  if (address && asked) address.textContent = `${path}?${asked.replace(/\+/g, " ").replace(/(?:%[0-9A-F]{2})+/gi, readable)}`;
}

/** @param {string} escaped @returns {string} `%E7%95%99` as 留 */
function readable(escaped) {
  try {
    return decodeURIComponent(escaped);
  } catch (broken) {
    return escaped;
  }
}

window.addEventListener("beforeprint", fillInPaper);
