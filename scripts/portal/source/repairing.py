"""Lines that the parser could not go on from, changed in the way their writer most likely meant.

Takes the mended lines of a file and the place where the parser stumbled; gives the lines to put in
their stead, so that the rest of the file can still be checked in the same run. All of it is a guess:
what is found later on these lines is not to be trusted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.source.layout import (
    ENTRY,
    goes_on,
    indent_of,
    is_significant,
    layout,
    nearest_above,
    open_columns,
)

# Line number (from 0) → the text that takes its place.
Changes = Mapping[int, str]


def aligned_column(
    above: Sequence[str], below: Sequence[str], bare: str, meant: int, block_base: int | None
) -> int:
    """Where a line indented with tabs or wide spaces belongs: at `meant`, two columns for each, if that fits."""
    nearest = nearest_above(above)
    shape = layout(nearest)
    if block_base is not None and meant > block_base:
        return shape.indent if shape.indent > block_base else meant
    if bare.startswith("#"):
        return meant
    dashes, keys = open_columns(above, len(above))
    columns = dashes | keys if bare.startswith("- ") else keys
    if nearest and not nearest[shape.value_at :].strip():
        sibling = next(
            (indent_of(one) for one in below if is_significant(one) and one.lstrip(" ") == one.lstrip()), 0
        )
        columns.add(sibling if sibling > shape.start else shape.start + 2)
    if meant in columns or not columns:
        return meant
    return min(columns, key=lambda column: (abs(column - meant), -column))


def with_colon_or_blank(lines: Sequence[str], number: int) -> Changes:
    """The line becomes a key when lines lie below it, else a blank line.

    A key above that waits for its value is changed in meaning, too.
    """
    below = next((line for line in lines[number + 1 : number + 50] if is_significant(line)), "")
    if indent_of(below) > indent_of(lines[number]):
        return {number: lines[number].rstrip() + ":"}
    changes = {number: ""}
    for above in range(number - 1, max(-1, number - 50), -1):
        if is_significant(lines[above]):
            shape = layout(lines[above])
            if not lines[above][shape.value_at :].strip():
                changes[above] = lines[above]
            break
    return changes


def aligned(lines: Sequence[str], number: int) -> Changes:
    """The line, and those that share its indentation, moved to the level of the nearest sibling."""
    indent, line = indent_of(lines[number]), lines[number]
    dashes, keys = open_columns(lines, number)
    columns = (dashes or keys) if line.lstrip().startswith("- ") else keys
    if goes_on(line, lines[:number]):
        columns = {layout(nearest_above(lines[:number])).start}
    if not columns:
        return {}
    right = min(columns, key=lambda column: (abs(column - indent), -column))
    if indent > right:
        return _moved(lines, _below(lines, number, indent), right - indent)
    below = [at for at in _below(lines, number, indent) if indent_of(lines[at]) < right]
    above = _above(lines, number, right)
    if _entries(lines, above, right) < _entries(lines, below, indent) and indent > _parent(lines, above):
        return _moved(lines, above, indent - right)
    return _moved(lines, below, right - indent)


def _below(lines: Sequence[str], number: int, indent: int) -> list[int]:
    """The lines from `number` on that are indented at least as far."""
    found = []
    for at in range(number, len(lines)):
        if is_significant(lines[at]):
            if indent_of(lines[at]) < indent:
                break
            found.append(at)
    return found


def _above(lines: Sequence[str], number: int, indent: int) -> list[int]:
    found = []
    for at in range(number - 1, -1, -1):
        if is_significant(lines[at]):
            if indent_of(lines[at]) < indent:
                break
            found.append(at)
    return found


def _parent(lines: Sequence[str], group: Sequence[int]) -> int:
    """The indentation of the line that a group of lines, last one first, lies under."""
    above = nearest_above(lines[: group[-1]]) if group else ""
    return indent_of(above) if above else -1


def _entries(lines: Sequence[str], numbers: Sequence[int], indent: int) -> int:
    return sum(
        indent_of(lines[at]) == indent and ENTRY.match(lines[at], indent) is not None for at in numbers
    )


def _moved(lines: Sequence[str], numbers: Sequence[int], by: int) -> Changes:
    return {at: " " * max(0, indent_of(lines[at]) + by) + lines[at].lstrip(" ") for at in numbers}
