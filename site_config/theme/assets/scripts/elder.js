/*
 * What the elder version needs beside large type: on a phone a table is a card for each row (elder.css), so every cell
 * has to say which column it is of, and readers for the blind have to hear a table still.
 */

/** @type {Record<string, string>} */
const ROLES = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** Name the cells of every table of the page, once. */
export function nameCells() {
  document.querySelectorAll("main table:not([role]):not(.p-days)").forEach((table) => {
    const heads = [...table.querySelectorAll("thead tr:last-child > *")].map((one) => one.textContent || "");
    if (!heads.length || table.querySelector("[colspan], [rowspan]")) return;
    table.setAttribute("role", "table");
    table.querySelectorAll("thead, tbody, tr, td").forEach((one) => one.setAttribute("role", ROLES[one.tagName]));
    table.querySelectorAll("th").forEach((one) => {
      one.setAttribute("role", one.closest("thead") ? "columnheader" : "rowheader");
    });
    table.querySelectorAll("tbody tr").forEach((row) => {
      [...row.children].forEach((cell, index) => cell.setAttribute("data-label", heads[index] || ""));
    });
  });
}
