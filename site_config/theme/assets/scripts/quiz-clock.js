/*
 * The exam's own clock. While the page is open it runs by the browser's steady clock, so that a device whose time is
 * changed neither ends nor lengthens an exam. A phone that was locked may have stopped that one, and a page that was
 * closed has none: then the device's time says how long somebody was away, and where that is long or odd, they are asked.
 */

const BRIEF = 60000; // milliseconds away that count without a word

/**
 * @typedef {object} Absence
 * @property {number} away milliseconds by the device's clock; negative: that was set back
 * @property {boolean} odd whether somebody has to say if it counts
 */

/**
 * @param {{limit: number, used: number, seen: number}} exam as it was seen last
 * @param {number} now by the device's clock
 * @returns {Absence}
 */
export function absence({ limit, used, seen }, now) {
  const away = now - seen;
  return { away, odd: limit > 0 && (away < -BRIEF || away > BRIEF || used + away >= limit) };
}

export class Clock {
  /**
   * @param {number} used milliseconds so far
   * @param {() => void} tick every second
   * @param {(late: number) => void} back somebody comes back, and the steady clock is so many milliseconds late
   */
  constructor(used, tick, back) {
    this.before = used;
    this.begun = performance.now();
    this.tick = tick;
    this.back = back;
    /** @type {number | undefined} */
    this.timer = undefined;
    /** @type {{steady: number, device: number} | null} when the page was hidden */
    this.left = null;
    this.turn = () => this.turned();
  }

  /** @returns {number} milliseconds */
  get used() {
    return this.before + performance.now() - this.begun;
  }

  start() {
    this.timer = window.setInterval(this.tick, 1000);
    document.addEventListener("visibilitychange", this.turn);
  }

  stop() {
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.turn);
  }

  turned() {
    const now = { steady: performance.now(), device: Date.now() };
    const { left } = this;
    this.left = document.hidden ? now : null;
    if (document.hidden || !left) return;
    const late = now.device - left.device - (now.steady - left.steady);
    if (late > BRIEF) {
      this.back(late);
      return;
    }
    this.before += Math.max(0, late);
    this.tick();
  }
}

/** @param {number} ms @returns {string} `2小时5分钟`, `40秒` */
export function spell(ms) {
  const minutes = Math.round(ms / 60000);
  if (ms < 60000) return `${Math.max(1, Math.round(ms / 1000))}秒`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) return `${Math.floor(hours / 24)}天`;
  return (hours ? `${hours}小时` : "") + (rest || !hours ? `${rest}分钟` : "");
}
