/*
 * 宣传素材: copies the short text, and the article with its looks for an 公众号 editor.
 * Without scripts both can be selected and copied by hand.
 */

import { copied } from "./copying.js";
import { say } from "./saying.js";

/** @param {HTMLElement} button */
async function copyText(button) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(button.dataset.copyText));
  if (await copied({ "text/plain": area.value })) {
    say(button, "已复制");
  } else {
    area.select();
    say(button, "浏览器不让复制，短文已选中，请按复制键");
  }
}

/**
 * The article out of the copy file: what stands in its main part, as written, and its plain text.
 * @param {string} file
 */
async function article(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(String(answer.status));
  const html = await answer.text();
  const body = html.slice(html.indexOf("<main>") + "<main>".length, html.lastIndexOf("</main>"));
  // Without its looks, which the policy of this page would report one by one.
  const bare = new DOMParser().parseFromString(body.replace(/ style="[^"]*"/g, ""), "text/html");
  return { html: body.trim(), text: bare.body.textContent.trim() };
}

/** Fetched when the button comes into reach, because a copy is allowed only right after a tap. */
document.querySelectorAll("[data-copy-page]").forEach((button) => {
  const place = /** @type {HTMLElement} */ (button);
  /** @type {Promise<{html: string, text: string}> | null} */
  let waiting = null;
  const ready = () => waiting || (waiting = article(place.dataset.copyPage));
  const early = () => { ready().catch(() => { waiting = null; }); };
  ["pointerenter", "touchstart", "focus"].forEach((kind) => place.addEventListener(kind, early, { passive: true }));
  place.addEventListener("click", async () => {
    try {
      const { html, text } = await ready();
      const done = await copied({ "text/html": html, "text/plain": text });
      say(place, done ? "已复制，到公众号编辑器里粘贴" : "浏览器不让复制，请打开图文，全选、复制");
    } catch (failed) {
      waiting = null;
      say(place, "没有取到图文，请检查网络后再试");
    }
  });
});
document.querySelectorAll("[data-copy-text]").forEach((button) => {
  button.addEventListener("click", () => copyText(/** @type {HTMLElement} */ (button)));
});
