/*
 * 三分钟测一测：选好以后当场对答案。The answers lie folded on the page; this compares them with what was chosen, by the
 * player's own controls, says what is right in words and opens the explanation. Nothing is stored or sent.
 */

import { button, element, fill, settle, signed } from "./quiz-dom.js";
import { Controls, TYPES, isRight } from "./quiz-question.js";

/** @type {HTMLFormElement | null} */
const form = document.querySelector(".p-try");
const trials = form ? [...form.querySelectorAll(".p-trial")] : [];
/** @type {Map<Element, boolean>} question → whether it was answered right */
const results = new Map();
const score = element("p", { class: "p-try__score", role: "status" });

function tell() {
  if (results.size < trials.length) return;
  const right = [...results.values()].filter(Boolean).length;
  const words = right === trials.length ? "全部答对了。" : "答错的看看解析，再到下面按主题练。";
  score.textContent = `${trials.length}道题答对${right}道。${words}`;
}

/** @param {Element} trial @returns {string} its type: the page has the word for it before the stem */
function typeOf(trial) {
  const word = /** @type {Element} */ (trial.querySelector(".p-question__type")).textContent;
  return /** @type {string} */ (Object.keys(TYPES).find((type) => TYPES[type].word === word));
}

/** @param {Element} trial a question with its options and its folded answer */
function prepare(trial) {
  const answer = /** @type {HTMLDetailsElement} */ (trial.querySelector(".p-answer"));
  const question = { type: typeOf(trial), answer: (answer.dataset.key || "").split(",") };
  const controls = new Controls(question.type, [...trial.querySelectorAll("input")]);
  const said = element("p", { class: "p-trial__result", role: "status" });
  const check = button("对答案", () => {
    const { chosen } = controls;
    if (!chosen.length) {
      said.textContent = "先选一个答案。";
      said.id = `said-${controls.inputs[0].name}`;
      controls.inputs[0].setAttribute("aria-describedby", said.id);
      controls.inputs[0].focus();
      return;
    }
    const right = isRight(question, chosen);
    const words = (answer.querySelector("strong") || answer).textContent;
    fill(said, ...signed(right ? "✓" : "✗", right ? "答对了。" : `答错了。${words}。`));
    said.classList.add(right ? "is-right" : "is-wrong");
    controls.lock();
    for (const input of controls.inputs) {
      const label = input.closest(".p-choice");
      if (label && question.answer.includes(input.value)) label.classList.add("is-right");
    }
    answer.hidden = false;
    answer.open = true;
    // The button goes, so the keyboard goes on at the explanation.
    const summary = answer.querySelector("summary");
    check.remove();
    if (summary) summary.focus();
    settle();
    results.set(trial, right);
    tell();
  }, { class: "p-button p-button--quiet p-trial__check" });
  trial.insertBefore(check, answer);
  trial.insertBefore(said, answer);
  answer.hidden = true;
}

if (form) {
  form.addEventListener("submit", (event) => event.preventDefault());
  trials.forEach(prepare);
  form.append(score);
}
