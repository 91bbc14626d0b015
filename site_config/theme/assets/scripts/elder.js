/*
 * What the elder version needs beside large type: on a phone a table is a card for each row (elder.css), so every cell
 * has to say which column it is of, and readers for the blind have to hear a table still.
 */

/** @type {Record<string, string>} */
const ROLES = { THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };

const SENTENCE = 10; // characters: what is longer is no number and has no room beside its label

/** Name the cells of every table of the page, once. */
export function nameCells() {
  document.querySelectorAll("main table:not([role]):not(.p-days)").forEach((table) => {
    const heads = [...table.querySelectorAll("thead tr:last-child > *")].map((one) => one.textContent || "");
    if (!heads.length || table.querySelector("[colspan], [rowspan]")) return;
    table.setAttribute("role", "table");
    table.querySelectorAll("thead, tbody, tfoot, tr, td").forEach((one) => one.setAttribute("role", ROLES[one.tagName]));
    table.querySelectorAll("th").forEach((one) => {
      one.setAttribute("role", one.closest("thead") ? "columnheader" : "rowheader");
    });
    table.querySelectorAll("tbody tr, tfoot tr").forEach((row) => {
      [...row.children].forEach((cell, index) => {
        cell.setAttribute("data-label", heads[index] || "");
        cell.classList.toggle("is-long", (cell.textContent || "").length > SENTENCE);
      });
    });
  });
}
