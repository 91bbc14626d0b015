/*
 * 抽查考核 on a phone: what the page's form asks for, and the receipt at the end. Nothing goes to a server, not even in
 * an address: the fields have no names.
 */

import { copied } from "./copying.js";
import { button, element, fill } from "./quiz-dom.js";
import { qrModules, qrPicture } from "./quiz-qr.js";
import { canSeal, plainSlip, receipt, runningNumber } from "./quiz-receipt.js";
import { say } from "./saying.js";

/** @typedef {import("./quiz-receipt.js").Spot} Spot */
/** @typedef {import("./quiz-sat.js").Sat} Sat */

const MINUTE = 60000;
const NO_HTTPS = "这个网址不是 https 开头的，浏览器不肯做回执，抽查考核不能在这里考。请换 https 的网址，或者改用纸质卷。";

/** What keeps somebody from beginning, and the field where it is. */
export class BadField extends Error {
  /** @param {string} words @param {string} name of the field */
  constructor(words, name) {
    super(words);
    this.name = name;
  }
}

/** @param {HTMLFormElement} form @returns {Spot | undefined} undefined: an exam as ever; a `BadField` says what is wrong */
export function spotBy(form) {
  const part = form.querySelector("details");
  const [number, slip] = ["spot-number", "spot-slip"].map((id) => {
    const field = /** @type {HTMLInputElement | null} */ (form.querySelector(`#${id}`));
    return field ? field.value : "";
  });
  if (!part || !(part.open || number.trim() || slip.trim())) return undefined;
  part.open = true;
  if (!canSeal()) throw new BadField(NO_HTTPS, "spot-number");
  return { number: found(runningNumber(number), "spot-number"), slip: found(plainSlip(slip), "spot-slip") };
}

/** @template T @param {T | {reason: string}} value @param {string} name @returns {T} */
function found(value, name) {
  if (typeof value === "object" && value && "reason" in value) throw new BadField(`${value.reason}。`, name);
  return /** @type {T} */ (value);
}

/** @param {Spot} spot */
export const spotWords = ({ number }) => `抽查考核，编号${number}`;

/** The receipt of a spot check, to be shown to the inspector. @param {Sat & {spot: Spot}} sat @returns {HTMLElement} */
export function receiptPanel(sat) {
  const place = element("div", {});
  const panel = element("section", { class: "p-verdict p-receipt", "aria-label": "回执" }, element("h3", {}, `回执，编号${sat.spot.number}`),
    element("p", {}, "请给检查人员扫码。扫不了的，复制下面的文字发给检查人员；回执里没有姓名。"), place,
    element("p", {}, "检查人员登记以后，成绩才算数。不合格的可以补考，时间由检查人员安排。抽查考核不收费；公布的只有人数和合格率。"));
  sealed(sat).then((text) => fill(place, ...shown(text, sat.spot.number)))
    .catch(() => fill(place, element("p", { class: "p-notice" }, `${NO_HTTPS}请把这一页给检查人员看。`)));
  return panel;
}

/** Without the pauses of a clock that was set back, or the hours of one that was changed. @param {Sat & {spot: Spot}} sat */
function sealed({ code, spot, started, ended, used, paper, answers }) {
  const minutes = Math.ceil(Math.max(used || 0, ended - started) / MINUTE);
  return receipt({ code, spot, started: new Date(started), minutes, answers: paper.items.map(({ key }) => answers[key] || []) });
}

/** @param {string} text @param {number} number @returns {Node[]} */
function shown(text, number) {
  const grid = qrModules(text);
  const line = element("p", { class: "p-receipt__text" }, text);
  const copy = button("复制回执文字", async () => {
    if (await copied({ "text/plain": text })) {
      say(copy, "回执已复制，粘贴给检查人员");
      return;
    }
    const selection = getSelection();
    if (selection) selection.selectAllChildren(line);
    say(copy, "浏览器不让复制。文字已经选中，请长按复制");
  });
  return [...(grid ? [qrPicture(grid, `编号${number}的回执二维码`)] : []), line, element("p", {}, copy)];
}
