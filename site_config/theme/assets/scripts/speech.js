/*
 * Reading a page aloud with the device's own voice, in Chinese, one sentence an utterance. While it reads, a bar at
 * the foot of the window has 上一段, 暂停, 下一段, 停止. Where no voice speaks it says so, and the button comes back.
 */

import { blocksOf } from "./speech-text.js";
import { say } from "./saying.js";

/** @typedef {import("./speech-text.js").Block} Block */

const WHOLE = { start: "朗读", stop: "停止朗读" };
const PART = { start: "读题", stop: "停止" };
const BEGINS = 5000; // milliseconds in which a voice begins, where there is one
const LOADS = 1000; // milliseconds in which the list of voices comes
const SETTLES = 80; // milliseconds after which a browser that was silenced takes the next sentence
const RATE = 0.9;
const NO_VOICE = "这台设备没有中文语音，朗读不了。可以在手机设置里装中文语音，或者换一个浏览器";
const NO_SOUND = "没有读出声音，已经停下。请再点一次，或者换一个浏览器";
const NO_TEXT = "这一页没有可以读的文字";

/** @type {Reading | null} */
let reading = null;

/**
 * Begin to read, or stop.
 * @param {HTMLElement} button
 * @param {HTMLElement} [part] what is read, without a bar; else the page
 */
export function toggle(button, part) {
  if (reading) {
    reading.finish();
    return;
  }
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  reading = new Reading(button, blocksOf(part || main), part ? PART : WHOLE);
  reading.start();
}

/** Be silent: what was being read is gone. */
export function stop() {
  if (reading) reading.finish();
}

/** @param {string} lang `zh-CN`, on some phones `zh_CN` or `cmn-Hans-CN` */
const isChinese = (lang) => /^(zh|cmn)\b/i.test(lang.replace(/_/g, "-")) && !/HK|yue/i.test(lang);

/** @returns {SpeechSynthesisVoice | undefined} that of the mainland before others */
function ownVoice() {
  const found = speechSynthesis.getVoices().filter(({ lang }) => isChinese(lang));
  return found.find(({ lang }) => /CN|Hans/i.test(lang)) || found[0];
}

/** @returns {Promise<SpeechSynthesisVoice[]>} none where the browser does not tell */
function voices() {
  const there = speechSynthesis.getVoices();
  if (there.length || !speechSynthesis.addEventListener) return Promise.resolve(there);
  return new Promise((done) => {
    const tell = () => done(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", tell, { once: true });
    setTimeout(tell, LOADS);
  });
}

class Reading {
  /** @param {HTMLElement} button @param {Block[]} blocks @param {{start: string, stop: string}} labels of the button */
  constructor(button, blocks, labels) {
    this.button = button;
    this.blocks = blocks;
    this.labels = labels;
    this.block = 0;
    this.sentence = 0;
    this.paused = false;
    /** @type {SpeechSynthesisUtterance | null} kept, or some browsers lose it and its events */
    this.spoken = null;
    /** @type {number | undefined} */
    this.timer = undefined;
    this.leave = () => this.finish();
    this.bar = document.createElement("div");
    this.bar.className = "p-reader";
    this.bar.setAttribute("role", "group");
    this.bar.setAttribute("aria-label", "朗读");
    this.pauseButton = this.tool("暂停", () => this.pause());
    this.bar.append(this.tool("上一段", () => this.move(-1)), this.pauseButton, this.tool("下一段", () => this.move(1)),
      this.tool("停止", () => { this.finish(); this.button.focus(); }));
  }

  /** @param {string} name @param {() => void} action */
  tool(name, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    made.addEventListener("click", action);
    return made;
  }

  /** The first sentence is spoken at once: phones let a page speak right after a tap only. */
  start() {
    if (!this.blocks.length) {
      this.fail(NO_TEXT);
      return;
    }
    this.button.textContent = this.labels.stop;
    // A question is short, and the foot of the window is taken.
    if (this.labels === WHOLE) {
      this.button.after(this.bar);
      document.documentElement.classList.add("is-reading");
    }
    addEventListener("pagehide", this.leave);
    voices().then((found) => {
      if (found.length && !found.some(({ lang }) => isChinese(lang))) this.fail(NO_VOICE);
    });
    const there = speechSynthesis.getVoices();
    if (!there.length || there.some(({ lang }) => isChinese(lang))) this.speak();
  }

  /** Say the sentence that is due, and the one after it when it has ended. */
  speak() {
    const { place, sentences } = this.blocks[this.block];
    // The page has gone on, to the next question for example.
    if (!place.isConnected) {
      this.finish();
      return;
    }
    this.mark(place);
    const spoken = new SpeechSynthesisUtterance(sentences[this.sentence]);
    const voice = ownVoice();
    if (voice) spoken.voice = voice;
    spoken.lang = voice ? voice.lang : "zh-CN";
    spoken.rate = RATE;
    spoken.onstart = () => clearTimeout(this.timer);
    spoken.onend = () => { if (spoken === this.spoken) this.next(); };
    spoken.onerror = ({ error }) => { if (spoken === this.spoken) this.fail(/voice|language/.test(error) ? NO_VOICE : NO_SOUND); };
    this.spoken = spoken;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { if (spoken === this.spoken) this.fail(NO_SOUND); }, BEGINS);
    try {
      speechSynthesis.speak(spoken);
    } catch (refused) {
      this.fail(NO_SOUND);
    }
  }

  next() {
    clearTimeout(this.timer);
    this.sentence += 1;
    if (this.sentence >= this.blocks[this.block].sentences.length) {
      this.block += 1;
      this.sentence = 0;
    }
    if (this.block < this.blocks.length) this.speak();
    else this.finish();
  }

  /** Nothing is spoken from now on, and nothing that was told of it is heard. */
  silence() {
    clearTimeout(this.timer);
    this.spoken = null;
    speechSynthesis.cancel();
  }

  /** Speak again, when the browser has fallen silent. */
  resume() {
    this.timer = window.setTimeout(() => this.speak(), SETTLES);
  }

  /** Android cannot pause: the sentence is begun again instead, everywhere. */
  pause() {
    this.paused = !this.paused;
    this.pauseButton.textContent = this.paused ? "继续" : "暂停";
    this.silence();
    if (!this.paused) this.resume();
  }

  /** @param {number} by blocks, forth or back */
  move(by) {
    this.silence();
    this.block = Math.min(Math.max(this.block + by, 0), this.blocks.length - 1);
    this.sentence = 0;
    const { place } = this.blocks[this.block];
    this.mark(place);
    if (place.isConnected) place.scrollIntoView({ block: "center" });
    if (!this.paused) this.resume();
  }

  /** @param {HTMLElement | null} place what is being read is tinted */
  mark(place) {
    document.querySelectorAll(".is-spoken").forEach((one) => one.classList.remove("is-spoken"));
    if (place) place.classList.add("is-spoken");
  }

  finish() {
    if (reading !== this) return;
    reading = null;
    this.silence();
    this.mark(null);
    this.bar.remove();
    this.button.textContent = this.labels.start;
    document.documentElement.classList.remove("is-reading");
    removeEventListener("pagehide", this.leave);
  }

  /** @param {string} why */
  fail(why) {
    if (reading !== this) return;
    this.finish();
    say(this.button, why);
  }
}
