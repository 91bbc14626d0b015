/*
 * The end of a round of practice leads on: what was wrong in it, the wrong-answer book, the topic that this device knows
 * least, a mock exam. Says nothing of how the round went in numbers; that is the round's own summary.
 */

import { element, link } from "./quiz-dom.js";

/** @typedef {import("./quiz-round.js").Round} Round */
/** @typedef {import("./quiz-bank.js").Bank} Bank */
/** @typedef {import("./quiz-store.js").Store} Store */

/** @param {Started<Round>} round @param {Bank} bank @param {Store} store @returns {Node[]} */
export function ending(round, bank, store) {
  const wrongs = [...round.given].filter(([, { right }]) => !right).map(([row]) => row);
  const book = bank.index.id.filter((id, row) => store.of(id, bank.index.v[row]).wrong).length;
  const next = weakest(bank, store, round.wanted.topic);
  const { post, business } = round.wanted;
  const asked = Object.entries({ mode: "order", topic: next && next.id, post, business }).filter(([, value]) => value);
  const led = [
    ...(book ? [link(`练错题（${book}题）`, "quiz/practice/?mode=wrong")] : []),
    ...(next ? [link(next.words, `quiz/practice/?${new URLSearchParams(/** @type {string[][]} */ (asked))}`)] : []),
    link("模拟考试", "quiz/exam/"),
  ];
  for (const one of led) one.className = "p-button p-button--quiet";
  return [...(wrongs.length ? [listed(wrongs, bank)] : []), element("div", { class: "p-player__actions" }, ...led)];
}

/** The questions that were wrong in this round; their text is here already, or comes. @param {number[]} rows @param {Bank} bank */
function listed(rows, bank) {
  const list = element("ol", {}, ...rows.map((row) => {
    const line = element("li", {});
    bank.question(row).then((found) => { line.textContent = found && found.stem; }).catch(() => line.remove());
    return line;
  }));
  return element("details", {}, element("summary", {}, `答错的${rows.length}题`), list);
}

/**
 * The topic with the lowest share of right answers; if none was ever answered wrong, one that was hardly touched.
 * @param {Bank} bank @param {Store} store @param {string} done the topic just practised
 * @returns {{id: string, words: string} | null}
 */
function weakest({ index }, store, done) {
  const sums = index.topics.map(([id, name]) => ({ id, name, seen: 0, right: 0, open: 0 }));
  index.id.forEach((id, row) => {
    const known = store.of(id, index.v[row]);
    const sum = sums[index.topic[row]];
    sum.seen += known.seen;
    sum.right += known.right;
    sum.open += known.seen ? 0 : 1;
  });
  const others = sums.filter(({ id, name }) => id !== done && name !== done);
  const [weak] = others.filter(({ seen, right }) => right < seen).sort((a, b) => a.right / a.seen - b.right / b.seen);
  if (weak) return { id: weak.id, words: `练弱的主题：${weak.name}` };
  const [open] = others.filter((one) => one.open).sort((a, b) => b.open - a.open);
  return open ? { id: open.id, words: `没练过的多：${open.name}` } : null;
}
