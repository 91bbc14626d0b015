"""`python -m portal.bench.search_alone <site>`: make the index of a built site again and print what it took."""

from __future__ import annotations

import datetime
import json
import resource
import sys
import time
from pathlib import Path

from portal.bench.measuring import RSS_UNITS_PER_MIB
from portal.bench.search_queries import shown_pages
from portal.search.extracting import entries_of
from portal.search.indexing import index
from portal.search.page import SearchPage


def main(site: Path) -> None:
    pages = [
        SearchPage(
            address=page["address"],
            title=page["title"],
            section=page["section"],
            business_types=tuple(page["types"]),
            day=datetime.date.fromisoformat(page["day"]) if page["day"] else None,
            blocks=tuple(page["text"]),
        )
        for page in shown_pages(site)
    ]
    began = time.process_time()
    index(pages)
    indexed = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / RSS_UNITS_PER_MIB
    extracted = sum(
        _extract(site / address / "index.html") for address in {p.address.partition("#")[0] for p in pages}
    )
    json.dump({"index_cpu_s": indexed, "extract_cpu_s": extracted, "peak_mib": peak}, sys.stdout)


def _extract(file: Path) -> float:
    """Seconds to take the text out of a page, which is what stands in its main part."""
    html = file.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    began = time.process_time()
    entries_of(html)
    return time.process_time() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]))
