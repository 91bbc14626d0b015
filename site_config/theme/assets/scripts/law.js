/*
 * 法规页：跳到第几条，复制一条的网址。The box "跳到第__条", also for addresses that name an article which the page
 * does not have: it says so, and why. Without scripts the list of numbers below the box leads to the same places.
 */

import { articleOf, chineseOf } from "./article-number.js";
import { copied } from "./copying.js";
import { say } from "./saying.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-jump]"));
const box = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const official = document.querySelector("[data-official]");
const last = Number(form.dataset.last);

/** @param {number} number @param {number} inserted */
function nameOf(number, inserted) {
  return `第${chineseOf(number)}条${inserted ? `之${chineseOf(inserted)}` : ""}`;
}

/** @param {string} text @param {boolean} [elsewhere] whether the official text has it */
function refuse(text, elsewhere = false) {
  said.textContent = text;
  if (elsewhere && official) said.append(official.cloneNode(true), "。");
  box.setAttribute("aria-invalid", "true");
}

/** @param {number} number @param {number} inserted @returns {boolean} whether the page has the article */
function jump(number, inserted) {
  const anchor = inserted ? `a${number}-${inserted}` : `a${number}`;
  const link = /** @type {HTMLElement | null} */ (document.querySelector(`#${anchor} dt a`));
  if (!link) {
    const name = nameOf(number, inserted);
    if (number > last) refuse(`《${form.dataset.jump}》一共${last}条，没有${name}。`);
    else refuse(`${name}没有写在本页：本页只写和食品安全监管、经营、消费有关的条。原文看：`, true);
    return false;
  }
  said.textContent = "";
  box.removeAttribute("aria-invalid");
  location.hash = anchor;
  link.focus({ preventScroll: true });
  return true;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = articleOf(box.value);
  if (!wanted) refuse(box.value.trim() ? `“${box.value.trim()}”不像条号，写成 45、四十五、第四十五条都可以。` : "先写条号，如 45、四十五。");
  if (!wanted || !jump(wanted.number, wanted.inserted)) box.focus();
});

/** An address with `#a46`, where the page has no such article. */
function mindAddress() {
  const named = /^#a(\d{1,3})(?:-(\d))?$/.exec(location.hash);
  if (!named || document.getElementById(location.hash.slice(1))) return;
  box.value = named[1];
  jump(Number(named[1]), Number(named[2] || 0));
  form.scrollIntoView();
  box.focus({ preventScroll: true });
}

document.querySelectorAll("[data-article]").forEach((link) => {
  link.addEventListener("click", async () => {
    const address = new URL(String(link.getAttribute("href")), location.href.split("#")[0].split("?")[0]).href;
    const place = /** @type {HTMLElement} */ (link.closest("div")).querySelector("dd > p");
    if (!(place instanceof HTMLElement)) return;
    say(place, (await copied({ "text/plain": address })) ? `${link.dataset.article}的网址已复制` : `网址：${address}`);
  });
});
window.addEventListener("hashchange", mindAddress);
mindAddress();
