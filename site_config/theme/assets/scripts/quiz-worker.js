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
  if (BANK.test(path) || ASSETS.test(path)) event.respondWith(kept(event.request, path));
  else if (path.startsWith("quiz/")) event.respondWith(newest(event, url));
});

/** The cache in which a file lies: the bank stays when only the site changes. @param {string} path */
function home(path) {
  const inBank = BANK.exec(path);
  return caches.open(OURS + (inBank ? inBank[0] : version));
}

/** @param {string} path */
async function isKept(path) {
  return Boolean(await (await home(path)).match(SITE.href + path, SAME));
}

/** @param {string} path */
async function add(path) {
  if (!OFFLINE.test(path) || (await isKept(path))) return;
  const cache = ASSETS.test(path) || BANK.test(path) ? "default" : "no-cache";
  await (await home(path)).add(new Request(SITE.href + path, { cache }));
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

/** A file that never changes. @param {Request} request @param {string} path */
async function kept(request, path) {
  const cache = await home(path);
  const found = await cache.match(request, SAME);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(SITE.href + path, answer.clone());
  return answer;
}

/** A page or file from the network; what was kept of it where the network fails. @param {FetchEvent} event @param {string} url */
async function newest(event, url) {
  const cache = await caches.open(OURS + version);
  const found = await cache.match(url, SAME);
  const asked = fetch(event.request).then(async (answer) => {
    if (answer.ok) await cache.put(url, answer.clone());
    return found && answer.status >= 500 ? found : answer;
  });
  event.waitUntil(asked.catch(() => {}));
  if (!found) return event.request.mode === "navigate" ? asked.catch(absent) : asked;
  return Promise.race([asked.catch(() => found), new Promise((done) => setTimeout(done, PATIENCE, found))]);
}

function absent() {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>没有网络</title><h1>没有网络</h1><p>这一页没有存在这台设备上，连上网再看。</p>
<p><a href="${SITE.pathname}quiz/practice/">去练习</a></p></html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
