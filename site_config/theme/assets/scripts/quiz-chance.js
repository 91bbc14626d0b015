/*
 * 题库：可重复的随机。The same numbers as portal/quiz/chance.py, from any text: xoshiro128** 1.1 seeded by FNV-1a.
 * Both keep to the published vectors in tests/quiz/vectors/chance.json.
 */

const WORDS = 2 ** 32;

/** FNV-1a, 32 bits. @param {Uint8Array} bytes @returns {number} */
export function fnv1a(bytes) {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}

/** A stream of numbers that is the same for the same text. */
export class Chance {
  /** @param {string} text */
  constructor(text) {
    const utf8 = new TextEncoder();
    /** @type {number[]} */
    this.state = [0, 1, 2, 3].map((number) => fnv1a(utf8.encode(`${number}:${text}`)));
  }

  /** In a state of four words, as published vectors give it. @param {number[]} state @returns {Chance} */
  static fromState(state) {
    const made = new Chance("");
    made.state = [...state];
    return made;
  }

  /** @returns {number} of 32 bits */
  next() {
    let [a, b, c, d] = this.state;
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    c ^= a;
    d ^= b;
    this.state = [a ^ d, b ^ c, c ^ (b << 9), (d << 11) | (d >>> 21)];
    return result;
  }

  /** From 0 to `limit` - 1, all equally likely. @param {number} limit @returns {number} */
  below(limit) {
    const whole = WORDS - (WORDS % limit);
    let number = this.next();
    while (number >= whole) number = this.next();
    return number % limit;
  }

  /** A copy in an order of chance. @template T @param {T[]} items @returns {T[]} */
  shuffled(items) {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }
}

/**
 * The order in which the options of a question are shown; `code` is the paper's, or a seed of practice.
 * @param {string} code @param {string} id @param {string[]} letters @returns {string[]}
 */
export function optionOrder(code, id, letters) {
  return new Chance(`${code}/${id}`).shuffled([...letters].sort());
}
