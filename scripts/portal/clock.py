"""Which day it is where the bureau is: a site is published by the calendar of Shanghai, wherever it is built.

China keeps one time without summer time, so that no time zone data is needed.
"""

from __future__ import annotations

import datetime

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8), "Asia/Shanghai")


def today() -> datetime.date:
    return datetime.datetime.now(SHANGHAI).date()
