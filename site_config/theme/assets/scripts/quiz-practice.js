/*
 * <quiz-practice>: the page's form says what can be chosen, the address what was chosen (mode, topic, post, business);
 * this opens the bank and begins the round.
 */

import { Bank } from "./quiz-bank.js";
import { button, element, fill, goTo } from "./quiz-dom.js";
import { Practising } from "./quiz-practising.js";
import { MODES, Round, rowsOf } from "./quiz-round.js";
import { open } from "./quiz-store.js";

class QuizPractice extends HTMLElement {
  /** @this {Started<QuizPractice>} */
  connectedCallback() {
    /** @type {HTMLFormElement} */
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    if (this.form) this.start().catch(() => this.fail());
  }

  /** @this {Started<QuizPractice>} */
  async start() {
    const asked = new URL(location.href).searchParams;
    /** @type {any} a key of MODES, if somebody has chosen */
    const mode = asked.get("mode");
    const practising = Object.keys(MODES).includes(mode);
    if (practising) this.form.remove();
    else this.classList.add("is-choosing");
    /** @type {import("./quiz-store.js").Store} */
    this.store = open();
    /** @type {Bank} */
    this.bank = await Bank.open(this.dataset.bank);
    if (practising) await this.practise(mode, asked);
    else this.offerChoice();
  }

  /** @this {Started<QuizPractice>} */
  fail() {
    const notice = element("p", { class: "p-notice" }, "题目没有读到，请检查网络以后",
      button("再试一次", () => location.reload()));
    fill(this, notice);
    goTo(notice);
  }

  /** @this {Started<QuizPractice>} @param {string} mode @param {URLSearchParams} asked */
  async practise(mode, asked) {
    /** @type {any} its constructor begins it, which fills its fields */
    const round = new Round(this.bank, this.store, mode, asked);
    /* @ts-expect-error: start() fills the rest of its fields */
    await new Practising(this, this.bank, this.store, round, () => this.fail()).start();
  }

  /** The form says how many questions a choice has before it is sent. @this {Started<QuizPractice>} */
  offerChoice() {
    /** @type {any} the form has it */
    const said = this.form.querySelector("[role=status]");
    const count = () => {
      const chosen = /** @type {any} */ (Object.fromEntries(new FormData(this.form)));
      said.textContent = `${rowsOf(this.bank, this.store, chosen.mode, chosen).length}道题`;
    };
    this.form.addEventListener("change", count);
    count();
  }
}

customElements.define("quiz-practice", QuizPractice);
