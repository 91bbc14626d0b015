/*
 * Passing a page on, on phones as they are: print, share, download. Browsers inside chat apps have them missing or
 * dead, so nothing is said to have happened that did not: the address is copied, or the way to a browser is told.
 */

import { copied } from "./copying.js";
import { addressToShare, isInside } from "./page.js";
import { say } from "./saying.js";

const PRINTS = 1500; // milliseconds in which printing has begun, where it can
const WAY = "点右上角“…”，选“在浏览器中打开”";

/** @param {HTMLElement} near @param {string} url @param {string} after what to do with the copied address */
async function copyAddress(near, url, after) {
  say(near, (await copied({ "text/plain": url })) ? `网址已复制${after}` : `网址：${url}`);
}

/** The phone's own sheet where there is one and it opens, else the address is copied. @param {HTMLElement} near */
export async function share(near) {
  const url = addressToShare();
  const heading = document.querySelector("h1");
  try {
    if (!navigator.share) throw new Error("no sheet");
    await navigator.share({ title: heading ? heading.textContent : document.title, url });
  } catch (failure) {
    // Somebody closed the sheet: that is an answer.
    if (failure instanceof DOMException && failure.name === "AbortError") return;
    await copyAddress(near, url, isInside ? "，粘贴给要发的人；也可以点右上角“…”转发" : "");
  }
}

/** Print, and say so where no printing begins. @param {HTMLElement} near */
export function print(near) {
  let begun = false;
  const begin = () => { begun = true; };
  addEventListener("beforeprint", begin, { once: true });
  try {
    window.print();
  } catch (missing) { /* told below */ }
  setTimeout(() => {
    if (!begun) say(near, isInside ? `这里打印不了。${WAY}，再打印` : "没有打开打印。请用浏览器菜单里的打印，或者换一个浏览器");
  }, PRINTS);
}

/** Apps take no files: a link for downloading gives its address instead. @param {HTMLAnchorElement} link */
export function copyInstead(link) {
  return copyAddress(link, link.href, `，这里下载不了：粘贴到浏览器里打开。也可以${WAY}，再下载`);
}
