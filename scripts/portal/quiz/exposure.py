"""How often each question is met when many forms are drawn, what two forms share, and whether all keep to their blueprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.quiz.candidates import Candidate, key_of
from portal.quiz.drawing import DIFFICULTIES, Drawing, Form
from portal.quiz.overlap import Overlap, Overlaps
from portal.records.blueprint import Blueprint
from portal.records.question_type import TypeName


@dataclass(frozen=True)
class CellExposure:
    """Shares of the forms in which the questions of one type and topic appear; 0 to 1."""

    type: TypeName
    topic: str
    questions: int
    least: float
    mean: float
    most: float


@dataclass(frozen=True)
class Exposure:
    """What came of many forms of one blueprint; `overlap` is the mean number of questions two neighbours share."""

    forms: int
    cells: tuple[CellExposure, ...]
    overlap: float
    overlaps: tuple[Overlap, ...]
    broken: tuple[str, ...]

    @property
    def most(self) -> float:
        return max((one.most for one in self.cells), default=0)


def exposure(blueprint: Blueprint, version: str, candidates: Iterable[Candidate], forms: int) -> Exposure:
    """Draws the forms 1 to `forms`. Raises `CannotDraw`."""
    known = {one.key: one for one in candidates if one.suits(blueprint)}
    drawing = Drawing(blueprint, version, known.values())
    must = {key_of(identifier) for identifier in blueprint.must}
    overlaps = Overlaps(blueprint.count - len(must))
    seen, shared = Counter[str](), 0
    before: set[str] = set()
    broken: list[str] = []
    for number in range(1, forms + 1):
        form = drawing.form(number)
        keys = {key for section in form for key in section}
        seen.update(keys)
        overlaps.add(number, keys - must)
        shared += len(keys & before)
        before = keys
        broken += [f"第 {number} 份：{reason}" for reason in breaches(blueprint, known, form)]
    cells = tuple(_cells(blueprint, known, seen, forms))
    return Exposure(forms, cells, shared / max(1, forms - 1), overlaps.most, tuple(broken))


def breaches(blueprint: Blueprint, known: dict[str, Candidate], form: Form) -> Iterator[str]:
    """Where a form does not keep to its blueprint: counts, no question twice, must-haves, shares within one."""
    questions = [known[key] for section in form for key in section]
    for section, keys in zip(blueprint.sections, form, strict=True):
        if len(keys) != section.count or any(known[key].type != section.type for key in keys):
            yield f"{section.type} 的题数不对"
    if len({one.key for one in questions}) != len(questions):
        yield "有重复的题"
    if not {key_of(identifier) for identifier in blueprint.must} <= {one.key for one in questions}:
        yield "缺少必考题"
    topics, levels = Counter(one.topic for one in questions), Counter(one.difficulty for one in questions)
    shares = [(topic, topics[topic], share) for topic, share in blueprint.topics.items()]
    shares += [(level, levels[level], getattr(blueprint.difficulty, level)) for level in DIFFICULTIES]
    for name, count, share in shares:
        if abs(100 * count - share * len(questions)) > 100:
            yield f"{name} 有 {count} 题，与 {share}% 相差超过一题"


def _cells(
    blueprint: Blueprint, known: dict[str, Candidate], seen: Counter[str], forms: int
) -> Iterator[CellExposure]:
    for section in blueprint.sections:
        for topic in blueprint.topics:
            keys = [key for key, one in known.items() if (one.type, one.topic) == (section.type, topic)]
            shares = [seen[key] / forms for key in keys]
            if shares:
                mean = sum(shares) / len(shares)
                yield CellExposure(section.type, topic, len(keys), min(shares), mean, max(shares))
