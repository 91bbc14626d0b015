/*
 * 三分钟测一测：选好以后当场对答案。The answers lie folded on the page; this compares, says what is right
 * in words and opens the explanation. Nothing is stored or sent.
 */

/** @type {HTMLFormElement | null} */
const form = document.querySelector(".p-try");
const trials = form ? [...form.querySelectorAll(".p-trial")] : [];
/** @type {Map<Element, boolean>} question → whether it was answered right */
const results = new Map();

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

const score = element("p", "p-try__score", "");
score.setAttribute("role", "status");

function tell() {
  if (results.size < trials.length) return;
  const right = [...results.values()].filter(Boolean).length;
  const words = right === trials.length ? "全部答对了。" : "答错的看看解析，再到下面按主题练。";
  score.textContent = `${trials.length}道题答对${right}道。${words}`;
}

/** @param {Element} trial a question with its options and its folded answer */
function prepare(trial) {
  const answer = /** @type {HTMLDetailsElement} */ (trial.querySelector(".p-answer"));
  const key = (answer.dataset.key || "").split(",");
  /** @type {HTMLInputElement[]} */
  const inputs = [...trial.querySelectorAll("input")];
  const button = element("button", "p-button p-button--quiet p-trial__check", "对答案");
  /* @ts-expect-error: the type of an element does not depend on its tag's name here */
  button.type = "button";
  const said = element("p", "p-trial__result", "");
  said.setAttribute("role", "status");
  trial.insertBefore(button, answer);
  trial.insertBefore(said, answer);
  answer.hidden = true;

  button.addEventListener("click", () => {
    const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
    if (!chosen.length) {
      said.textContent = "先选一个答案。";
      return;
    }
    const right = chosen.join() === key.join();
    const words = (answer.querySelector("strong") || answer).textContent;
    said.textContent = right ? "✓ 答对了。" : `✗ 答错了。${words}。`;
    said.classList.add(right ? "is-right" : "is-wrong");
    for (const input of inputs) {
      input.disabled = true;
      const label = input.closest(".p-choice");
      if (label && key.includes(input.value)) label.classList.add("is-right");
    }
    answer.hidden = false;
    answer.open = true;
    // The button goes, so the keyboard goes on at the explanation.
    const summary = answer.querySelector("summary");
    button.remove();
    if (summary) summary.focus();
    results.set(trial, right);
    tell();
  });
}

if (form) {
  form.addEventListener("submit", (event) => event.preventDefault());
  trials.forEach(prepare);
  form.append(score);
}
