/*
 * 名词点一下看解释。The explanations lie hidden on the page; without this script a term is a link to the
 * glossary, and screen readers read the explanation with the link.
 */

/** @type {HTMLElement | null} the open note */
let note = null;
/** @type {HTMLElement | null} the term it belongs to */
let opener = null;

/** @param {boolean} back whether the keyboard goes back to the term */
function close(back) {
  if (!note || !opener) return;
  note.remove();
  opener.setAttribute("aria-expanded", "false");
  if (back) opener.focus();
  note = opener = null;
}

/**
 * @param {HTMLAnchorElement} term
 * @param {string} explanation
 * @returns {HTMLElement}
 */
function made(term, explanation) {
  const box = document.createElement("div");
  box.className = "p-term-note";
  box.setAttribute("role", "note");
  const text = document.createElement("p");
  const name = document.createElement("strong");
  name.textContent = term.textContent;
  text.append(name, explanation);
  const more = document.createElement("a");
  more.href = term.href;
  more.textContent = "名词解释";
  const shut = document.createElement("button");
  shut.type = "button";
  shut.textContent = "关闭";
  shut.addEventListener("click", () => close(true));
  box.append(text, more, shut);
  return box;
}

/** @param {HTMLAnchorElement} term */
function open(term) {
  const explained = document.getElementById(term.getAttribute("aria-describedby") || "");
  const paragraph = term.closest("p");
  if (!explained || !paragraph) return false;
  close(false);
  opener = term;
  note = made(term, explained.textContent || "");
  term.setAttribute("aria-expanded", "true");
  paragraph.classList.add("p-term-host");
  paragraph.append(note);
  // Just below the line of the term, not over the right edge of the paragraph.
  const around = paragraph.getBoundingClientRect();
  const last = term.getClientRects()[term.getClientRects().length - 1];
  const left = Math.min(last.left - around.left, around.width - note.offsetWidth);
  note.style.left = `${Math.max(0, left)}px`;
  note.style.top = `${last.bottom - around.top + 4}px`;
  return true;
}

for (const term of document.querySelectorAll(".p-term")) term.setAttribute("aria-expanded", "false");

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const term = event.target.closest(".p-term");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!(term instanceof HTMLAnchorElement)) {
    if (!event.target.closest(".p-term-note")) close(false);
  } else if (!elsewhere) {
    if (term === opener) close(true);
    else if (!open(term)) return;
    event.preventDefault();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && note) close(true);
});
