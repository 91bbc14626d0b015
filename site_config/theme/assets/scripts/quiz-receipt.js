/*
 * 题库：抽查考核的回执。What a phone tells of a spot check, sealed with the code of a slip; the same as
 * portal/spotcheck/receipt.py and slips.py, held to tests/spotcheck/vectors/receipts.json.
 */

import { checkCharacter } from "./quiz-codes.js";

/** @typedef {{number: number, slip: string}} Spot the running number and the slip's code, without hyphens */

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BETWEEN = /[\s\-‐‑‒–—―−_·.]+/g;
const MOST = 9999; // numbers of a day, minutes
/** Options of the type itself; all others are letters. @type {Record<string, string>} */
const FIXED = { right: "R", wrong: "W" };

/** @param {string} text @returns {string | {reason: string}} the code without hyphens, however it was typed */
export function plainSlip(text) {
  const plain = text.normalize("NFKC").toUpperCase().replace(BETWEEN, "").replace(/[IL]/g, "1").replace(/O/g, "0");
  if (!plain) return { reason: "没有填凭条码" };
  const strange = [...plain].find((one) => !LETTERS.includes(one));
  if (strange) return { reason: `凭条码里不会有“${strange}”，请对照凭条再看一遍` };
  if (plain.length !== 9) return { reason: "凭条码应当有9个字符，像 7K3M-9QX2-V 这样" };
  if (checkCharacter(plain.slice(0, -1), LETTERS) !== plain[8]) return { reason: "凭条码有一个字符不对，请对照凭条再看一遍" };
  return plain;
}

/** @param {string} text @returns {number | {reason: string}} */
export function runningNumber(text) {
  const digits = text.normalize("NFKC").trim();
  const number = /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= MOST ? number : { reason: `编号是1到${MOST}的整数，检查人员写在凭条上` };
}

/** Browsers seal only on pages that came by https. */
export const canSeal = () => Boolean(window.crypto && crypto.subtle);

/**
 * @param {{code: string, spot: Spot, started: Date, minutes: number, answers: string[][]}} sat
 * @returns {Promise<string>} the receipt, sealed
 */
export async function receipt({ code, spot, started, minutes, answers }) {
  const chosen = answers.map((ids) => [...ids].sort().map((id) => FIXED[id] || id.toUpperCase()).join("") || "-");
  const text = ["FSR1", code, spot.number, stamp(started), Math.min(MOST, Math.max(1, minutes)), chosen.join(".")].join("/");
  return `${text}/${await keyed(spot.slip, text)}`;
}

/** @param {Date} day @returns {string} `202612010912`, where the device is */
function stamp(day) {
  const parts = [day.getMonth() + 1, day.getDate(), day.getHours(), day.getMinutes()];
  return day.getFullYear() + parts.map((one) => String(one).padStart(2, "0")).join("");
}

/** The first 40 bits of HMAC-SHA256, as eight characters. @param {string} key @param {string} text @returns {Promise<string>} */
export async function keyed(key, text) {
  const [utf8, way] = [new TextEncoder(), { name: "HMAC", hash: "SHA-256" }];
  const kept = await crypto.subtle.importKey("raw", utf8.encode(key), way, false, ["sign"]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", kept, utf8.encode(text)));
  const bits = [...bytes.slice(0, 5)].map((one) => one.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) || []).map((five) => LETTERS[parseInt(five, 2)]).join("");
}
