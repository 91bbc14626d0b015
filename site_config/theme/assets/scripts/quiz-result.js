/*
 * The result of an exam: what it came to, what one can do now, topics from weak to strong, every question folded.
 * What is hidden or folded away is also what paper leaves out.
 */

import { button, element, goTo, link, signed } from "./quiz-dom.js";
import { RULES, mark, passes, score } from "./quiz-marking.js";
import { QuestionView, isRight, optionsOf, reasons } from "./quiz-question.js";
import { receiptPanel } from "./quiz-spot.js";
import { spent, when } from "./quiz-times.js";

/** @typedef {import("./quiz-paper.js").Item} Item */
/** @typedef {import("./quiz-sat.js").Sat} Sat */
/** @typedef {{topic: string, count: number, got: number, of: number}} TopicSum */

const MINUTE = 60000;

/** @param {Sat} sat @returns {{score: number, passed: boolean, right: number, open: number, got: number[]}} */
export function outcome({ paper: { blueprint, items }, answers }) {
  const chosen = items.map(({ key }) => answers[key] || []);
  const got = items.map(({ type, answer, marks, options }, at) => (
    mark(blueprint.marking, type, answer, chosen[at], marks, options.length)));
  const reached = score(got, items.map((item) => item.marks));
  return {
    score: reached,
    passed: passes(reached, blueprint.pass_mark),
    right: items.filter((item, at) => isRight(item, chosen[at])).length,
    open: chosen.filter((letters) => !letters.length).length,
    got,
  };
}

/** @param {Sat} sat @param {string} why said above the result, and heard with it @returns {HTMLElement} */
export function result(sat, why = "") {
  const { paper: { blueprint, items, leftOut } } = sat;
  const came = outcome(sat);
  const sums = topicSums(items, came.got);
  const review = new Review(sat, came.got);
  const about = [`计分：${RULES[blueprint.marking]}。按抽到的题的总分折成百分制。`, leftOut ? `${leftOutWords(leftOut)}。` : ""];
  return element("section", { class: "p-result" },
    ...(why ? [element("p", { class: "p-player__said" }, why)] : []),
    element("h2", {}, `${blueprint.title}：成绩`), element("p", { class: "p-about" }, identity(sat)),
    element("p", { class: `p-score ${came.passed ? "is-right" : "is-wrong"}` }, `${came.score}分`, element("small", {},
      ...signed(came.passed ? "✓" : "✗", `${came.passed ? "合格" : "不合格"}（合格线${blueprint.pass_mark}分）`))),
    tally(sat, came), .../** @type {Node[]} */ (sat.spot ? [receiptPanel({ ...sat, spot: sat.spot })] : []), ways(sat, sums[0], review),
    element("h3", {}, "哪些主题弱"), topicTable(sums), element("p", { class: "p-about" }, ...about), review.root);
}

/** @param {number} count @returns {string} */
export function leftOutWords(count) {
  return `有${count}道题只用于纸质卷，手机上没有，得分按其余的题算`;
}

/** Which exam of which day this was; paper carries it, too. @param {Sat} sat */
function identity({ mock, code, ended }) {
  return `${when(ended)}交卷，${mock ? "模拟考试，抽题号" : "卷号"}${code}`;
}

/** @param {Sat} sat @param {ReturnType<typeof outcome>} came */
function tally({ paper: { items }, used, limit }, { right, open }) {
  const facts = [["用时", used === null ? "没有记下" : spent(used)], ["答对", `${right}题`],
    ["答错", `${items.length - right - open}题`], ["没答", `${open}题`]];
  if (!limit) facts[0][1] += "，没有限时";
  return element("dl", { class: "p-tally" }, ...facts.map(([name, value]) => (
    element("div", {}, element("dt", {}, name), element("dd", {}, value)))));
}

/** What one can do now, beside the score. @param {Sat} sat @param {TopicSum} weakest @param {Review} review */
function ways({ paper: { blueprint }, limit, spot }, weakest, review) {
  // As much time as this one had: nobody has to choose again.
  const time = limit ? Math.max(1, Math.round((2 * limit) / MINUTE / blueprint.minutes) / 2) : "off";
  const led = [...(spot ? [] : [link("再考一次", `quiz/exam/?blueprint=${blueprint.id}&time=${time}`)]), link("错题本", "quiz/practice/?mode=wrong"),
    link("考过的试", "quiz/mine/#exams")];
  if (weakest && weakest.got < weakest.of) led.unshift(link(`先练：${weakest.topic}`, practised(weakest.topic)));
  led.forEach((one, at) => { one.className = at ? "p-button p-button--quiet" : "p-button"; });
  if (review.missed) led.splice(1, 0, button("只看错题", () => review.showMissed()));
  return element("div", { class: "p-player__actions" }, ...led);
}

/** @param {string} topic */
const practised = (topic) => `quiz/practice/?mode=order&topic=${encodeURIComponent(topic)}`;

/** The weakest first. @param {Item[]} items @param {number[]} got @returns {TopicSum[]} */
function topicSums(items, got) {
  /** @type {Map<string, TopicSum>} */
  const sums = new Map();
  items.forEach(({ topic, marks }, at) => {
    const sum = sums.get(topic) || { topic, count: 0, got: 0, of: 0 };
    sums.set(topic, { topic, count: sum.count + 1, got: sum.got + got[at], of: sum.of + marks });
  });
  return [...sums.values()].sort((a, b) => a.got / a.of - b.got / b.of);
}

/** @param {TopicSum[]} sums */
function topicTable(sums) {
  const head = ["主题", "题数", "得分率"].map((name) => element("th", { scope: "col" }, name));
  return element("table", { class: "p-table p-table--narrow" }, element("caption", { class: "p-unseen" }, "各主题的得分率"),
    element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...sums.map(({ topic, count, got, of }) => (
      element("tr", {}, element("th", { scope: "row" }, link(topic, practised(topic))),
        element("td", {}, String(count)), element("td", {}, `${Math.round((100 * got) / of)}%`))))));
}

/** Every question, folded; a switch leaves those that were not right, and opens them. */
class Review {
  /** @param {Sat} sat @param {number[]} got */
  constructor(sat, got) {
    const { paper: { items }, answers } = sat;
    const rights = items.map((item) => isRight(item, answers[item.key] || []));
    this.missed = rights.filter((right) => !right).length;
    this.rows = items.map((item, at) => reviewed(item, at, answers[item.key] || [], got[at], sat.code));
    this.right = this.rows.filter((_, at) => rights[at]);
    this.only = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox" }));
    this.only.addEventListener("change", () => this.sift());
    const words = `只看错题和没答的（${this.missed}题）`;
    this.heading = element("h3", {}, "逐题看");
    this.root = element("div", { class: "p-reviews" }, this.heading,
      ...(this.missed ? [element("label", { class: "p-choice" }, this.only, element("span", {}, words))] : []), ...this.rows);
    this.mindPaper();
  }

  showMissed() {
    this.only.checked = true;
    this.sift();
    goTo(this.heading);
  }

  sift() {
    for (const row of this.rows) {
      const right = this.right.includes(row);
      row.hidden = right && this.only.checked;
      row.open = !right && this.only.checked;
    }
  }

  /** What is chosen is printed open. */
  mindPaper() {
    /** @type {HTMLDetailsElement[]} */
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = this.rows.filter((row) => !row.open && !row.hidden);
      for (const row of opened) row.open = true;
    });
    addEventListener("afterprint", () => { for (const row of opened) row.open = false; });
  }
}

/** @param {Item} item @param {number} at @param {string[]} letters @param {number} got @param {string} code */
function reviewed(item, at, letters, got, code) {
  const view = new QuestionView(item, optionsOf(item, code));
  view.chosen = letters;
  view.reveal();
  const right = isRight(item, letters);
  const [sign, word] = right ? ["✓", "对"] : letters.length ? ["✗", "错"] : ["–", "没答"];
  return /** @type {HTMLDetailsElement} */ (element("details", { class: "p-review" },
    element("summary", { class: right ? "" : "is-missed" }, `第${at + 1}题　`,
      ...signed(sign, `${word}　${Math.round(got * 100) / 100}/${item.marks}分`),
      element("span", { class: "p-review__stem", "aria-hidden": "true" }, item.stem)),
    view.root, element("div", { class: "p-verdict" },
      element("p", { class: right ? "is-right" : "is-wrong" }, ...view.verdict(letters)), ...reasons(item))));
}
