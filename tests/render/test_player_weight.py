"""The quiz player is small: all modules of practice, mock exam and papers, as they are published and compressed."""

from __future__ import annotations

import gzip

from tests.pages.made import output, small_site
from tests.projects import REPOSITORY

from portal.render.assets import assets_of

PAGES = ("quiz/practice/", "quiz/exam/", "quiz/paper/")
MOST = 24 * 1024


def test_all_scripts_of_the_player_weigh_little() -> None:
    made = output(small_site())
    names = sorted({name for address in PAGES for name in made.by_address[address].scripts})
    assets = assets_of(REPOSITORY / "site_config/theme")
    whole = b"".join(assets.files[f"{assets.base}{name}.js"] for name in names)
    assert len(gzip.compress(whole, 9)) <= MOST


def test_every_module_that_is_imported_is_named_by_the_page() -> None:
    """A module that only another one names would be fetched one round trip later."""
    made = output(small_site())
    assets = assets_of(REPOSITORY / "site_config/theme")
    missing = {}
    for address in PAGES:
        named = made.by_address[address].scripts
        texts = [assets.files[f"{assets.base}{name}.js"].decode() for name in named]
        imported = {
            line.rpartition('"./')[2].removesuffix('.js";')
            for text in texts
            for line in text.splitlines()
            if line.startswith("import ") and '"./' in line
        }
        missing[address] = imported - set(named)
    assert missing == {address: set() for address in PAGES}
