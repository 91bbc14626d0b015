/*
 * 题库：一份卷子各部分、各主题几题。How many questions of each type and topic stand in one form; step by step the
 * same as portal/quiz/layout.py, which says why. A cell is `type/topic`.
 */

/**
 * @typedef {object} Blueprint as in a version of the bank
 * @property {string} id
 * @property {{type: string, count: number, marks: number}[]} sections
 * @property {[string, number][]} topics with their percent
 * @property {Record<string, number>} difficulty in percent
 * @property {string[]} must keys of questions
 * @property {string[]} posts
 * @property {string[]} business_types
 * @property {boolean} reserved
 */

/** @typedef {{type: string, topic: string}} Cell */

/** @param {Cell} cell */
export function nameOf(cell) {
  return `${cell.type}/${cell.topic}`;
}

/** The cells of the forms of one blueprint, over what is there of each cell besides the must-haves. */
export class Layout {
  /** @param {Blueprint} blueprint @param {Map<string, number>} there @param {Cell[]} must */
  constructor(blueprint, there, must) {
    const whole = blueprint.sections.reduce((sum, { count }) => sum + count, 0);
    /** @param {(cell: Cell) => boolean} test */
    const taken = (test) => must.filter(test).length;
    this.there = there;
    this.types = spread(
      blueprint.sections.map(({ type, count }) => [type, count - taken((cell) => cell.type === type)])
    );
    this.size = this.types.length;
    /** @type {[string, number][]} */
    this.weights = blueprint.topics.map(([topic, share]) => [
      topic,
      Math.max(0, share * whole - 100 * taken((cell) => cell.topic === topic)),
    ]);
    this.weight = this.weights.reduce((sum, [, weight]) => sum + weight, 0);
    this.names = blueprint.sections.flatMap(({ type }) =>
      blueprint.topics.map(([topic]) => nameOf({ type, topic }))
    );
  }

  /**
   * The cell of every slot, with the types moved by `shift` slots and the topics by `offset` of `weight`.
   * @param {number} shift @param {number} offset @param {number} turn @returns {Cell[]}
   */
  cells(shift, offset, turn) {
    /** @type {Cell[]} */
    const slots = [];
    let reached = 0;
    for (const [topic, weight] of this.weights) {
      reached += weight;
      const end = Math.floor((reached * this.size + offset) / this.weight);
      while (slots.length < end) slots.push({ type: this.types[(slots.length + shift) % this.size], topic });
    }
    const thirds = this.names.map((name, number) => [
      name,
      Math.floor(((this.there.get(name) || 0) + ((number + turn) % 3)) / 3),
    ]);
    mend(slots, new Map(/** @type {[string, number][]} */ (thirds)));
    mend(slots, this.there);
    for (const [name, count] of counted(slots)) {
      if (count > (this.there.get(name) || 0)) throw new RangeError(`“${name.split("/")[1]}”的题不够`);
    }
    return slots;
  }
}

/** @param {Cell[]} slots @returns {Map<string, number>} */
export function counted(slots) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of slots.map(nameOf)) counts.set(name, (counts.get(name) || 0) + 1);
  return counts;
}

/**
 * Slots of cells that are to give no more change types with others; types and topics add up as before.
 * @param {Cell[]} slots @param {Map<string, number>} most
 */
function mend(slots, most) {
  const counts = counted(slots);
  /** @param {Cell} cell @param {number} spare */
  const room = (cell, spare) => (most.get(nameOf(cell)) || 0) - (counts.get(nameOf(cell)) || 0) >= spare;
  for (let here = 0; here < slots.length; here += 1) {
    if (room(slots[here], 0)) continue;
    for (let step = 1; step < slots.length; step += 1) {
      const other = (here + step) % slots.length;
      const [mine, others] = [slots[here], slots[other]];
      if (others.type === mine.type || others.topic === mine.topic) continue;
      const changed = { type: others.type, topic: mine.topic };
      const otherChanged = { type: mine.type, topic: others.topic };
      if (!room(changed, 1) || !room(otherChanged, 1)) continue;
      for (const [cell, change] of /** @type {[Cell, number][]} */ ([
        [mine, -1],
        [others, -1],
        [changed, 1],
        [otherChanged, 1],
      ])) {
        counts.set(nameOf(cell), (counts.get(nameOf(cell)) || 0) + change);
      }
      slots[here] = changed;
      slots[other] = otherChanged;
      break;
    }
  }
}

/** So many of each type, each spread as evenly as can be. @param {[string, number][]} counts @returns {string[]} */
function spread(counts) {
  const places = counts.flatMap(([type, count], order) =>
    Array.from({ length: count }, (_, number) => ({ type, order, above: 2 * number + 1, below: 2 * count }))
  );
  // Fractions are compared crosswise, so that nothing is rounded.
  places.sort((a, b) => a.above * b.below - b.above * a.below || a.order - b.order);
  return places.map(({ type }) => type);
}
