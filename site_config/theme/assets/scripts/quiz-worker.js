/*
 * The service worker of the quiz, a classic script that quiz/sw.js loads after saying what to keep. Its scope
 * is quiz/: pages elsewhere never meet it. A new one waits until no page of the quiz is open, so that nobody
 * loses files in mid-practice.
 */

/**
 * `fresh` is asked for anew whenever there is a network, `files` never change; `more` is kept only on request.
 * @type {{version: string, bank: string, fresh: string[], files: string[], more: string[]}}
 */
const { version, bank, fresh, files, more } = self.KEPT;
const SITE = new URL("../", self.location.href);
// Several sites may lie on one host, each in its folder.
const OURS = `portal-quiz ${SITE.pathname} `;
const WISH = `${OURS}all`; // exists where somebody asked for everything
const BANK = /^quiz\/bank\/[0-9a-f]+\//;
const ASSETS = /^assets\/[0-9a-f]{8,}\//;
// Nothing else is ever kept: a case that is closed must not live on in a phone.
const OFFLINE = /^(quiz|assets)\//;
const SAME = { ignoreSearch: true, ignoreVary: true };
const PATIENCE = 4000; // milliseconds for a network that is there but does not answer

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("message", (event) => event.waitUntil(report(event.data, event.ports[0])));
self.addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !url.startsWith(SITE.href)) return;
  const path = url.slice(SITE.href.length);
  if (!OFFLINE.test(path)) return;
  if (BANK.test(path) || ASSETS.test(path)) event.respondWith(kept(event, path));
  else if (path.startsWith("quiz/")) event.respondWith(newest(event, path));
});

/** The cache in which a file lies: the bank stays when only the site changes. @param {string} path */
function home(path) {
  const inBank = BANK.exec(path);
  return caches.open(OURS + (inBank ? inBank[0] : version));
}

/** @param {string} path */
async function isKept(path) {
  return Boolean(await foundAt(path));
}

/**
 * Whether it is what lies there: a hotel's network and a server in trouble answer with a page of their own.
 * @param {Response} answer
 * @param {string} path
 */
async function isOurs(answer, path) {
  if (!answer.ok) return false;
  if (!(answer.headers.get("Content-Type") || "").includes("html")) return true;
  return path.endsWith("/") && (await answer.clone().text()).includes("/portal.css");
}

/**
 * An answer to a page may not have come by way of another address: a copy knows nothing of its way.
 * @param {string} path @param {Response} answer that nobody reads
 */
async function put(path, answer) {
  const { status, statusText, headers } = answer;
  const clean = answer.redirected ? new Response(await answer.blob(), { status, statusText, headers }) : answer;
  await (await home(path)).put(SITE.href + path, clean);
}

/** @param {string} path */
async function add(path) {
  if (!OFFLINE.test(path) || (await isKept(path))) return;
  const cache = ASSETS.test(path) || BANK.test(path) ? "default" : "no-cache";
  const answer = await fetch(SITE.href + path, { cache });
  if (!(await isOurs(answer, path))) throw new Error(`${path}: ${answer.status}`);
  await put(path, answer);
}

async function keep() {
  const wanted = (await caches.has(WISH)) ? more : [];
  await Promise.all([...fresh, ...files, ...wanted].map(add));
}

/** What older versions kept goes. */
async function tidy() {
  const ours = [OURS + version, OURS + bank, WISH];
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && !ours.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/**
 * Tell a page how much is kept.
 * @param {"state" | "all"} asked with `all`, keep everything from now on
 * @param {MessagePort} port
 */
async function report(asked, port) {
  const all = [...fresh, ...files, ...more];
  if (asked === "all") await caches.open(WISH);
  let done = 0;
  for (const path of all) {
    if (asked === "all") await add(path).catch(() => {}); // without network, another time
    if (await isKept(path)) done += 1;
    port.postMessage({ done, all: all.length, over: path === all[all.length - 1] });
  }
}

/** What was kept; nothing where the browser's storage is full or broken: then the network is all there is. @param {string} path */
async function foundAt(path) {
  try {
    return await (await home(path)).match(SITE.href + path, SAME);
  } catch (broken) {
    return undefined;
  }
}

/** Kept beside the answer that is under way to the page. @param {FetchEvent} event @param {string} path @param {Response} answer */
function keepToo(event, path, answer) {
  const copy = answer.clone();
  const done = isOurs(copy, path).then((good) => (good ? put(path, copy) : undefined));
  event.waitUntil(done.catch(() => {})); // storage may be full
}

/** A file that never changes. @param {FetchEvent} event @param {string} path */
async function kept(event, path) {
  const found = await foundAt(path);
  if (found) return found;
  const answer = await fetch(event.request).catch(() => Response.error());
  if (answer.ok) keepToo(event, path, answer);
  return (!answer.ok && ASSETS.test(path) && (await sameName(path))) || answer;
}

/** An old page, out of some cache, names a folder that is gone: today's file of that name does its work. @param {string} path */
function sameName(path) {
  const name = path.replace(ASSETS, "");
  const today = files.find((one) => one.replace(ASSETS, "") === name && ASSETS.test(one));
  return today && foundAt(today);
}

/** A page or file from the network; what was kept of it where the network fails. @param {FetchEvent} event @param {string} asked */
async function newest(event, asked) {
  const isPage = event.request.mode === "navigate";
  const path = isPage ? asked.replace(/index\.html$/, "") : asked;
  const found = await foundAt(path);
  const coming = fetch(event.request).then(async (answer) => {
    if (answer.ok) keepToo(event, path, answer);
    // What a network asks people to sign in with is theirs to see; no script can make anything of it.
    const fails = answer.status >= 500 || (!isPage && answer.ok && !(await isOurs(answer, path)));
    return found && fails ? found : answer;
  });
  event.waitUntil(coming.catch(() => {}));
  if (!found) return isPage ? coming.catch(() => elsewhere(path)) : coming;
  return Promise.race([coming.catch(() => found), new Promise((done) => setTimeout(done, PATIENCE, found))]);
}

/** Without network: the server would lead from /quiz/practice to /quiz/practice/, so this does. @param {string} path */
async function elsewhere(path) {
  return (await foundAt(`${path}/`)) ? Response.redirect(`${SITE.href}${path}/`) : absent();
}

function absent() {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>没有网络</title><h1>没有网络</h1><p>这一页没有存在这台设备上，连上网再看。</p>
<p><a href="${SITE.pathname}quiz/practice/">去练习</a></p></html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
