"""A hundred thousand sheets that nobody has seen, read as an import reads them; by `make prove`, a fixed sample in the tests."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.formats.sent import site_at
from tests.formats.sheets.test_odd_headers import read_odd

SHEETS = 100_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = site_at(Path(folder))
        for seed in range(SHEETS):
            try:
                read_odd(site, seed)
            except Exception as failure:
                raise SystemExit(f"第 {seed} 本表格：{failure!r}") from failure
    print(f"{SHEETS} 本没见过的表格：每一本都读得下去，或者说得出为什么读不下去")


if __name__ == "__main__":
    main()
