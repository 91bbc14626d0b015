"""Property tests try the same examples every time, and no example is failed for being slow."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("portal", derandomize=True, deadline=None)
settings.load_profile("portal")
