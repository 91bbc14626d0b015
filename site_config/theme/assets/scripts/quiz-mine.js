/*
 * <quiz-mine>: what this device knows of somebody's practice. The page has the words and the tables; this puts in
 * the numbers, shows and prints the wrong-answer book and the stars, and takes the record along as a file.
 */

import { copied } from "./copying.js";
import { isInside } from "./page.js";
import { Bank } from "./quiz-bank.js";
import { button, element, fill, goTo, link } from "./quiz-dom.js";
import { kept } from "./quiz-keys.js";
import { isWeekly, promised } from "./quiz-lasting.js";
import { BadFile } from "./quiz-progress.js";
import { TYPES, bankMark, hasOptions, reasons } from "./quiz-question.js";
import { rowsOf } from "./quiz-round.js";
import { open } from "./quiz-store.js";
import { tell } from "./saying.js";

/** @typedef {import("./quiz-bank.js").Question} Question */

/** @param {Question} question @param {readonly string[]} last @param {boolean} changed since it was answered */
function reading(question, last, changed) {
  /** @param {readonly string[]} ids @returns {string} as they stand in a list: `A、C` */
  const words = (ids) => ids.map((one) => bankMark(question.type, one)).join("、");
  const type = element("span", { class: "p-question__type" }, TYPES[question.type].word);
  const options = question.options.map(([id, text]) => element("li", {}, element("span", {}, `${words([id])}.`), ` ${text}`));
  const chosen = last.length ? [element("p", {}, `上次选：${words(last)}`)] : [];
  if (changed) chosen.push(element("p", { class: "p-mine__changed" }, "这题改过，再做一次。"));
  return element("section", { class: "p-question" }, element("h3", {}, type, ` ${question.stem}`),
    ...(hasOptions(question.type) ? [element("ol", { class: "p-options" }, ...options)] : []), ...chosen,
    element("details", { class: "p-answer" }, element("summary", {}, "答案和解析"),
      element("p", {}, element("strong", {}, `答案：${words(question.answer)}`)), ...reasons(question)));
}

class QuizMine extends HTMLElement {
  /** @this {Started<QuizMine>} */
  connectedCallback() {
    /** @type {import("./quiz-store.js").Store} */
    this.store = open();
    this.prepend(kept(this.store));
    this.tellLasting();
    this.act("export", () => this.save());
    this.act("clear", () => this.ask(true));
    this.act("keep", () => this.ask(false));
    this.act("forget", () => this.forget());
    this.act("copy", () => this.copy());
    this.act("paste", () => this.bring(this.one("textarea"), this.one("textarea").value));
    this.one("[data-sure]").addEventListener("keydown", /** @param {KeyboardEvent} event */(event) => {
      if (event.key === "Escape") this.ask(false);
    });
    this.one("input[type=file]").addEventListener("change", /** @param {any} event */(event) => this.take(event.target));
    addEventListener("beforeprint", () => this.unfold());
    this.start().catch(() => this.say("题目没有读到，请检查网络后刷新本页。记录还在。"));
  }

  /** @this {Started<QuizMine>} @param {string} selector @returns {any} */
  one(selector) {
    return this.querySelector(selector);
  }

  /** @this {Started<QuizMine>} @param {string} name of a button @param {() => void} action */
  act(name, action) {
    this.one(`[data-do="${name}"]`).addEventListener("click", action);
  }

  /** @this {Started<QuizMine>} @param {string} text */
  say(text) {
    tell(this.one("[data-said]"), text);
  }

  /** @this {Started<QuizMine>} */
  async start() {
    /** @type {Bank} */
    this.bank = await Bank.open(this.dataset.bank);
    this.store.onChange(() => this.count());
    this.count();
    for (const section of this.querySelectorAll("[data-list]")) this.prepare(section);
    // A preview has no such part.
    if (this.one("[data-offline]")) await this.tellOffline();
  }

  /** @this {Started<QuizMine>} @param {number} row @returns {import("./quiz-progress.js").Progress} */
  progress(row) {
    return this.store.of(this.bank.index.id[row], this.bank.index.v[row]);
  }

  /** Every number on the page. @this {Started<QuizMine>} */
  count() {
    const all = this.bank.rows({});
    for (const line of this.querySelectorAll("tr[data-topic]")) {
      const known = (line.dataset.topic ? this.bank.rows({ topic: line.dataset.topic }) : all).map((row) => this.progress(row));
      /** @param {"seen" | "right" | "wrong"} name */
      const sum = (name) => known.reduce((total, one) => total + Number(one[name]), 0);
      const seen = sum("seen");
      const cells = [known.filter((one) => one.seen).length, seen ? `${Math.round((100 * sum("right")) / seen)}%` : "—", sum("wrong")];
      line.querySelectorAll("[data-n]").forEach((cell, place) => { cell.textContent = String(cells[place]); });
    }
    const changed = rowsOf(this.bank, this.store, "changed", {}).length;
    const place = this.one("[data-changed]");
    place.hidden = !changed;
    if (changed) fill(place, `有${changed}道题改过，以前的记录不算了。`, link("再做一次", "quiz/practice/?mode=changed"));
    for (const section of this.querySelectorAll("[data-list]")) {
      const found = this.rows(section.dataset.list).length;
      /* @ts-expect-error: the page has it */
      section.querySelector("[data-count]").textContent = String(found);
      section.classList.toggle("is-empty", !found);
    }
  }

  /** @this {Started<QuizMine>} @param {"wrong" | "starred"} list @returns {number[]} */
  rows(list) {
    return rowsOf(this.bank, this.store, list, {});
  }

  /** @this {Started<QuizMine>} @param {HTMLElement} section a list that is fetched when somebody wants to see it */
  prepare(section) {
    /* @ts-expect-error: the page has it */
    section.querySelector("[data-show]").addEventListener("click", () => this.show(section, false));
    /* @ts-expect-error: the page has it */
    section.querySelector("[data-paper]").addEventListener("click", () => this.show(section, true));
  }

  /** @this {Started<QuizMine>} @param {HTMLElement} section @param {boolean} onPaper */
  async show(section, onPaper) {
    /** @type {any} the page has it */
    const place = section.querySelector("[data-questions]");
    const rows = this.rows(section.dataset.list);
    const { index: { id, v } } = this.bank;
    // What could not be had is left out, and what has gone from the bank meanwhile.
    const got = await Promise.all(rows.map((row) => this.bank.question(row).catch(() => undefined)));
    const shown = rows.flatMap((row, at) => {
      const question = got[at];
      return question ? [reading(question, this.progress(row).last, this.store.changed(id[row], v[row]))] : [];
    });
    const absent = got.filter((one) => one === undefined).length;
    fill(place, ...(absent ? [element("p", { class: "p-notice" }, `有${absent}道题没有存在这台设备上，连上网再看。`)] : []), ...shown);
    if (onPaper) this.print(section);
    else goTo(place);
  }

  /** @this {Started<QuizMine>} */
  unfold() {
    this.querySelectorAll("details").forEach((one) => { one.open = true; });
  }

  /** @this {Started<QuizMine>} @param {HTMLElement} section alone goes on the paper */
  print(section) {
    this.unfold();
    this.classList.add("is-list");
    section.classList.add("is-printed");
    addEventListener("afterprint", () => {
      this.classList.remove("is-list");
      section.classList.remove("is-printed");
    }, { once: true });
    window.print();
  }

  /** @this {Started<QuizMine>} */
  save() {
    if (isInside) {
      this.say("这里存不了文件：用下面的文字带走。");
      this.one(".p-mine__text").open = true;
      this.one("textarea").focus();
      return;
    }
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
    const href = URL.createObjectURL(new Blob([this.store.exported()], { type: "application/json" }));
    const link = element("a", { href, download: `练习记录-${day}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 60000); // phones ask first where to put it
    this.say("已交给浏览器下载。没有找到文件，可以用下面的文字带走。");
  }

  /** The record as text, for phones and apps that keep no files. @this {Started<QuizMine>} */
  async copy() {
    const area = this.one("textarea");
    area.value = this.store.exported();
    if (await copied({ "text/plain": area.value })) {
      this.say("记录已复制，粘贴到备忘录里，或者发给自己。");
    } else {
      area.select();
      this.say("浏览器不让复制，记录已选中，请按复制键。");
    }
  }

  /** @this {Started<QuizMine>} @param {HTMLInputElement | HTMLTextAreaElement} field that it came from @param {string} text */
  bring(field, text) {
    try {
      const { id: ids, v } = this.bank.index;
      const count = this.store.imported(text, (id) => v[ids.indexOf(id)]);
      this.say(`导入了${count}道题的记录，两边都有的留了较新的。`);
      field.removeAttribute("aria-invalid");
    } catch (failure) {
      this.say(failure instanceof BadFile ? `没有导入：${failure.message}。` : "没有导入：文件读不出来。");
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", "mine-said");
      field.focus();
    }
  }

  /** @this {Started<QuizMine>} @param {HTMLInputElement} input */
  async take(input) {
    /* @ts-expect-error: a field for files has some */
    const [file] = input.files;
    if (!file) return;
    this.bring(input, await new Response(file).text().catch(() => ""));
    input.value = ""; // the same file may be chosen again
  }

  /** @this {Started<QuizMine>} @param {boolean} open whether to ask, or to leave everything as it is */
  ask(open) {
    const question = this.one("[data-sure]");
    question.hidden = !open;
    if (open) goTo(question);
    else this.one('[data-do="clear"]').focus();
  }

  /** @this {Started<QuizMine>} */
  forget() {
    this.store.clear();
    this.ask(false);
    this.querySelectorAll("[data-questions]").forEach((place) => fill(place));
    this.say("已清空。");
  }

  /** How long the browser keeps all this, and a way to have it for good. @this {Started<QuizMine>} */
  async tellLasting() {
    this.one("[data-lasting]").textContent = await promised();
    if (!isWeekly() || !this.store.all.size) return;
    const save = button("导出记录", () => {
      this.save();
      this.one("[data-said]").scrollIntoView({ block: "center" });
    });
    this.prepend(element("div", { class: "p-notice p-mine__device" }, element("p", {}, await promised()), save));
  }

  /** Whether the bank is on this device. @this {Started<QuizMine>} */
  async tellOffline() {
    const { ask, possible, registered, wantsAll } = await import("./quiz-offline.js");
    const said = this.one("[data-offline]");
    const button = this.one('[data-do="download"]');
    if (possible) said.textContent = "正在下载";
    if (!(await registered())) {
      said.textContent = possible ? "离线不可用：没有下载成，联网时再打开本页" : "离线不可用：浏览器不支持，或者网站没有用 HTTPS";
      return;
    }
    /** @param {"state" | "all"} what */
    const look = async (what) => {
      button.disabled = true;
      let percent = 0;
      const whole = await ask(what, (done, all) => {
        percent = Math.floor((100 * done) / all);
        // Not every hundredth is read out.
        if (what === "all") tell(said, `正在下载（${percent - (percent % 25)}%）`);
      });
      said.textContent = whole ? "离线可用，题目都存好了" : `离线可用，存了${percent}%，其余的要联网`;
      button.hidden = whole;
      button.disabled = false;
    };
    button.addEventListener("click", () => look("all"));
    await look((await wantsAll()) ? "all" : "state");
  }
}

customElements.define("quiz-mine", QuizMine);
