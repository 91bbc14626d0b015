"""Unified social credit codes: the check character."""

from __future__ import annotations

import pytest

from portal.rules.credit_codes import codes_in, is_valid


# Codes of two large listed companies, printed in their annual reports.
@pytest.mark.parametrize("code", ["9144030071526726XG", "91330100799655058B"])
def test_real_codes_are_valid(code: str) -> None:
    assert is_valid(code)
    assert not is_valid(code[:5] + ("1" if code[5] != "1" else "2") + code[6:])


def test_codes_are_found_in_text() -> None:
    text = "当事人（91310000MA1EXAMP4D）与批号91310000MA1EXAMP4X、许可证JY13101160012345"
    assert [text[start:end] for start, end in codes_in(text)] == ["91310000MA1EXAMP4D"]
