/*
 * Practice without network: registers the service worker when the page has what it needs, and asks it how much
 * of the bank this device has. What was fetched before the worker was there is kept, too.
 */

import { SITE } from "./quiz-dom.js";

const OURS = `portal-quiz ${SITE.pathname} `; // as in quiz-worker.js
const LATER = 2000; // milliseconds after the page, so that the first question does not wait

/** Browsers have both only where the site is served by HTTPS. */
export const possible = "serviceWorker" in navigator && "caches" in window;

/** @type {Promise<boolean> | undefined} */
let registering;

/** @returns {Promise<boolean>} whether pages of the quiz open without network from now on */
export function registered() {
  if (!registering) registering = possible ? register().catch(() => false) : Promise.resolve(false);
  return registering;
}

async function register() {
  const registration = await navigator.serviceWorker.register(`${SITE.href}quiz/sw.js`, { updateViaCache: "none" });
  /** @type {any} one of the three is there */
  const worker = registration.active || registration.waiting || registration.installing;
  const there = await new Promise((done) => {
    const look = () => {
      if (registration.active) done(true);
      else if (worker.state === "redundant") done(false);
    };
    worker.addEventListener("statechange", look);
    look();
  });
  if (there) keepSeen().catch(() => {}); // Without room or network, another time.
  return there;
}

/** What this page fetched of the bank before a worker could keep it. */
async function keepSeen() {
  for (const { name } of performance.getEntriesByType("resource")) {
    const found = name.startsWith(SITE.href) && /^quiz\/bank\/[0-9a-f]+\//.exec(name.slice(SITE.href.length));
    const cache = found && (await caches.open(OURS + found[0]));
    if (!cache || (await cache.match(name, { ignoreVary: true }))) continue;
    const answer = await fetch(name);
    // A network that asks people to sign in answers everything with its page.
    if (answer.ok && !/html/.test(answer.headers.get("Content-Type") || "")) await cache.put(name, answer);
  }
}

/** @returns {Promise<boolean>} whether somebody asked for everything, once */
export function wantsAll() {
  return caches.has(`${OURS}all`);
}

/**
 * @param {"state" | "all"} what with `all`, everything is fetched, now and after every change of the bank
 * @param {(done: number, all: number) => void} progress in files
 * @returns {Promise<boolean>} whether everything is there
 */
export async function ask(what, progress) {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((end) => {
    port1.onmessage = ({ data: { done, all, over } }) => {
      progress(done, all);
      if (over) end(done === all);
    };
    /* @ts-expect-error: there is one when the worker is ready */
    active.postMessage(what, [port2]);
  });
}

if (document.readyState === "complete") setTimeout(registered, LATER);
else addEventListener("load", () => setTimeout(registered, LATER), { once: true });
