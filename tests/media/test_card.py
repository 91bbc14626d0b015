"""Share cards: of the size chat apps want, light, the same bytes every time, drawn in Chinese."""

from __future__ import annotations

import hashlib
import io
from importlib.resources import files

from PIL import Image

from portal.media.card import SIZE, Card, share_card

CARD = Card(
    "典型案例",
    "某供餐有限公司供餐引起食物中毒案",
    "一家供餐公司生熟不分，被罚款6万元。",
    "示例局",
    "12315",
    True,
)


def test_it_is_a_light_png_of_the_usual_size() -> None:
    made = share_card(CARD)
    with Image.open(io.BytesIO(made)) as image:
        assert (image.format, image.size) == ("PNG", SIZE)
    assert len(made) < 60_000


def test_the_same_card_is_the_same_bytes() -> None:
    assert share_card(CARD) == share_card(CARD)


def test_a_long_title_and_summary_stay_light_too() -> None:
    long = Card(
        "月度通报",
        "某健康用品有限公司销售标签与备案内容不一致的保健食品案" * 2,
        "检查食品单位。" * 40,
        "局" * 18,
        "12315",
    )
    assert len(share_card(long)) < 60_000


def test_demonstration_data_is_seen_on_the_card() -> None:
    plain = Card(CARD.kind, CARD.title, CARD.summary, CARD.bureau, CARD.hotline)
    with (
        Image.open(io.BytesIO(share_card(CARD))) as marked,
        Image.open(io.BytesIO(share_card(plain))) as bare,
    ):
        corner = (930, 60, 1120, 116)
        assert len(bare.crop(corner).getcolors() or []) == 1
        assert len(marked.crop(corner).getcolors() or []) > 1


def test_the_font_is_that_of_noto_and_nobody_elses() -> None:
    """The package belongs to another project; the file in it is Sans/Variable/OTC/NotoSansCJK-VF.otf.ttc of the repository
    notofonts/noto-cjk at commit f8d157532fbfaeda587e826d4cd5b21a49186f7c, whose tree names it by the second digest."""
    font = (files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc").read_bytes()
    sha256 = "d3d8256cdec8dbcb3552284bc6b20c734dd60c2ee9df83b5758e34807c4bac32"
    assert hashlib.sha256(font).hexdigest() == sha256
    blob = hashlib.sha1(b"blob %d\0" % len(font) + font, usedforsecurity=False).hexdigest()
    assert blob == "42745a18c0c317663ee29c34eda8446a50c98e3d"
