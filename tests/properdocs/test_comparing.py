"""The comparison with ProperDocs sees what differs, and only passes over the generator's name."""

from __future__ import annotations

from pathlib import Path

from tests.properdocs.comparing import differences


def built(folder: Path, generator: str, **pages: str) -> Path:
    for name, text in pages.items():
        page = folder / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<meta name="generator" content="{generator}">\n{text}\n', "utf-8")
    return folder


def test_another_generator_is_no_difference(tmp_path: Path) -> None:
    one = built(tmp_path / "one", "mkdocs-1.6.1", about="关于")
    other = built(tmp_path / "other", "mkdocs-ProperDocs 1.6.7", about="关于")
    assert list(differences(one, other)) == []


def test_other_pages_and_other_words_are_told(tmp_path: Path) -> None:
    one = built(tmp_path / "one", "a", about="关于", cases="案例")
    other = built(tmp_path / "other", "b", about="关于本站", laws="法规")
    assert [line.partition("：")[0] for line in differences(one, other)] == [
        *("cases", "cases/index.html", "laws", "laws/index.html"),
        "about/index.html",
    ]
    assert list(differences(one, other))[-1].endswith("关于 ≠ 关于本站")
