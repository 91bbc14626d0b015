"""What the preview adds to a page: a banner with the state, and a script that waits for changes."""

from __future__ import annotations

from markupsafe import Markup

from portal.preview.workbench import State
from portal.source.report import as_text

PREFIX = "/__preview/"
STYLE = """
#portal-preview { position: sticky; top: 0; z-index: 100; margin: 0; padding: .5em 1em; font: 14px/1.6 sans-serif;
  background: #e7f0ff; color: #1f2328; border-bottom: 1px solid #0b57d0; }
#portal-preview.is-broken { background: #ffebe9; border-color: #b42318; }
#portal-preview a { color: #0b57d0; margin-right: 1em; }
#portal-preview pre { overflow: auto; max-height: 60vh; margin: .5em 0 0; padding: .8em; background: #fff; color: #1f2328;
  font: 13px/1.5 "Noto Sans Mono CJK SC", "Microsoft YaHei Mono", Consolas, monospace; white-space: pre; }
@media print { #portal-preview { display: none; } }
"""
SCRIPT = """
(function () {
  var generation = document.currentScript.getAttribute("data-generation");
  function wait() {
    fetch("/__preview/wait?after=" + generation, {cache: "no-store"}).then(function (answer) {
      return answer.json();
    }).then(function (state) {
      if (String(state.generation) !== generation) { location.reload(); } else { wait(); }
    }).catch(function () { setTimeout(wait, 1000); });
  }
  wait();
})();
"""
BROKEN = Markup(
    '<div id="portal-preview" class="is-broken" role="alert"><strong>{}</strong>{}<pre>{}</pre></div>'
)
EMPTY = "<!doctype html><html lang='zh'><head><meta charset='utf-8'><title>预览</title></head><body></body></html>"


def decorate(html: str, state: State) -> str:
    """`html` with the banner at the top of its body and the script in its head."""
    head = (
        f'<link rel="stylesheet" href="{PREFIX}style.css">'
        f'<script src="{PREFIX}script.js" data-generation="{state.generation}"></script></head>'
    )
    html = html.replace("</head>", head, 1)
    start = html.find("<body")
    end = html.find(">", start) + 1
    return html[:end] + str(_banner(state)) + html[end:]


def _banner(state: State) -> Markup:
    if state.failure:
        return BROKEN.format("页面生成不了", "，改好后自动刷新", state.failure)
    if state.errors:
        kept = "，下面仍是上一次没有错误时的页面" if state.output else ""
        return BROKEN.format(f"有 {len(state.errors)} 个错误", kept, as_text(state.errors, state.lines))
    links = Markup("").join(
        Markup('<a href="/{}">{}</a>').format(page.address, page.title) for page in state.changed_pages()
    )
    changed = Markup("　刚改动的页面：{}").format(links) if links and state.generation > 1 else ""
    warnings = f"　{state.warnings} 个提醒，用 portal check 查看" if state.warnings else ""
    return Markup(
        '<div id="portal-preview" role="status">预览：只生成打开的页面，其他页面打开时再生成{}{}</div>'
    ).format(warnings, changed)
