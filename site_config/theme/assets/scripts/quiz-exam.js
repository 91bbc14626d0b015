/*
 * <quiz-exam>: a mock exam, from a blueprint or by the code of a printed paper. The page's form says what can be
 * chosen; this finds the paper, goes on with an exam that was left, and shows the result.
 */

import { absence, spell } from "./quiz-clock.js";
import { writeCode } from "./quiz-codes.js";
import { button, element, fill, goTo, link, present, titled } from "./quiz-dom.js";
import { lasting } from "./quiz-lasting.js";
import { Version } from "./quiz-paper.js";
import { isRight } from "./quiz-question.js";
import { leftOutWords, outcome, result } from "./quiz-result.js";
import { Sitting } from "./quiz-sitting.js";
import { BadField, spotBy, spotWords } from "./quiz-spot.js";
import { open } from "./quiz-store.js";
import { BadPaper, decoded, wantedBy } from "./quiz-wanted.js";

/** @typedef {import("./quiz-running.js").Exam} Exam */
/** @typedef {import("./quiz-running.js").WholePaper} WholePaper */
/** @typedef {import("./quiz-wanted.js").Wanted} Wanted */

const MINUTE = 60000;
/** @type {[number, string][]} factors of the paper's time and what they are; 0: without a limit */
const TIMES = [[1.5, "（一倍半时间，给要多些时间的人）"], [2, "（两倍时间）"], [0, "不限时"]];

class QuizExam extends HTMLElement {
  /** @this {Started<QuizExam>} */
  connectedCallback() {
    /** @type {import("./quiz-store.js").Store} */
    this.store = open();
    this.form = this.querySelector("form");
    if (this.form) this.form.addEventListener("submit", (event) => this.mindSpot(event));
    history.scrollRestoration = "manual"; // what is shown finds its own place
    this.start().catch((failure) => this.fail(failure));
  }

  /** @this {Started<QuizExam>} */
  async start() {
    const asked = new URL(location.href).searchParams;
    const [code, sat] = [asked.get("code"), asked.get("sat")];
    const exam = this.store.exam.running;
    if (sat) this.showSat(sat);
    else if (!asked.has("code") && !asked.has("blueprint")) await (exam ? this.resume(exam) : this.choose());
    else {
      const field = /** @type {HTMLInputElement | null} */ (this.querySelector("[name=code]"));
      if (field) field.value = code || "";
      const wanted = wantedBy(asked, this.dataset.version);
      if (exam && !wanted.mock && writeCode(wanted) === exam.code) await this.resume(exam);
      else if (exam) this.askWhich(exam, wanted);
      else await this.begin(wanted);
    }
  }

  /** A spot check begins from here: what is on its slip stands in no address. @this {Started<QuizExam>} @param {Event} event */
  async mindSpot(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const exam = this.store.exam.running;
    try {
      const spot = spotBy(form);
      if (!spot) return;
      event.preventDefault();
      const wanted = { ...decoded(new FormData(form).get("code") + "", false), spot };
      if (exam && writeCode(wanted) === exam.code && JSON.stringify(exam.spot) === JSON.stringify(spot)) await this.resume(exam);
      else if (exam) this.askWhich(exam, wanted);
      else await this.begin(wanted);
    } catch (failure) {
      event.preventDefault();
      this.fail(failure);
    }
  }

  /** The form again, opened where a spot check is. @this {Started<QuizExam>} @param {Wanted} wanted */
  chooseSpot(wanted) {
    const { form } = this;
    const [part, number] = form ? [form.querySelector("details"), form.querySelector("#spot-number")] : [];
    if (!form || !part || !number) return;
    fill(this, form);
    /** @type {HTMLInputElement} */ (form.elements.namedItem("code")).value = writeCode(wanted);
    part.open = true;
    this.choose();
    /** @type {HTMLInputElement} */ (number).focus();
  }

  /** @this {Started<QuizExam>} @param {any} failure of ours says why; anything else is the network */
  fail(failure) {
    for (const old of this.querySelectorAll("#quiz-trouble")) old.remove();
    for (const old of this.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
    this.choose();
    const ours = failure instanceof BadPaper || failure instanceof BadField;
    const words = ours ? failure.message : "试卷没有读到，请检查网络以后再试一次。";
    const field = ours && this.querySelector(failure instanceof BadField ? `#${failure.name}` : "[name=code]");
    const notice = element("p", { class: "p-notice", id: "quiz-trouble" }, words);
    this.prepend(notice);
    if (!field) {
      goTo(notice);
      return;
    }
    // Where a code is wrong, the field is where one goes on, and it says what is wrong with it.
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", notice.id);
    /** @type {HTMLInputElement} */ (field).focus();
  }

  /** Show the page's form. @this {Started<QuizExam>} */
  choose() {
    this.classList.add("is-choosing");
    const [last] = this.store.sat.list();
    if (last && !this.querySelector(".p-more a[href*='?sat=']") && this.querySelector("form")) this.prepend(element("p", { class: "p-more" }, link("看上一次的成绩", `quiz/exam/?sat=${last.id}`)));
  }

  /**
   * A question before anything else; no clock runs meanwhile.
   * @param {string[]} words @param {[string, () => void | Promise<void>][]} answers the first is what most people mean
   * @this {Started<QuizExam>}
   */
  ask(words, answers) {
    this.classList.add("is-choosing");
    const buttons = answers.map(([name, action], at) => button(name, async () => {
      try {
        await action();
      } catch (failure) {
        this.fail(failure);
      }
    }, at ? {} : { class: "p-button" }));
    const panel = element("div", { class: "p-verdict" }, ...words.map((one) => element("p", {}, one)),
      element("div", { class: "p-player__actions" }, ...buttons));
    fill(this, panel);
    goTo(panel);
  }

  /** @this {Started<QuizExam>} @param {Exam} exam that was left @param {Wanted} wanted */
  askWhich(exam, wanted) {
    const left = exam.limit ? `，离开时还剩${spell(exam.limit - exam.used)}` : "";
    const done = Object.keys(exam.answers).length;
    this.ask([`有一场考试没有考完：${exam.title || exam.code}，已答${done}题${left}。`, "考新的，这场就不算了，答过的也没有了。"],
      [["接着考", () => this.resume(exam)], ["不考了，考新的", () => this.begin(wanted)]]);
  }

  /** Nobody's time begins to run before they have seen how much of it there is. @param {Wanted} wanted @this {Started<QuizExam>} */
  async begin(wanted) {
    const paper = await load(wanted, wanted.mock);
    const { blueprint: { title, minutes, pass_mark }, items, leftOut } = paper;
    const { spot } = wanted;
    if (wanted.factor !== null) {
      this.sit(wanted, paper, wanted.factor);
      return;
    }
    /** @type {[string, () => void][]} */
    const times = TIMES.filter(([factor]) => factor || !spot).map(([factor, words]) => (
      [factor ? `${minutes * factor}分钟${words}` : words, () => this.sit(wanted, paper, factor)]));
    if (!wanted.mock && !spot) times.push(["这是抽查考核，有凭条", () => this.chooseSpot(wanted)]);
    this.ask([title, ...(spot ? [`${spotWords(spot)}。考完把回执给检查人员看。`] : []), `${items.length}题，${pass_mark}分合格。${leftOut ? `${leftOutWords(leftOut)}。` : ""}点开始就计时。`],
      [[`开始，${minutes}分钟${spot ? "" : "（正式模拟）"}`, () => this.sit(wanted, paper, 1)], ...times]);
  }

  /** @this {Started<QuizExam>} @param {Wanted} wanted @param {WholePaper} paper @param {number} factor of its time; 0: without a limit */
  sit({ version, form, mock, spot }, paper, factor) {
    const { blueprint } = paper;
    const now = Date.now();
    const exam = { code: writeCode({ blueprint: blueprint.code, version, form }), title: blueprint.title, mock, started: now,
      limit: blueprint.minutes * factor * MINUTE, used: 0, seen: now, deadline: 0, answers: {}, marked: [], at: 0, paper, spot };
    this.store.exam.begin(exam);
    history.replaceState(null, "", location.pathname); // a reload goes on, and does not begin another one
    this.run(exam);
  }

  /** Somebody comes back to an exam. Whether a long absence counts is theirs to say. @this {Started<QuizExam>} @param {Exam} exam */
  async resume(exam) {
    const paper = exam.paper || await load(decoded(exam.code, exam.mock));
    const whole = { ...exam, paper };
    const { away, odd } = absence(exam, Date.now());
    const counted = { ...whole, used: exam.used + Math.max(0, away) };
    if (odd) this.askBack(whole, counted, away);
    else this.run(exam.limit ? counted : whole); // without a limit nothing runs out meanwhile
  }

  /** @this {Started<QuizExam>} @param {Exam & {paper: WholePaper}} exam as it was left @param {Exam & {paper: WholePaper}} counted with the time away @param {number} away milliseconds */
  askBack(exam, counted, away) {
    const [before, now] = [exam, counted].map(({ limit, used }) => limit - used);
    /** @type {(words: string) => [string, () => void]} */
    const untouched = (words) => [`${words}接着考，还剩${spell(before)}`, () => this.run(exam)];
    const [said, answers] = away < 0
      ? ["这台设备的时间往回拨过，离开了多久不知道。", [untouched("")]]
      : now > 0 ? [`按这台设备的时间，离开了${spell(away)}，现在还剩${spell(now)}。`,
        [[`接着考，还剩${spell(now)}`, () => this.run(counted)], untouched("设备的时间改过，")]]
        : [`按这台设备的时间，离开了${spell(away)}，考试的时间已经到了。`,
          [["交卷", () => this.handIn(counted, true)], untouched("设备的时间改过，")]];
    this.ask([`${exam.title || "考试"}没有考完，已答${Object.keys(exam.answers).length}题，离开时还剩${spell(before)}。`, said],
      /** @type {[string, () => void][]} */ (answers));
  }

  /** @this {Started<QuizExam>} @param {Exam & {paper: WholePaper}} exam */
  run(exam) {
    titled(exam.paper.blueprint.title);
    /* @ts-expect-error: start() fills the rest of its fields */
    new Sitting(this, this.store, exam, (ended, late) => this.handIn(ended, late), (left) => this.back(left)).start();
  }

  /** @this {Started<QuizExam>} @param {Exam} exam that was left for a while, or is over in another tab */
  back(exam) {
    if (this.store.exam.isOver(exam.started)) this.showOver(exam);
    else this.resume(exam).catch((failure) => this.fail(failure));
  }

  /** Once, whichever tab is first, and with what every tab has answered. @this {Started<QuizExam>} @param {Exam} exam @param {boolean} late whether the time was up */
  async handIn(exam, late) {
    await alone(() => {
      const ended = this.store.exam.end(exam);
      const { paper } = exam;
      if (!ended || !paper) return;
      const used = Math.round(exam.limit ? Math.min(exam.used, exam.limit) : exam.used);
      const { code, mock, started, limit, answers, spot } = ended;
      const sat = { id: started.toString(36), code, mock, started, ended: Date.now(), used, late, limit, answers, paper, spot };
      this.store.sat.add(sat, outcome(sat));
      paper.items.forEach((item, at) => {
        const chosen = answers[item.key];
        // The moment tells this answer from others, so that no second tab counts it again.
        if (chosen) this.store.answered(item, chosen, isRight(item, chosen), started + at);
      });
    });
    lasting();
    this.showOver(exam);
  }

  /** @this {Started<QuizExam>} @param {Exam} exam */
  showOver({ started }) {
    const sat = this.store.sat.of(started.toString(36));
    if (sat) this.show(sat, sat.late ? "时间到了，已经交卷。" : "");
    else this.ask(["这场考试在另一个页面里不考了。"], [["重新选一种卷", () => location.assign(location.pathname)]]);
  }

  /** @this {Started<QuizExam>} @param {string} id */
  showSat(id) {
    const sat = this.store.sat.of(id);
    if (sat) this.show(sat, "");
    else {
      const known = this.store.sat.list().some((one) => one.id === id);
      throw new BadPaper(known ? "这场考试只留下了分数，题目没有存了。" : "这台设备上没有这场考试的成绩。");
    }
  }

  /** @this {Started<QuizExam>} @param {import("./quiz-sat.js").Sat} sat @param {string} why said above the result */
  show(sat, why) {
    const shown = result(sat, why);
    titled("成绩");
    fill(this, shown);
    this.classList.add("is-choosing");
    // A reload shows it again, and so does its address.
    history.replaceState(null, "", `?sat=${sat.id}`);
    goTo(shown, true);
    shown.scrollIntoView();
  }
}

/** Other tabs wait meanwhile, where browsers can do that. @param {() => void} action */
function alone(action) {
  return navigator.locks ? navigator.locks.request("portal-quiz", async () => action()) : action();
}

/** @param {Wanted} wanted @param {boolean} ofToday an old copy of the page may name a version that is gone @returns {Promise<WholePaper>} */
async function load(wanted, ofToday = false) {
  let version = await Version.open(wanted.version).catch((failure) => {
    if (!ofToday) throw failure;
    return null;
  });
  if (!version && ofToday) {
    wanted.version = (await present()).version;
    version = await Version.open(wanted.version);
  }
  if (!version) throw new BadPaper("本站没有这份卷子用的题库。卷号没有填错的话，请改用模拟考试。");
  const blueprint = version.blueprint(wanted.blueprint);
  if (!blueprint) throw new BadPaper(wanted.mock ? "没有这种卷子，请选下面的一种。" : "没有这种卷子，请对照卷面再看一遍卷号。");
  const paper = version.paper(blueprint, wanted.form, wanted.mock);
  return { ...paper, items: await Promise.all(paper.items.map((item) => version.question(item))) };
}

customElements.define("quiz-exam", QuizExam);
