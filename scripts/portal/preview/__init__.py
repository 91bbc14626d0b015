"""Live preview while editing: re-reads what changed, renders the page that is looked at."""

from portal.preview.server import PreviewServer
from portal.preview.watching import Watch
from portal.preview.workbench import Workbench

__all__ = ["PreviewServer", "Watch", "Workbench"]
