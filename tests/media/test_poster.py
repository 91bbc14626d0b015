"""Posters and wall sheets: well-formed, nothing beyond the paper, the code leads to the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
import segno
from tests.media.made import material, sheet

from portal.media.canvas import HEIGHT, WIDTH
from portal.media.lines import em
from portal.media.material import Figure, Point, Points
from portal.media.poster import FOOT, poster
from portal.media.qr import qr_path, qr_svg
from portal.media.wall import FOOT as WALL_FOOT
from portal.media.wall import Row, wall_sheet

SVG = "{http://www.w3.org/2000/svg}"
LONG = "发现多人用餐后不适，立即停供、封存，两小时内向市场监管和卫生部门报告，并配合调查。" * 2


def words(svg: bytes) -> Iterator[tuple[str, float, float, float]]:
    """(text, left, right, foot of the em square) of every line, in millimetres."""

    def walk(element: ET.Element, down: float, scale: float) -> Iterator[tuple[str, float, float, float]]:
        if element.tag == f"{SVG}g":
            moved = re.findall(r"-?[\d.]+", element.get("transform", ""))
            down, scale = float(moved[1]), float(moved[2]) if len(moved) > 2 else 1
        if element.tag == f"{SVG}text":
            size, text = float(element.get("font-size", "")), element.text or ""
            width = em(text) * size
            left = float(element.get("x", "")) - {"end": width, "middle": width / 2}.get(
                element.get("text-anchor", ""), 0
            )
            foot = float(element.get("y", "")) + 0.12 * size
            yield text, left * scale, (left + width) * scale, down + foot * scale
        for child in element:
            yield from walk(child, down, scale)

    yield from walk(ET.fromstring(svg), 0, 1)


def text_of(svg: bytes) -> str:
    return "".join(text for text, *_ in words(svg))


@pytest.mark.parametrize("times", [1, 3, 8])
@pytest.mark.parametrize("title", ["煎炸用油", "某健康用品有限公司销售标签与备案内容不一致的保健食品案" * 2])
def test_no_line_leaves_the_paper_or_runs_into_the_foot(times: int, title: str) -> None:
    figures = tuple(Figure("发现风险隐患", "1,234,567.89", "户次", "比上月多36批次") for _ in range(6))
    parts = (Points("经营者怎样做", tuple(Point(LONG, "一个小标题") for _ in range(times))),)
    svg = poster(material(title=title, parts=parts, figures=figures, demo=True, note=LONG), "a4")
    foot = {"12315", "扫码看全文", "发现食品安全问题，请拨打", "示例市场监督管理局", "示例食品安全专项行动"}
    for text, left, right, bottom in words(svg):
        assert left >= 0, text
        assert right <= WIDTH - 10, text
        assert bottom <= (HEIGHT if text in foot else FOOT), text


def test_a_poster_with_too_many_words_loses_points_never_halves_of_them() -> None:
    parts = (Points("经营者怎样做", tuple(Point(f"第{n}点：{LONG}") for n in range(1, 30))),)
    text = text_of(poster(material(parts=parts), "a4"))
    shown = [n for n in range(1, 30) if f"第{n}点：" in text]
    assert shown == list(range(1, len(shown) + 1))
    assert 1 < len(shown) < 29
    assert all(f"第{n}点：{LONG}" in text for n in shown)


def test_a3_is_the_same_drawing_larger() -> None:
    small, large = (poster(material(), paper).decode() for paper in ("a4", "a3"))
    assert 'width="210mm" height="297mm"' in small
    assert small.replace('width="210mm" height="297mm"', 'width="297mm" height="420mm"') == large


def test_only_demonstration_data_is_marked() -> None:
    assert "示例数据" in text_of(poster(material(demo=True), "a4"))
    assert "示例数据" not in text_of(poster(material(), "a4"))


def test_markup_in_a_title_stays_text() -> None:
    assert "<b>&“某店”" in text_of(poster(material(title="<b>&“某店”"), "a4"))


def test_the_code_is_that_of_the_page() -> None:
    url = material().url
    path, side = qr_path(url)
    drawn = [[0] * side for _ in range(side)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        drawn[int(y)][int(x) : int(x) + int(length)] = [1] * int(length)
    assert drawn == [list(row) for row in segno.make(url, error="m", micro=False).matrix]
    assert path in poster(material(), "a4").decode()
    assert path in qr_svg(url)
    assert "style=" not in qr_svg(url)


@pytest.mark.parametrize("rows", [1, 6, 12, 40])
def test_every_row_of_a_card_is_on_its_sheet(rows: int) -> None:
    row = Row(
        "一锅油反复炸，油已经变质还在用",
        LONG,
        "关键环节操作人员",
        "每天至少两次",
        ("《食品安全法》第三十四条",),
    )
    svg = wall_sheet(sheet(rows=(row,) * rows, mark="待复核：引用的条文在核对之后改过。")).file(
        "a4", "一", "二"
    )
    drawn = list(words(svg))
    assert "".join(text for text, *_ in drawn).count(LONG[:5]) == 2 * rows
    assert max(right for _, _, right, _ in drawn) <= WIDTH - 8
    above = [(text, foot) for text, _, _, foot in drawn if foot > WALL_FOOT]
    assert {text[:7] for text, _ in above} == {"食品安全投诉举", "12315", "对照法规核对："}


def test_a_sheet_inside_a_page_has_no_style_of_its_own() -> None:
    inside = wall_sheet(sheet()).inside("p-sheet", "张贴页")
    assert inside.startswith('<svg class="p-sheet" role="img" aria-label="张贴页"')
    assert "style=" not in inside
