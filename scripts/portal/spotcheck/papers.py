"""Papers as they were drawn, found again by their code: `Papers(site.bank_versions)[code]` gives questions and marks.

Thaws each version once and keeps the dealings, so that a thousand sittings of one day cost little more than one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portal.quiz.candidates import FrozenQuestion
from portal.quiz.codes import BadCode, parse, write
from portal.quiz.drawing import Drawing
from portal.quiz.layout import CannotDraw
from portal.quiz.versions import BadVersion, BankVersion, thaw
from portal.records.blueprint import Blueprint


class NoPaper(ValueError):
    """A code of which the frozen banks know no paper; the text says why, in Chinese."""


@dataclass(frozen=True)
class DrawnPaper:
    """The questions of a paper in its order, each with what it is worth."""

    code: str
    blueprint: Blueprint
    questions: tuple[tuple[FrozenQuestion, int], ...]


class Papers:
    """All papers of all versions; `versions` holds the bytes of their files, or the versions themselves, by id."""

    def __init__(self, versions: Mapping[str, bytes | BankVersion]) -> None:
        self._files = versions
        self._versions: dict[str, BankVersion] = {}
        self._drawings: dict[tuple[str, str], Drawing] = {}
        self._papers: dict[str, DrawnPaper] = {}

    def __getitem__(self, code: str) -> DrawnPaper:
        """The paper with this code, however it is written. Raises `NoPaper`."""
        try:
            asked = parse(code)
        except BadCode as failure:
            raise NoPaper(str(failure)) from failure
        written = write(asked)
        if written not in self._papers:
            version = self._version(asked.version)
            blueprint = version.blueprint(asked.blueprint)
            if blueprint is None:
                raise NoPaper(
                    f"题库版本 {version.id} 里没有代码为 {asked.blueprint} 的组卷方案，对照卷面再看一遍卷号"
                )
            self._papers[written] = self._drawn(written, version, blueprint, asked.form)
        return self._papers[written]

    def _version(self, name: str) -> BankVersion:
        if name not in self._versions:
            if name not in self._files:
                raise NoPaper(
                    f"卷用的题库版本 {name} 没有封存：不是这里的卷，或者 quizzes/versions/{name}.json 丢了"
                )
            file = self._files[name]
            try:
                self._versions[name] = file if isinstance(file, BankVersion) else thaw(name, file)
            except BadVersion as failure:
                raise NoPaper(f"quizzes/versions/{name}.json：{failure}。从版本库里恢复它") from failure
        return self._versions[name]

    def _drawn(self, code: str, version: BankVersion, blueprint: Blueprint, form: int) -> DrawnPaper:
        place = version.id, blueprint.id
        try:
            if place not in self._drawings:
                self._drawings[place] = Drawing(blueprint, version.id, version.questions, version.format)
            sections = self._drawings[place].form(form)
        except CannotDraw as failure:
            raise NoPaper(f"这份卷组不出来：{failure}") from failure
        questions = tuple(
            (version.by_key[key], part.marks)
            for part, keys in zip(blueprint.sections, sections, strict=True)
            for key in keys
        )
        return DrawnPaper(code, blueprint, questions)
