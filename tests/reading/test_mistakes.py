"""Thousands of mistakes: valid files are damaged at random, and every time there is an answer, never a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.edited import HERE

from portal.reading import read
from portal.reading.parsed import Parsed, parse
from portal.reading.record_kinds import kind_of
from portal.source.report import as_github, as_json, as_text

PROJECT = HERE / "project"
WORDS = read(PROJECT).library.words
FILES = {
    path.relative_to(PROJECT).as_posix(): path.read_text("utf-8")
    for path in sorted(PROJECT.rglob("*.*"))
    if kind_of(path.relative_to(PROJECT).as_posix())
}
NASTY = (
    "：　\t#[]{}*&@%!|>'\"`,?:-~=\\\n\r \u200b\u00a0\u2028\ufeff\x00\x07\x85"
    "０１２，。“”一某a1.-\U0001f600\u0301\u202e"
)
PIECES = (
    ": ", " #", "- ", "---\n", "...\n", "&a ", "*a", "!!str ", "|\n", ">5", "''", '"', "[[[", "{{", "\n  ",
    "null", "是", "98%", "12,000", "2024/5/14", "key: value\n", "标题：", "<<: ", "[key]: ", "\t- ", "? ",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")
MESSAGE = re.compile(r"[\u4e00-\u9fff]")
CODE = re.compile(r"[A-Z]+(-[A-Z0-9]+)+")

# The same examples in every run, however slow the machine.
REPEATABLE = settings(
    derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

Mutation = Callable[[str], str]


def at(text: str, position: int) -> int:
    return position % (len(text) + 1)


def inserted(position: int, new: str) -> Mutation:
    return lambda text: text[: at(text, position)] + new + text[at(text, position) :]


def deleted(position: int, length: int) -> Mutation:
    return lambda text: text[: at(text, position)] + text[at(text, position) + length :]


def replaced(position: int, new: str) -> Mutation:
    return lambda text: text[: at(text, position)] + new + text[at(text, position) + len(new) :]


def truncated(position: int) -> Mutation:
    return lambda text: text[: at(text, position)]


def reindented(number: int, indent: str) -> Mutation:
    return on_lines(lambda lines, i: [*lines[:i], indent + lines[i].lstrip(" "), *lines[i + 1 :]], number)


def doubled(number: int) -> Mutation:
    return on_lines(lambda lines, i: [*lines[:i], lines[i], *lines[i:]], number)


def swapped(number: int) -> Mutation:
    return on_lines(lambda lines, i: [*lines[:i], *lines[i : i + 2][::-1], *lines[i + 2 :]], number)


def dropped(number: int) -> Mutation:
    return on_lines(lambda lines, i: lines[:i] + lines[i + 1 :], number)


def on_lines(change: Callable[[list[str], int], list[str]], number: int) -> Mutation:
    def mutate(text: str) -> str:
        lines = text.split("\n")
        return "\n".join(change(lines, number % len(lines)))

    return mutate


POSITIONS = st.integers(0, 5000)
MUTATIONS = st.one_of(
    st.builds(inserted, POSITIONS, st.text(NASTY, min_size=1, max_size=3) | st.sampled_from(PIECES)),
    st.builds(replaced, POSITIONS, st.text(NASTY, min_size=1, max_size=3) | st.sampled_from(PIECES)),
    st.builds(deleted, POSITIONS, st.integers(1, 12)),
    st.builds(truncated, POSITIONS),
    st.builds(reindented, POSITIONS, st.text(" \t　", max_size=5)),
    st.builds(doubled, POSITIONS),
    st.builds(swapped, POSITIONS),
    st.builds(dropped, POSITIONS),
)


def parsed(path: str, raw: bytes) -> Parsed:
    kind = kind_of(path)
    assert kind
    return parse(path, raw, kind, WORDS)


def demand_an_answer(one: Parsed) -> None:
    """Each finding has a place in the file, a code, a message and a hint in Chinese; no record without a finding."""
    lines = one.file.lines
    for found in one.problems:
        span = found.span
        assert 1 <= span.line <= len(lines) + 1, found
        assert span.column >= 1, found
        assert (span.end_line, span.end_column) > (span.line, span.column), found
        if span.line <= len(lines) and lines != [""]:
            assert span.column <= len(lines[span.line - 1]) + 1, found
        assert CODE.fullmatch(found.code), found
        assert MESSAGE.search(found.message), found
        assert MESSAGE.search(found.hint), found
    assert (one.record is None) == any(found.is_error for found in one.problems)
    for text in (
        as_text(one.problems, {one.file.path: lines}),
        as_json(one.problems),
        as_github(one.problems),
    ):
        assert text.encode() or not one.problems


@settings(REPEATABLE, max_examples=2500)
@given(
    st.sampled_from(sorted(FILES)), st.lists(MUTATIONS, min_size=1, max_size=5), st.sampled_from(ENCODINGS)
)
def test_a_damaged_file_is_answered(path: str, mutations: list[Mutation], encoding: str) -> None:
    text = FILES[path]
    for mutate in mutations:
        text = mutate(text)
    demand_an_answer(parsed(path, text.encode(encoding, "replace")))


@settings(REPEATABLE, max_examples=300)
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(POSITIONS, st.integers(0, 255)), min_size=1, max_size=4),
)
def test_damaged_bytes_are_answered(path: str, changes: list[tuple[int, int]]) -> None:
    raw = bytearray(FILES[path].encode())
    for position, byte in changes:
        raw[position % len(raw)] = byte
    demand_an_answer(parsed(path, bytes(raw)))


@settings(REPEATABLE, max_examples=300)
@given(st.sampled_from(sorted(FILES)), st.text(NASTY + "ab:\n- ", max_size=200))
def test_nonsense_is_answered(path: str, text: str) -> None:
    demand_an_answer(parsed(path, text.encode()))


def test_every_kind_of_file_is_among_the_examples() -> None:
    for path, text in FILES.items():
        assert parsed(path, text.encode()).problems == (), path
    assert len(FILES) == 16
