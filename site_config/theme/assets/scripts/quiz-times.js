/* How long something took and when it was, in words. */

/** @param {number} ms @returns {string} `12分30秒` */
export function spent(ms) {
  const seconds = Math.round(ms / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes ? `${minutes}分` : "", rest || !minutes ? `${rest}秒` : "钟"].join("");
}

/** @param {number} ms of the clock @returns {string} `2026年12月1日 9:05`, where the device is */
export function when(ms) {
  const day = new Date(ms);
  const minutes = String(day.getMinutes()).padStart(2, "0");
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日 ${day.getHours()}:${minutes}`;
}
