/* The result of an exam: score, pass mark, the marking rule by name, topics from weak to strong, every question. */

import { element, link, signed } from "./quiz-dom.js";
import { RULES, mark, passes, score } from "./quiz-marking.js";
import { QuestionView, isRight, optionsOf, reasons } from "./quiz-question.js";

/** @typedef {import("./quiz-paper.js").Item} Item */

/**
 * @param {import("./quiz-paper.js").Paper} paper
 * @param {Item[]} items
 * @param {any} exam
 * @returns {HTMLElement}
 */
export function result(paper, items, exam) {
  const { blueprint, leftOut } = paper;
  const chosen = items.map((item) => exam.answers[item.key] || []);
  const got = items.map((item, at) => (
    mark(blueprint.marking, item.type, item.answer, chosen[at], item.marks, item.options.length)
  ));
  const reached = score(got, items.map((item) => item.marks));
  const passed = passes(reached, blueprint.pass_mark);
  const right = items.filter((item, at) => isRight(item, chosen[at])).length;
  const open = chosen.filter((letters) => !letters.length).length;
  const words = [`共${items.length}题，答对${right}题`, ...(open ? [`没答${open}题`] : [])].join("，");
  return element("section", { class: "p-result" },
    element("h2", {}, `${blueprint.title}：成绩`),
    element("p", { class: `p-score ${passed ? "is-right" : "is-wrong"}` }, `${reached}分`,
      element("small", {}, ...signed(passed ? "✓" : "✗", `${passed ? "合格" : "不合格"}（合格线${blueprint.pass_mark}分）`))),
    element("p", {}, `${words}。${leftOut ? `${leftOutWords(leftOut)}。` : ""}${exam.deadline ? "" : "这次没有限时。"}`),
    element("p", { class: "p-about" }, `计分：${RULES[blueprint.marking]}。按抽到的题的总分折成百分制。${exam.mock ? "" : `卷号${exam.code}`}`),
    element("h3", {}, "哪些主题弱"), topicTable(items, got),
    element("h3", {}, "逐题看"), ...items.map((item, at) => reviewed(item, at, chosen[at], got[at], exam.code)));
}

/** @param {number} count @returns {string} */
export function leftOutWords(count) {
  return `有${count}道题只用于纸质卷，手机上没有，得分按其余的题算`;
}

/** @param {Item[]} items @param {number[]} got */
function topicTable(items, got) {
  /** @type {Map<string, {count: number, got: number, of: number}>} */
  const topics = new Map();
  items.forEach((item, at) => {
    const sum = topics.get(item.topic) || { count: 0, got: 0, of: 0 };
    topics.set(item.topic, { count: sum.count + 1, got: sum.got + got[at], of: sum.of + item.marks });
  });
  const rows = [...topics].sort(([, a], [, b]) => a.got / a.of - b.got / b.of);
  const head = ["主题", "题数", "得分率"].map((name) => element("th", { scope: "col" }, name));
  const caption = element("caption", { class: "p-unseen" }, "各主题的得分率");
  return element("table", { class: "p-table p-table--narrow" }, caption, element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows.map(([topic, sum]) => element("tr", {},
      element("th", { scope: "row" }, link(topic, `quiz/practice/?mode=order&topic=${encodeURIComponent(topic)}`)),
      element("td", {}, String(sum.count)), element("td", {}, `${Math.round((100 * sum.got) / sum.of)}%`)))));
}

/** @param {Item} item @param {number} at @param {string[]} letters @param {number} got @param {string} code */
function reviewed(item, at, letters, got, code) {
  const view = new QuestionView(item, optionsOf(item, code));
  view.chosen = letters;
  view.reveal();
  const right = isRight(item, letters);
  const [sign, word] = right ? ["✓", "对"] : letters.length ? ["✗", "错"] : ["–", "没答"];
  return element("details", { class: "p-review", open: !right },
    element("summary", {}, `第${at + 1}题　`, ...signed(sign, `${word}　${Math.round(got * 100) / 100}/${item.marks}分`)),
    view.root, element("div", { class: "p-verdict" },
      element("p", { class: right ? "is-right" : "is-wrong" }, ...view.verdict(letters)), ...reasons(item)));
}
