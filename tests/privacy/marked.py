"""What a test of the room expects: the parts of a text that are marked `⟦…⟧`, and nothing else."""

from __future__ import annotations

from tests.privacy.snippets import snippet

from portal.privacy import Kind, search


def found_and_marked(line: str) -> tuple[list[str], list[str]]:
    """What is found in a marked line, and what is marked in it, addresses of no dwelling left out."""
    one = snippet("", line)
    found = [one.text[each.start : each.end] for each in search(one.text) if each.kind is not Kind.ADDRESS]
    return found, [one.text[start:end] for start, end in one.marks]
