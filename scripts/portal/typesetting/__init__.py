"""Where lines of a finished page may and may not part: HTML in, the same HTML with invisible marks out.

The text stays what it was, so what is copied, searched and fed does not change. Knows nothing of pages or records.
"""

from portal.typesetting.lines import Typesetter
from portal.typesetting.places import places_in

__all__ = ["Typesetter", "places_in"]
