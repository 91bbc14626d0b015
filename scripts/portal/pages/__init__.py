"""What is public → documents and files of the site, without knowing who renders them.

Each module plans one part of the site; `generate` puts the parts together. Bodies are rendered
only when asked for, so planning ten thousand pages is cheap and memory stays flat.
"""

from portal.pages.document import Document, Html, Markdown, NavEntry, Output
from portal.pages.generate import generate

__all__ = ["Document", "Html", "Markdown", "NavEntry", "Output", "generate"]
