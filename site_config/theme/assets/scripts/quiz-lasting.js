/*
 * How long the browser keeps what is stored here. It is asked to keep it once there is something worth it; what it has
 * promised is said in 我的练习, and what iPhones clear away after a week.
 */

const { storage } = navigator;
const PROMISED = "浏览器答应一直留着这些记录，您自己清除浏览器的数据才会没有。";
const NOT_PROMISED = "浏览器没有答应一直留着：手机空间不够时，它可能清掉这些记录。隔一阵导出一次，留个底。";
// Safari's rule, and that of all browsers there; pages that were put on the home screen are exempt.
const A_WEEK = "iPhone、iPad 的浏览器，七天没有来过的网站，存的记录可能会被清掉。";

/** Some browsers ask the reader. */
export function lasting() {
  if (storage && storage.persist) storage.persist().catch(() => {});
}

/** @returns {boolean} whether what is kept here may go after seven days without a visit */
export function isWeekly() {
  const { userAgent, platform, maxTouchPoints } = navigator;
  // An iPad says that it is a Mac, with a screen to touch.
  const isApple = /iPhone|iPad|iPod/.test(userAgent) || (platform === "MacIntel" && maxTouchPoints > 1);
  return isApple && !matchMedia("(display-mode: standalone)").matches && !("standalone" in navigator && navigator.standalone);
}

/** @returns {Promise<string>} what the reader can count on */
export async function promised() {
  if (isWeekly()) return `${A_WEEK}导出一份，留个底。`;
  const kept = Boolean(storage && storage.persisted) && (await storage.persisted().catch(() => false));
  return kept ? PROMISED : NOT_PROMISED;
}
