/*
 * What every page can do with scripts: elder version, light or dark, print, share, read aloud, menu.
 * Nothing here is needed to read a page; what a tap needs is fetched when a finger comes near.
 */

const root = document.documentElement;
const APPS = /MicroMessenger|QQ\/|QQTheme|Weibo|AlipayClient|DingTalk|Lark|aweme|Toutiao|NewsArticle|baiduboxapp/i;

/** Whether the page is open inside an app that is no browser: it takes no files and often cannot print. */
export const isInside = APPS.test(navigator.userAgent);

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

/**
 * @param {string} selector
 * @param {(event: Event, target: HTMLElement) => void} action
 */
function on(selector, action) {
  document.querySelectorAll(selector).forEach((target) => {
    target.addEventListener("click", (event) => action(event, /** @type {HTMLElement} */ (target)));
  });
}

/** @param {string} selector of switches @param {boolean} pressed what they are now */
function press(selector, pressed) {
  document.querySelectorAll(selector).forEach((one) => one.setAttribute("aria-pressed", String(pressed)));
}

/** In large type a table does not fit on a phone: its rows become cards. */
async function largeTables() {
  if (!root.classList.contains("elder") || !document.querySelector("main table")) return;
  const { nameCells } = await import("./elder.js");
  nameCells();
}

function switchElder() {
  const elder = root.classList.toggle("elder");
  remember("portal.mode", elder ? "elder" : "standard");
  const address = new URL(location.href);
  address.searchParams.delete("mode");
  if (address.hash === "#elder") address.hash = "";
  if (address.href !== location.href) history.replaceState(history.state, "", address.href);
  press("button[data-elder]", elder);
  largeTables();
  window.scrollTo(0, 0);
}

const dark = matchMedia("(prefers-color-scheme: dark)");
/** @returns {boolean} */
const isDark = () => (root.getAttribute("data-scheme") || (dark.matches ? "dark" : "light")) === "dark";

function switchScheme() {
  const wanted = isDark() ? "light" : "dark";
  root.setAttribute("data-scheme", wanted);
  // Back to what the system says: follow it again.
  remember("portal.scheme", (wanted === "dark") === dark.matches ? null : wanted);
  tellSwitches();
}

function tellSwitches() {
  press("button[data-elder]", root.classList.contains("elder"));
  press("[data-scheme-switch]", isDark());
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

/**
 * A module that is fetched before the tap that needs it: phones speak and share only right after a tap.
 * @template T
 * @param {string} selector what is going to be tapped
 * @param {() => Promise<T>} load
 * @param {(module: T, target: HTMLElement) => void} action
 */
function onceNear(selector, load, action) {
  /** @type {T | null} */
  let ready = null;
  const early = () => load().then((module) => { ready = module; return module; });
  document.querySelectorAll(selector).forEach((one) => {
    const target = /** @type {HTMLElement} */ (one);
    for (const kind of ["pointerenter", "touchstart", "focus"]) {
      target.addEventListener(kind, () => { early().catch(() => {}); }, { passive: true, once: true });
    }
    target.addEventListener("click", () => {
      if (ready) action(ready, target);
      else early().then((module) => action(module, target)).catch(() => {});
    });
  });
}

/** A row of choices that is longer than a phone is wide shows the one that was chosen in its middle. */
function showChosen() {
  document.querySelectorAll(".p-facets dd [aria-current]").forEach((one) => {
    const row = /** @type {HTMLElement} */ (one.parentElement);
    const chosen = one.getBoundingClientRect();
    row.scrollLeft += chosen.left - row.getBoundingClientRect().left - (row.clientWidth - chosen.width) / 2;
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

/**
 * What a link leads to is there to be read: the <details> around it, or that it is, opens. Where it is open already
 * the browser has done all there is to do.
 * @param {string} hash
 */
function openTarget(hash) {
  let place = null;
  try {
    place = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  } catch (broken) {
    // An address that somebody cut short leads nowhere.
  }
  const closed = [];
  for (let one = place; one; one = one.parentElement) {
    if (one instanceof HTMLDetailsElement && !one.open) closed.push(one);
  }
  closed.forEach((one) => { one.open = true; });
  if (place && closed.length) place.scrollIntoView();
}

hideWhatIsOver();
// A page that is left open over midnight, or comes back from the browser's memory.
document.addEventListener("visibilitychange", hideWhatIsOver);
window.addEventListener("pageshow", hideWhatIsOver);
tellSwitches();
// Old Safari knows no events of a media query.
if (dark.addEventListener) dark.addEventListener("change", tellSwitches);
largeTables();
showChosen();
on("button[data-elder]", switchElder);
on("[data-scheme-switch]", switchScheme);
const passing = () => import("./passing.js");
onceNear("[data-print]", passing, ({ print }, near) => print(near));
onceNear("[data-share]", passing, ({ share }, near) => share(near));
onceNear("[data-speak]", () => import("./speech.js"), ({ toggle }, near) => toggle(near));
// At once, not when the module has come: an app answers an early tap with nothing at all.
if (isInside) document.addEventListener("click", mindDownload);

/** @param {MouseEvent} event */
function mindDownload(event) {
  const link = event.target instanceof Element && event.target.closest("a[download]");
  if (!(link instanceof HTMLAnchorElement) || link.protocol === "blob:") return;
  event.preventDefault();
  passing().then(({ copyInstead }) => copyInstead(link), () => {});
}
mindMenu();
openTarget(location.hash);
window.addEventListener("hashchange", () => openTarget(location.hash));
// Tapping the same link once more changes no address, but what it leads to may have been closed.
on("a[href^='#']", (event, link) => openTarget(/** @type {HTMLAnchorElement} */ (link).hash));

/** The address without what chat apps append to it, but with what this page's own form asks for. */
export function addressToShare() {
  const address = new URL(location.href);
  const asked = new Set([...document.querySelectorAll("main form [name]")].map((field) => field.getAttribute("name")));
  for (const name of [...address.searchParams.keys()]) if (!asked.has(name)) address.searchParams.delete(name);
  address.hash = "";
  return address.href;
}

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
