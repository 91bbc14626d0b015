/*
 * What is known of somebody's practice, question by question: pure, without storage and without a page.
 * An answer belongs to a version of its question: when the key changes, only that question is asked again.
 */

/**
 * @typedef {object} Progress
 * @property {number} v version of the question that was answered; 0: not answered
 * @property {number} seen how often it was answered
 * @property {number} right how often rightly
 * @property {number} streak how often rightly in a row, up to now
 * @property {readonly string[]} last ids of the options chosen last, in order
 * @property {boolean} wrong whether it is in the wrong-answer book
 * @property {number} at when it was answered last, milliseconds
 * @property {boolean} starred
 * @property {number} starredAt when the star was set or taken away
 */

export const OUT_OF_BOOK = 2; // so often right in a row, and a question leaves the wrong-answer book
export const SCHEMA = "portal-quiz-progress/1";
const NEWEST = 99; // no question's key changes so often: what says so is no record of ours
const LONGEST = 5000000; // characters of a file; 5,000 questions are a tenth of that
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const OPTION = /^([a-h]|right|wrong)$/;
const COUNTS = ["v", "seen", "right", "streak", "at", "starredAt"];

/** @type {Readonly<Progress>} */
export const NONE = Object.freeze({
  v: 0, seen: 0, right: 0, streak: 0, last: [], wrong: false, at: 0, starred: false, starredAt: 0,
});

/** The star stays with the question, whatever becomes of its answers. @param {Progress} one */
export const starOf = (one) => ({ starred: one.starred, starredAt: one.starredAt });

/**
 * What counts for this version of the question.
 * @param {Progress | undefined} known
 * @param {number} version
 * @returns {Progress}
 */
export function current(known, version) {
  if (!known) return NONE;
  return known.v === version ? known : { ...NONE, ...starOf(known) };
}

/**
 * @param {Progress | undefined} known
 * @param {number} version of the question as it was shown
 * @param {readonly string[]} options ids of the chosen ones, as answers are kept
 * @param {boolean} right
 * @param {number} now
 * @returns {Progress} the same one, if what was answered is an older version than what is known, or known already
 */
export function afterAnswer(known, version, options, right, now) {
  if (known && (known.v > version || (known.v === version && known.at === now))) return known;
  const before = current(known, version);
  const streak = right ? before.streak + 1 : 0;
  return {
    ...before,
    v: version,
    seen: before.seen + 1,
    right: before.right + (right ? 1 : 0),
    streak,
    last: [...options],
    wrong: !right || (before.wrong && streak < OUT_OF_BOOK),
    at: now,
  };
}

/**
 * @param {Progress | undefined} known
 * @param {boolean} starred
 * @param {number} now
 * @returns {Progress}
 */
export function afterStar(known, starred, now) {
  return { ...(known || NONE), starred, starredAt: now };
}

/**
 * Of two histories of one question the newer answers and the newer star.
 * @param {Progress | undefined} one
 * @param {Progress} other
 * @returns {Progress}
 */
export function merged(one, other) {
  if (!one) return other;
  const answers = other.v > one.v || (other.v === one.v && other.at > one.at) ? other : one;
  return { ...answers, ...starOf(other.starredAt > one.starredAt ? other : one) };
}

/**
 * The text of a file that holds everything.
 * @param {Map<string, Progress>} all
 * @returns {string}
 */
export function written(all) {
  const questions = Object.fromEntries([...all.keys()].sort().map((id) => [id, all.get(id)]));
  return `${JSON.stringify({ schema: SCHEMA, questions }, null, 1)}\n`;
}

/** A file that cannot be taken in; the message is for the reader. */
export class BadFile extends Error {}

/**
 * What a file holds of the questions that there are, complete or not at all.
 * @param {string} text
 * @param {(id: string) => number | undefined} versionOf as the bank has it now
 * @param {number} now nothing was answered later than that
 * @returns {Map<string, Progress>}
 */
export function read(text, versionOf, now) {
  if (text.length > LONGEST) throw new BadFile("文件太大，不是从这里导出的练习记录");
  let whole;
  try {
    whole = JSON.parse(text);
  } catch (failed) {
    throw new BadFile("这不是练习记录，或者文件不完整。请选从这里导出的文件");
  }
  const schema = whole && typeof whole.schema === "string" ? whole.schema : "";
  if (!schema.startsWith("portal-quiz-progress/")) throw new BadFile("这不是从这里导出的练习记录");
  if (schema !== SCHEMA) throw new BadFile("这个文件是更新的版本导出的。请刷新本页再导入");
  const questions = whole.questions && typeof whole.questions === "object" ? Object.entries(whole.questions) : [];
  if (!questions.length) throw new BadFile("文件里没有练习记录");
  /** @type {Map<string, Progress>} */
  const taken = new Map();
  for (const [id, one] of questions) {
    const { at, starredAt, ...rest } = checked(id, one);
    const version = versionOf(id);
    if (version === undefined) continue; // not asked any more
    if (rest.v > version) throw new BadFile(`文件里“${id}”这一题比这里的题库新，没有导入。请刷新本页再导入`);
    taken.set(id, { ...rest, at: Math.min(at, now), starredAt: Math.min(starredAt, now) });
  }
  if (!taken.size) throw new BadFile("文件里的题，现在的题库里都没有了");
  return taken;
}

/**
 * A record as it was stored or exported.
 * @param {string} id
 * @param {any} one
 * @returns {Progress}
 */
export function checked(id, one) {
  const good =
    ID.test(id) && one && typeof one === "object" &&
    COUNTS.every((name) => Number.isSafeInteger(one[name]) && one[name] >= 0) &&
    one.v <= NEWEST && typeof one.wrong === "boolean" && typeof one.starred === "boolean" &&
    Array.isArray(one.last) && one.last.every(/** @param {any} option */(option) => OPTION.test(option)) &&
    one.right <= one.seen && one.streak <= one.right;
  if (!good) throw new BadFile(`文件里“${id.slice(0, 40)}”这一题的记录有错，没有导入`);
  /* @ts-expect-error: every field of a Progress, each checked above */
  return Object.fromEntries(Object.keys(NONE).map((name) => [name, one[name]]));
}
