/* Fields and input methods: what is being composed is no text yet, and nothing is asked before the typing ends. */

const PAUSE = 500; // milliseconds without a key

/**
 * Whether a key belongs to an input method: Safari sends the Enter that takes a word after the word, with code 229 only.
 * @param {Event} event
 */
export function isComposing(event) {
  const key = /** @type {KeyboardEvent} */ (event);
  return key.isComposing || key.keyCode === 229;
}

/**
 * Do it when somebody has stopped typing. Some keyboards compose until the field is left: then it is done there.
 * @param {HTMLElement} field or a form
 * @param {() => void} action
 */
export function afterTyping(field, action) {
  /** @type {number | undefined} */
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(action, PAUSE);
  };
  const now = () => {
    clearTimeout(waiting);
    action();
  };
  field.addEventListener("input", (event) => { if (!isComposing(event)) soon(); });
  field.addEventListener("compositionend", soon);
  field.addEventListener("change", now);
}
