"""A voice for tests: stands in for the device's, which a test machine does not have, and writes down what it was told.

`heard` holds the utterances; `voice.ends = false` makes it go on speaking until `voice.end()`.
"""

from __future__ import annotations

from playwright.sync_api import Page

VOICE = """
window.heard = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.voice = {
  ends: true, begins: true, langs: ["zh-CN"], now: null,
  end() { const one = this.now; this.now = null; if (one) one.onend({}); },
};
const device = {
  getVoices: () => voice.langs.map((lang) => ({ lang })),
  addEventListener() {},
  cancel() { voice.now = null; document.documentElement.dataset.silent = ""; },
  speak(one) {
    heard.push(one.text);
    if (!voice.begins) return;
    voice.now = one;
    Promise.resolve().then(() => { one.onstart({}); if (voice.ends && voice.now === one) voice.end(); });
  },
};
Object.defineProperty(window, "speechSynthesis", { value: device });
"""


def listen(page: Page, address: str) -> list[str]:
    """Everything that 朗读 says on the page."""
    page.goto(address)
    page.locator("[data-speak]:visible").click()
    page.locator("html[data-silent]").wait_for()
    heard = page.evaluate("heard")
    assert isinstance(heard, list)
    return heard
