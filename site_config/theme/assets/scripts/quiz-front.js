/*
 * 练一练: the two large ways at its top lead on where this device was: 接着练, 接着考. The page has them already, in the
 * same size, so that nothing moves when the words change.
 */

import { element, fill } from "./quiz-dom.js";
import { open } from "./quiz-store.js";

const MINUTE = 60000;
const store = open();

/** @param {string} name @param {string} address @param {string} title @param {string} note */
function say(name, address, title, note) {
  const way = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`[data-way=${name}]`));
  if (!way || way.textContent === title + note) return;
  way.href = new URL(address, location.href).href;
  fill(way, element("strong", {}, title), note);
}

function practice() {
  const last = store.choice("last-practice");
  const post = /** @type {HTMLSelectElement | null} */ (document.getElementById("front-post"));
  if (last) say("practice", `practice/?${last.query}`, "接着练", `${last.title}，第${last.at + 1}题，共${last.of}题`);
  else if (post && post.value) {
    say("practice", `practice/?mode=order&post=${post.value}`, "开始做题", `岗位：${post.selectedOptions[0].text}`);
  }
}

function exam() {
  const { running } = store.exam;
  const [last] = store.sat.list();
  const again = store.choice("blueprint");
  if (running) {
    const all = running.paper ? `，共${running.paper.items.length}题` : "";
    const left = running.deadline ? timeLeft(running.deadline - Date.now()) : "不限时";
    say("exam", "exam/", "接着考", `${running.title}，已答${Object.keys(running.answers).length}题${all}，${left}`);
  } else if (again) {
    const came = last && `上次：${last.title}，${last.score}分，${last.passed ? "合格" : "不合格"}`;
    say("exam", `exam/?blueprint=${again}`, "模拟考试", came || "照上次选的卷，看过时间再开始");
  } else say("exam", "exam/", "模拟考试", "选一种卷，计时、打分"); // where the exam of a paper's code has ended since
}

/** @param {number} ms */
const timeLeft = (ms) => (ms > 0 ? `还剩${Math.ceil(ms / MINUTE)}分钟` : "时间到了");

function draw() {
  practice();
  exam();
}

draw();
store.onChange(draw);
addEventListener("pageshow", draw);
setInterval(draw, MINUTE / 4);
