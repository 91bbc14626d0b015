/* Copying to the clipboard, also on pages without HTTPS. */

/**
 * Copy by the event that a copy command raises: it takes any kind of text and works in old browsers.
 * @param {Record<string, string>} kinds MIME type → text
 * @returns {boolean}
 */
function copiedByEvent(kinds) {
  let given = false;
  /** @param {any} event a ClipboardEvent, which has its data while something is copied */
  const give = (event) => {
    for (const kind of Object.keys(kinds)) event.clipboardData.setData(kind, kinds[kind]);
    event.preventDefault();
    given = true;
  };
  document.addEventListener("copy", give);
  try {
    return document.execCommand("copy") && given;
  } catch (denied) {
    return false;
  } finally {
    document.removeEventListener("copy", give);
  }
}

/**
 * Whether `kinds` are in the clipboard now; the newer way only where the older is refused.
 * @param {Record<string, string>} kinds MIME type → text
 * @returns {Promise<boolean>}
 */
export async function copied(kinds) {
  if (copiedByEvent(kinds)) return true;
  try {
    /** @type {Record<string, Blob>} */
    const items = {};
    for (const kind of Object.keys(kinds)) items[kind] = new Blob([kinds[kind]], { type: kind });
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return true;
  } catch (denied) {
    return false;
  }
}
