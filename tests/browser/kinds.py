"""One page of every kind that a built site has: the fullest, because it has the most to go wrong.

Found in the files, so that a new kind of page is tested without anybody thinking of it.
"""

from __future__ import annotations

import re
from pathlib import Path

KIND = re.compile(r'class="p-page p-page--([\w-]+)')


def fullest_pages(site: Path) -> dict[str, str]:
    """Kind → address below the site's root, in order."""
    sizes: dict[str, tuple[int, str]] = {}
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        found = KIND.search(text)
        kind = found[1] if found else file.stem
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        sizes[kind] = max(sizes.get(kind, (0, "")), (len(text), address))
    return {kind: address for kind, (_, address) in sorted(sizes.items())}
