/*
 * 单位对比: of the columns of every table, the two units that the reader picks. The address says which, so that it can
 * be passed on. Columns and choices are in the same order; without scripts all columns stay.
 */

const form = /** @type {HTMLFormElement} */ (document.querySelector(".p-compare"));
const choices = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select")]);
const everything = /** @type {HTMLButtonElement} */ (form.querySelector("[data-compare-all]"));
const said = /** @type {HTMLElement} */ (document.querySelector("[data-compare-said]"));
let picked = choices.map((one) => one.value);

/** @param {number[]} places of the units that are shown, from 0 */
function show(places) {
  document.querySelectorAll(".p-compared").forEach((table) => {
    [.../** @type {HTMLTableElement} */ (table).rows].forEach((row) => {
      [...row.cells].forEach((cell, column) => { cell.hidden = column > 0 && !places.includes(column - 1); });
    });
  });
}

/** @param {boolean} all whether every unit is shown, or the two that are picked */
function update(all) {
  const places = choices.map((one) => one.selectedIndex);
  show(all ? [...choices[0].options].map((one) => one.index) : places);
  const address = new URL(location.href);
  choices.forEach((one) => {
    if (all) address.searchParams.delete(one.name);
    else address.searchParams.set(one.name, one.value);
  });
  if (address.href !== location.href) history.replaceState(history.state, "", address.href);
  const names = choices.map((one) => one.options[one.selectedIndex].text);
  return all ? "现在看的是全部单位" : `现在看的是${names.join("和")}`;
}

/** A unit beside itself tells nothing: the other choice takes what this one was. @param {number} which */
function pick(which) {
  const other = choices[1 - which];
  if (other.value === choices[which].value) other.value = picked[which];
  picked = choices.map((one) => one.value);
  said.textContent = update(false);
}

/** What the address asks for, else the first two; one that is named alone stands beside the first of the others. */
function begin() {
  const asked = new URL(location.href).searchParams;
  const known = [...choices[0].options].map((one) => one.value);
  const wanted = choices.map((one) => asked.get(one.name) || "").filter((one) => known.includes(one));
  const both = [...new Set([...wanted, ...known])].slice(0, 2);
  choices.forEach((one, place) => { one.value = both[place]; });
  picked = both;
}

if (choices[0].options.length > 1) {
  begin();
  show(choices.map((one) => one.selectedIndex));
  choices.forEach((one, which) => one.addEventListener("change", () => pick(which)));
  everything.hidden = choices[0].options.length < 3;
  everything.addEventListener("click", () => { said.textContent = update(true); });
} else {
  form.hidden = true;
}
