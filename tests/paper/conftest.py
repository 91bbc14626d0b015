"""The small site with a bank for papers, and paper 1 of it."""

from __future__ import annotations

import pytest
from tests.paper.made import copied, made, site_at

from portal.paper.paper import Paper
from portal.records import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_at(copied(tmp_path_factory.mktemp("papers") / "site"))


@pytest.fixture(scope="session")
def paper(site: Site) -> Paper:
    return made(site)
