/*
 * What reading aloud says: the blocks of a page in its order, each in sentences of at most sixty characters. What
 * cannot be seen, charts, calendars, controls and signs are not said; tables are said row by row with their headers.
 */

/** @typedef {{place: HTMLElement, sentences: string[]}} Block */

const MOST = 60; // characters in one utterance: some voices stop in longer ones
// Ways through the site, tools, and what says once more what was said.
const LEFT_OUT = "[hidden], [aria-hidden=true], nav, svg, script, style, noscript, template, button, select, textarea, "
  + "input, progress, [role=search], [role=status], [aria-live], .p-dateline, .p-listen, .p-tools, .p-related, .p-more, .p-mark, "
  + ".p-kit__actions, .p-data__get, .p-url, .p-panels, .p-chart__keys, .p-chart__source, .p-chart__table > summary, "
  + ".p-terms > summary, .p-strip, .p-term-note, .p-choose__field, .p-source, label.p-button, .p-cited, .p-jump, .p-numbers, .p-top";
const LINES = "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FORM H1 H2 H3 H4 "
  + "LABEL LEGEND LI MAIN OL P SECTION SUMMARY UL QUIZ-PRACTICE QUIZ-EXAM QUIZ-MINE";
const BREAKS = new Set(LINES.split(" "));
/** @param {string} code */
const digits = (code) => code.split("").join(" ");

// One after the other: what is not said, what is said otherwise, then blanks and commas too many.
/** @type {[RegExp, any][]} a string or a function each, as `replace` takes them */
const OTHERWISE = [
  [/[\u00ad\u200b-\u200d\u2060\ufeff★☆✓✔✗✘▸▾▶▼●○■□◆◇→←↑↓›‹＋※]/g, ""], [/https?:\/\/[\w./?=&%#:-]+/g, "网址"],
  [/(\d)\s*[–—~～]\s*(?=\d)/g, "$1至"], [/／/g, "、"], [/\s*[—–－…]+\s*|\s+·\s+|\u3000+/g, "，"],
  // Telephone numbers and codes digit by digit, not as twelve thousand.
  [/123\d\d(?![\d.,]|[元个户件批])|[0-9A-Z]{15,}/g, digits],
  [/\s+/g, " "], [/ ?([，。；：、！？]) ?/g, "$1"], [/，+(?=[，。；：、！？）])/g, ""], [/([。；：、！？，（])，+/g, "$1"],
  [/^[，、： ]+|[，、 ]+$/g, ""],
];

/** @param {string} text @returns {string} as it is said */
function said(text) {
  return OTHERWISE.reduce((so, [from, to]) => so.replace(from, to), text);
}

/** @param {string} text @returns {string[]} sentences, the long ones parted at commas */
function parted(text) {
  const sentences = text.match(/[^。！？；]+[。！？；]*[”』）》]*/g) || [];
  return sentences.map((one) => one.trim()).filter((one) => /[\p{L}\p{N}]/u.test(one)).flatMap(short);
}

/** @param {string} sentence @returns {string[]} */
function short(sentence) {
  if (sentence.length <= MOST) return [sentence];
  // At commas; where there is none for too long, wherever no word of letters and no number is cut.
  const pieces = (sentence.match(/[^，、]+[，、]?[”』）》]*/g) || []).flatMap((one) => (
    one.length <= MOST ? [one] : one.match(/[\s\S]{1,50}(?![\w.])|[\s\S]{1,50}/g) || []
  ));
  return pieces.reduce((lines, piece) => {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + piece.length <= MOST) lines[last] += piece;
    else lines.push(piece);
    return lines;
  }, /** @type {string[]} */ ([]));
}

/** @param {Element} one @param {boolean} cell whether words that only screen readers are given count, as in cells */
function isSilent(one, cell) {
  if (one.matches(LEFT_OUT)) return true;
  if (one.matches(".p-unseen, noscript")) return !cell;
  return getComputedStyle(one).display === "none";
}

/** @param {Node | null} node @returns {boolean} whether it stands apart from its neighbours, though in the same line */
function isApart(node) {
  if (!(node instanceof Element) || node.matches(".p-unseen")) return false;
  const { display, fontSize, marginLeft, marginRight } = getComputedStyle(node);
  const gap = Math.max(parseFloat(marginLeft), parseFloat(marginRight));
  return display !== "inline" && display !== "contents" && display !== "none" ? true : gap > 0.35 * parseFloat(fontSize);
}

/** @param {Node} node @returns {boolean} */
const isText = (node) => node.nodeType === Node.TEXT_NODE && Boolean((node.textContent || "").trim());

/** @param {Element} cell @returns {string} all of it in one line */
function line(cell) {
  let text = "";
  cell.childNodes.forEach((node) => {
    if (isText(node)) text += node.textContent;
    else if (node instanceof Element && node.tagName === "BR") text += "，";
    else if (node instanceof Element && !isSilent(node, true)) text += isApart(node) ? `，${line(node)}，` : line(node);
    else text += " ";
  });
  return text;
}

/** @param {HTMLTableCellElement | undefined} head @param {string} value @returns {string} `检查户次：12户` */
function told(head, value) {
  const [, name, unit] = /^(.*?)（([^（）]+)）$/.exec(head ? said(line(head)) : "") || [null, head ? said(line(head)) : "", ""];
  const words = value.replace(/^[+＋](?=\d)/, "多").replace(/^[−-](?=\d)/, "少") || "没有数据";
  return `${name ? `${name}：` : ""}${words}${/^[\d.,]+$/.test(value) ? unit : ""}`;
}

/** @param {HTMLTableElement} table @returns {Block[]} a row each, every cell after the header of its column */
function rows(table) {
  const last = table.tHead ? table.tHead.rows[table.tHead.rows.length - 1] : null;
  const heads = last ? [...last.cells] : [];
  const body = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  return body.map((row) => {
    const parts = [...row.cells].map((cell, place) => {
      const value = said(line(cell));
      if (place === 0 && cell.tagName === "TH") return `${value}：`;
      // The unit of the number before it.
      const isUnit = place > 1 && heads[place] && heads[place].textContent === "单位";
      return isUnit ? value : `${place > 0 ? "，" : ""}${told(heads[place], value)}`;
    });
    return { place: row, sentences: parted(said(parts.join(""))) };
  });
}

/** Goes through a page and gathers its blocks. */
class Gatherer {
  constructor() {
    /** @type {Block[]} */
    this.blocks = [];
    this.text = "";
    /** @type {string} a term that waits for what is said of it */
    this.term = "";
  }

  /** What was gathered is a block. @param {HTMLElement} place */
  close(place) {
    const text = said(this.text);
    this.text = "";
    if (!text) return;
    if (place.tagName === "DT") {
      this.term = text;
      return;
    }
    const sentences = parted(this.term ? `${this.term}：${text}` : text);
    this.term = "";
    if (sentences.length) this.blocks.push({ place, sentences });
  }

  /** @param {HTMLElement} parent @param {HTMLElement} block the innermost one around */
  gather(parent, block) {
    parent.childNodes.forEach((node) => {
      if (node.nodeType === Node.TEXT_NODE) this.text += node.textContent;
      else if (node instanceof HTMLElement) this.meet(node, block);
    });
  }

  /** @param {HTMLElement} one @param {HTMLElement} block */
  meet(one, block) {
    if (one.tagName === "BR") this.text += "，";
    else if (isSilent(one, false)) {
      this.text += " ";
      if (one.tagName === "DD") this.term = "";
    } else if (one instanceof HTMLTableElement) {
      this.close(block);
      if (one.caption) this.inside(one.caption);
      this.blocks.push(...rows(one).filter(({ sentences }) => sentences.length));
    } else if (BREAKS.has(one.tagName)) {
      this.close(block);
      this.inside(one);
    } else {
      const apart = isApart(one) && ![one.previousSibling, one.nextSibling].some((next) => next && isText(next) && isInline(one));
      if (apart) this.text += "，";
      this.gather(one, block);
      if (apart) this.text += "，";
    }
  }

  /** @param {HTMLElement} one a block of its own */
  inside(one) {
    const open = one.tagName !== "DETAILS" || /** @type {HTMLDetailsElement} */ (one).open;
    if (open) this.gather(one, one);
    this.close(one);
    if (one.tagName === "DD") this.term = "";
  }
}

/** @param {Element} one @returns {boolean} whether it is set in the middle of a line of text */
const isInline = (one) => getComputedStyle(one).display.startsWith("inline-");

/** @param {Block[]} blocks @returns {Block[]} without headings that nothing follows, but for the title */
function withoutBareHeadings(blocks) {
  let next = 0; // the level of the block after; a text counts as the lowest
  return blocks.reverse().filter(({ place }) => {
    const heading = /^H([1-6])$/.exec(place.tagName);
    const level = heading ? Number(heading[1]) : 7;
    if (level > 1 && level < 7 && next <= level) return false;
    next = level;
    return true;
  }).reverse();
}

/** @param {HTMLElement} root @returns {Block[]} */
export function blocksOf(root) {
  const gatherer = new Gatherer();
  gatherer.inside(root);
  return withoutBareHeadings(gatherer.blocks);
}
