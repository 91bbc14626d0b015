"""Unquoted values follow YAML 1.2 and no further."""

from __future__ import annotations

import pytest

from portal.source.reading import read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-5", -5),
        ("3.5", 3.5),
        ("1e3", "1e3"),
        ("2E4", "2E4"),
        ("-2.5e-1", "-2.5e-1"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("yes", "yes"),
        ("on", "on"),
        ("是", "是"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("2024-05-14", "2024-05-14"),
        ("2024-05", "2024-05"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("+5", "+5"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("１２", "１２"),
        ("12345678901234567890", "12345678901234567890"),
        ('"12"', "12"),
        ("'true'", "true"),
        ("=", "="),
    ],
)
def test_value(written: str, value: object) -> None:
    reading = read_yaml("a.yaml", f"a: {written}\n".encode())
    assert reading.problems == ()
    assert reading.data is not None
    assert (reading.data["a"], type(reading.data["a"])) == (value, type(value))


def test_keys_stay_texts() -> None:
    reading = read_yaml("a.yaml", b"on: 1\nyes: 2\n12: 3\nnull: 4\n2024-05: 5\n")
    assert reading.data == {"on": 1, "yes": 2, "12": 3, "null": 4, "2024-05": 5}
