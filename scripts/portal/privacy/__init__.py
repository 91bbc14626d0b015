"""What in a text tells who somebody is: numbers, accounts, names, homes.

`search(text)` gives everything that is found, with its stretch and the masked form; `certain(text)` only what its
form or check digit settles. Knows nothing of records, pages and the disk. Basis: 个人信息保护法 Art. 4 and 28;
市场监督管理行政处罚信息公示规定 Art. 6; 政府信息公开条例 Art. 15.
"""

from portal.privacy.found import OF_FIRMS, Found, Kind
from portal.privacy.searching import certain, search, search_with_firms

__all__ = ["OF_FIRMS", "Found", "Kind", "certain", "search", "search_with_firms"]
