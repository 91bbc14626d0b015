/*
 * QR codes, after ISO/IEC 18004: alphanumeric mode, error correction M, versions 1 to 13 (483 characters). Written for
 * receipts only (ADR 24); tests compare the modules with those of the library that makes the site's other codes.
 */

const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
// Table 9, level M, from version 1: codewords of error correction in a block, and how many blocks.
const BLOCKS = [[10, 1], [16, 1], [26, 1], [18, 2], [24, 2], [16, 4], [18, 4], [22, 4], [22, 5], [26, 5], [30, 5], [22, 8], [22, 9]];
const [ALPHANUMERIC, LEVEL_M] = [0b0010, 0b00];
const [FORMAT, FORMAT_MASK, VERSION] = [0x537, 0x5412, 0x1f25]; // Annex C and D
const FREE = -1;
/** Table 10. @type {((y: number, x: number) => number)[]} a module is turned where it is 0 */
const MASKS = [
  (y, x) => (y + x) % 2, (y) => y % 2, (_, x) => x % 3, (y, x) => (y + x) % 3,
  (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2, (y, x) => ((y * x) % 2) + ((y * x) % 3),
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2, (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
];

/** @typedef {number[][]} Grid rows of modules: 1 dark, 0 light, -1 free for data */

/** @param {string} text @returns {Grid | null} null: longer than these versions hold, or with other characters */
export function qrModules(text) {
  if ([...text].some((one) => !CHARACTERS.includes(one))) return null;
  for (let version = 1; version <= BLOCKS.length; version += 1) {
    const frame = framed(version);
    const words = codewords(text, version, ([].concat(.../** @type {any} */ (frame)).filter((one) => one === FREE).length) >> 3);
    if (words) return best(frame, words);
  }
  return null;
}

/** What stands in every code of a version (6.3): finders, alignment, timing, its number, room for the format. @param {number} version @returns {Grid} */
function framed(version) {
  const side = 17 + 4 * version;
  /** @type {Grid} */
  const grid = Array.from({ length: side }, () => Array(side).fill(FREE));
  /** @type {(y: number, x: number, radius: number, light: number[]) => void} rings around a place */
  const rings = (cy, cx, radius, light) => {
    for (let y = Math.max(0, cy - radius); y <= Math.min(side - 1, cy + radius); y += 1) {
      for (let x = Math.max(0, cx - radius); x <= Math.min(side - 1, cx + radius); x += 1) {
        grid[y][x] = Number(!light.includes(Math.max(Math.abs(y - cy), Math.abs(x - cx))));
      }
    }
  };
  for (const [y, x] of [[3, 3], [3, side - 4], [side - 4, 3]]) rings(y, x, 4, [2, 4]);
  const last = side - 7;
  const places = version < 2 ? [] : version < 7 ? [6, last] : [6, (6 + last) / 2, last]; // Annex E
  for (const y of places) for (const x of places) if (grid[y][x] === FREE) rings(y, x, 2, [1]);
  for (let at = 8; at < side - 8; at += 1) grid[6][at] = grid[at][6] = 1 - (at % 2);
  if (version > 6) {
    const bits = coded(version, VERSION, 12);
    for (let at = 0; at < 18; at += 1) {
      const [far, near] = [side - 11 + (at % 3), Math.floor(at / 3)];
      grid[far][near] = grid[near][far] = (bits >> at) & 1;
    }
  }
  formatted(grid, 0);
  return grid;
}

/** The format information, twice (7.9). @param {Grid} grid @param {number} mask */
function formatted(grid, mask) {
  const side = grid.length;
  const bits = coded((LEVEL_M << 3) | mask, FORMAT, 10) ^ FORMAT_MASK;
  for (let at = 0; at < 15; at += 1) {
    const bit = (bits >> at) & 1;
    if (at < 8) grid[at < 6 ? at : at + 1][8] = grid[8][side - 1 - at] = bit;
    else grid[8][at < 9 ? 7 : 14 - at] = grid[side - 15 + at][8] = bit;
  }
  grid[side - 8][8] = 1;
}

/** A number and its BCH code. @param {number} number @param {number} generator @param {number} length bits that are added */
function coded(number, generator, length) {
  let rest = number;
  for (let at = 0; at < length; at += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) & 1 ? generator : 0);
  return (number << length) | rest;
}

/** @param {string} text @param {number} version @param {number} total codewords that it holds @returns {number[] | null} null: too few */
function codewords(text, version, total) {
  const [correcting, count] = BLOCKS[version - 1];
  const room = total - correcting * count;
  let bits = "";
  /** @type {(number: number, length: number) => void} */
  const add = (number, length) => { bits += number.toString(2).padStart(length, "0"); };
  add(ALPHANUMERIC, 4);
  add(text.length, version < 10 ? 9 : 11);
  for (const pair of text.match(/..?/g) || []) {
    const [first, second] = [...pair].map((one) => CHARACTERS.indexOf(one));
    if (pair.length === 2) add(first * 45 + second, 11);
    else add(first, 6);
  }
  if (bits.length > 8 * room) return null;
  bits = bits.padEnd(Math.min(8 * room, bits.length + 4), "0");
  const data = (bits.match(/.{1,8}/g) || []).map((one) => parseInt(one.padEnd(8, "0"), 2));
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);
  const short = Math.floor(room / count); // the last blocks have one more
  const blocks = Array.from({ length: count }, (_, at) => {
    const longer = at - (count - (room % count));
    const begin = at * short + Math.max(0, longer);
    return data.slice(begin, begin + short + Number(longer >= 0));
  });
  return [...interleaved(blocks), ...interleaved(blocks.map((block) => remainder(block, correcting)))];
}

/** @param {number[][]} blocks @returns {number[]} the first of each, the second of each, … */
function interleaved(blocks) {
  const longest = blocks[blocks.length - 1];
  return [].concat(.../** @type {any} */ (longest.map((_, at) => blocks.filter((one) => at < one.length).map((one) => one[at]))));
}

/** Reed and Solomon (7.5): what is left of the block divided by the generator. @param {number[]} block @param {number} degree */
function remainder(block, degree) {
  let generator = [1];
  for (let at = 0, root = 1; at < degree; at += 1, root = times(root, 2)) {
    generator = [...generator, 0].map((one, place) => one ^ (place ? times(generator[place - 1], root) : 0));
  }
  let rest = Array(degree).fill(0);
  for (const word of block) {
    const factor = word ^ rest[0];
    rest = [...rest.slice(1), 0].map((one, place) => one ^ times(generator[place + 1], factor));
  }
  return rest;
}

/** In the field of 256 elements, modulo 0x11d. @param {number} one @param {number} other @returns {number} */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ (product >> 7 ? 0x11d : 0) ^ ((other >> bit) & 1 ? one : 0);
  return product;
}

/** With the mask that gives the least trouble to readers (7.8). @param {Grid} frame @param {number[]} words @returns {Grid} */
function best(frame, words) {
  const grids = MASKS.map((_, mask) => filled(frame, words, mask));
  const costs = grids.map(cost);
  return grids[costs.indexOf(Math.min(...costs))];
}

/** In columns of two, upwards and downwards from the right (7.7.3). @param {Grid} frame @param {number[]} words @param {number} mask @returns {Grid} */
function filled(frame, words, mask) {
  const grid = frame.map((row) => [...row]);
  const side = grid.length;
  let at = 0;
  for (let pair = 0; pair < side >> 1; pair += 1) {
    const right = side - 1 - 2 * pair;
    const column = right > 6 ? right : right - 1; // the timing stands in the seventh
    for (let step = 0; step < side; step += 1) {
      const y = pair % 2 ? step : side - 1 - step;
      for (const x of [column, column - 1]) {
        if (grid[y][x] !== FREE) continue;
        const bit = (words[at >> 3] >> (7 - (at & 7))) & 1; // a few modules at the end hold none: 0
        grid[y][x] = bit ^ Number(!MASKS[mask](y, x));
        at += 1;
      }
    }
  }
  formatted(grid, mask);
  return grid;
}

/** Runs of one colour, blocks, what looks like a finder, too much of one colour (7.8.3). @param {Grid} grid @returns {number} */
function cost(grid) {
  const rows = grid.map((row) => row.join(""));
  const lines = [...rows, ...grid.map((_, x) => grid.map((row) => row[x]).join(""))];
  let sum = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
    sum += 40 * (`0000${line}0000`.match(/(?=00001011101|.{4}10111010000)/g) || []).length; // the quiet zone counts
  }
  grid.forEach((row, y) => row.forEach((one, x) => {
    if (y && x && one === row[x - 1] && one === grid[y - 1][x] && one === grid[y - 1][x - 1]) sum += 3;
  }));
  const dark = rows.join("").replace(/0/g, "").length / grid.length ** 2;
  return sum + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
}

const QUIET = 4; // modules around it (6.3.8)

/** A picture, black on white in every colour scheme, or phones would not read it. @param {Grid} grid @param {string} label @returns {SVGElement} */
export function qrPicture(grid, label) {
  const whole = grid.length + 2 * QUIET;
  const squares = grid.map((row, y) => row.map((one, x) => (one ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")).join("")).join("");
  const svg = drawn("svg", { class: "p-qr", viewBox: `0 0 ${whole} ${whole}`, role: "img", "aria-label": label });
  svg.append(drawn("path", { fill: "#fff", d: `M0 0h${whole}v${whole}h-${whole}z` }),
    drawn("path", { fill: "#000", "shape-rendering": "crispEdges", d: squares }));
  return svg;
}

/** @param {string} tag @param {Record<string, string>} attributes @returns {SVGElement} */
function drawn(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
