"""The quiz player is small as it is served, with brotli: what practice loads, and all that there is of it.

Kilobytes of 1000 bytes, the stricter reading. All of it has grown by receipts of spot checks and their QR codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import brotli  # type: ignore[import-untyped]
import pytest
from tests.pages.made import output, small_site
from tests.projects import REPOSITORY

from portal.pages import Output
from portal.publish.compressing import SMALLEST
from portal.render.assets import Assets, assets_of

PRACTICE_MOST, PLAYER_MOST = 20_000, 32_000


@pytest.fixture(scope="module")
def made() -> Output:
    return output(small_site())


@pytest.fixture(scope="module")
def assets() -> Assets:
    return assets_of(REPOSITORY / "site_config/theme")


def weight(assets: Assets, paths: Iterable[str]) -> int:
    """Bytes as they are served; very small files have no compressed copy."""
    contents = [assets.files[path] for path in paths]
    copies = [
        brotli.compress(one, mode=brotli.MODE_TEXT) if len(one) >= SMALLEST else one for one in contents
    ]
    return sum(map(len, copies))


def test_what_practice_loads_weighs_little(made: Output, assets: Assets) -> None:
    scripts = made.by_address["quiz/practice/"].scripts
    assert {"quiz-practice", "quiz-offline"} <= {*scripts}
    assert weight(assets, {*assets.loaded(("page", *scripts))}) <= PRACTICE_MOST


def test_all_scripts_of_the_player_weigh_little(assets: Assets) -> None:
    """`shared.js` is that of other pages as well."""
    player = [path for path in assets.files if re.search(r"/quiz-[\w-]+\.js$", path)]
    assert len(player) >= 5
    assert weight(assets, player) <= PLAYER_MOST


def test_every_page_names_all_that_its_scripts_import(made: Output, assets: Assets) -> None:
    """A module that only another one names would be fetched one round trip later."""
    for page in made.documents:
        named = assets.loaded(("page", *page.scripts))
        for place, path in enumerate(named):
            imported = re.findall(r'from"\./([\w-]+\.js)"', assets.files[path].decode("utf-8"))
            assert {assets.base + one for one in imported} <= {*named[:place]}, page.address


def test_a_page_cannot_name_what_is_part_of_another_script(assets: Assets) -> None:
    with pytest.raises(ValueError, match=r"quiz-store\.js"):
        assets.loaded(["quiz-store"])


def test_the_first_questions_are_asked_for_with_the_page(made: Output) -> None:
    page = made.by_address["quiz/practice/"]
    assert [path.rpartition("/")[2] for path in page.data] == ["index.json", "0.json"]
    assert {*page.data} <= made.files.keys()
