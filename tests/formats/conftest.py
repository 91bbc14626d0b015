"""The site that imports are tried against."""

from __future__ import annotations

import pytest
from tests.formats.sent import site_at

from portal.records import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_at(tmp_path_factory.mktemp("site"))
