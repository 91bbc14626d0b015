/* 条号怎样写都认得。The number of an article as people type it, and as laws write it; nothing of the page. */

const DIGITS = "零一二三四五六七八九";
const SAME = { "〇": "零", "○": "零", "两": "二", "俩": "二" };
const NUMERAL = "[零一二三四五六七八九十百0-9]+";
const FORM = new RegExp(`^(?:.*第)?(${NUMERAL})条?(?:(?:之|-)(${NUMERAL}))?(?:第${NUMERAL}[款项])*$`);

/** @param {string} numeral `一百二十四`, `一二四`, `124` @returns {number} */
export function numberOf(numeral) {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const digits = [...numeral].map((one) => (/\d/.test(one) ? one : String(DIGITS.indexOf(one))));
  if (!/[十百]/.test(numeral)) return Number(digits.join(""));
  let total = 0;
  let digit = 0;
  [...numeral].forEach((one, place) => {
    const unit = { 十: 10, 百: 100 }[one];
    total += unit ? (digit || 1) * unit : 0;
    digit = unit ? 0 : Number(digits[place]);
  });
  return total + digit;
}

/** @param {number} number 1 to 999 @returns {string} `一百二十四` */
export function chineseOf(number) {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const before = hundreds ? `${DIGITS[hundreds]}百` : "";
  const middle = tens ? `${tens === 1 && !hundreds ? "" : DIGITS[tens]}十` : hundreds && ones ? "零" : "";
  return before + middle + (ones ? DIGITS[ones] : "");
}

/**
 * @param {string} text `45`, `四十五`, `第四十五条`, `食品安全法第45条之一`
 * @returns {{number: number, inserted: number} | null} `null` for what is no number of an article
 */
export function articleOf(text) {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/[〇○两俩]/g, (one) => SAME[/** @type {"〇"} */ (one)]);
  const found = FORM.exec(plain);
  const number = found ? numberOf(found[1]) : 0;
  if (!found || number < 1 || number > 999) return null;
  return { number, inserted: found[2] ? numberOf(found[2]) : 0 };
}
