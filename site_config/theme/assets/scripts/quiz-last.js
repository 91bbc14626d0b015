/*
 * Elsewhere on the site, a link into practice leads to where this device left it. Pages that are not the quiz's load
 * nothing else of it: the place is read as `quiz-store.js` keeps it.
 */

const PLACE = "portal.quiz.v1.choice.last-practice";
const POST = "portal.quiz.v1.choice.post";

/** @param {string} key @returns {any} null also for what is damaged or may not be read */
function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) || "null");
  } catch (denied) {
    return null;
  }
}

function lead() {
  const [place, post] = [kept(PLACE), kept(POST)];
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-practise]"))) {
    if (place) link.search = String(place.query);
    else if (post) link.search = String(new URLSearchParams({ mode: "order", post }));
  }
}

lead();
addEventListener("pageshow", lead);
