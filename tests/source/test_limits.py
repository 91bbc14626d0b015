"""Hostile files are refused by counting, before anything large is built."""

from __future__ import annotations

import pytest

from portal.source.diagnostic import MAX_PER_FILE
from portal.source.reading import read_yaml

MIB = 1024 * 1024
BOMB = "a0: &a0 [哈, 哈]\n" + "".join(
    f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(40)
)
BLOCK_BOMB = "a0: &a0\n  - 哈\n" + "".join(f"a{i + 1}: &a{i + 1}\n" + f"  - *a{i}\n" * 9 for i in range(40))


def codes(raw: bytes) -> set[str]:
    reading = read_yaml("a.yaml", raw)
    assert len(reading.problems) <= 2 * MAX_PER_FILE
    return {found.code for found in reading.problems}


@pytest.mark.parametrize("bomb", [BOMB, BLOCK_BOMB], ids=["flow", "block"])
def test_anchors_are_not_followed(bomb: str) -> None:
    assert "YAML-AMPERSAND" in codes(bomb.encode())


def test_anchors_inside_a_list_are_not_followed() -> None:
    assert codes(b"a: [&x [1], *x, *x]\n") == {"YAML-ANCHOR"}


@pytest.mark.parametrize(
    "raw",
    [
        b"a: " + b"[" * 9_000 + b"]" * 9_000,
        b"a:\n" + (b"  " + b"[" * 10_000 + b"\n") * 10,
        b"a: " + b'{"a":' * 3_900,
        b"".join(b" " * depth + b"a:\n" for depth in range(2_000)),
        b"- " * 9_000 + b"a\n",
    ],
    ids=["5000 and more closed", "100,000 open", "braces", "indentation", "dashes"],
)
def test_deep_nesting_is_refused(raw: bytes) -> None:
    assert "YAML-DEEP" in codes(raw)


def test_too_many_values_are_refused() -> None:
    assert codes(b"a: [\n" + (b"x," * 9_000 + b"\n") * 45 + b"]\n") == {"YAML-LARGE"}


@pytest.mark.parametrize(
    "raw",
    [b"a: x\n" + b"#" * (4 * MIB), b"x\n" * 100_001],
    ids=["more than 4 MiB", "more than 100,000 lines"],
)
def test_too_large_files_are_refused(raw: bytes) -> None:
    assert codes(raw) == {"FILE-LARGE"}


def test_four_megabytes_of_text_are_read() -> None:
    raw = ("facts: |\n" + ("  " + "字" * 1_000 + "\n") * 1_390).encode()
    assert 3.9 * MIB < len(raw) <= 4 * MIB
    assert codes(raw) == set()


@pytest.mark.parametrize(
    "line",
    ["标题：x\n", "a\u200b: x\n", "a: [x\n", "a: x #y\n", "\ta: x\n", 'a: "x\n'],
    ids=["wide colon", "unseen", "bracket", "hash", "tab", "quote"],
)
def test_no_more_findings_than_people_read(line: str) -> None:
    assert "FILE-MANY" in codes((line * 20_000).encode())


@pytest.mark.parametrize(
    "line",
    [
        "a: [" + " " * 19_000,
        'a: ["' + '\\"' * 9_000,
        "a: '" + "'" * 19_000,
        "a: x" + " #" * 9_000,
        "a: {" + "x: [" * 4_000,
        "\t" * 19_000 + "a: x",
        "　" * 19_000 + "a：x",
        "\u200b" * 19_000,
        "a" * 19_000 + "：x",
    ],
    ids=["spaces", "escapes", "quotes", "hashes", "brackets", "tabs", "wide spaces", "unseen", "long key"],
)
def test_long_lines_of_traps_come_to_an_end(line: str) -> None:
    assert codes("\n".join([line] * 60).encode())


def test_the_second_document_is_not_read() -> None:
    assert codes(b"a: 1\n---\n!!python/object:os.system x\n") >= {"YAML-DOCUMENTS"}
