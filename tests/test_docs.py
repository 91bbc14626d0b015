"""The README and the documents tell the truth: commands, files, messages and links are those of the product."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests import named_case

from portal.cli import COMMANDS, portal
from portal.reading.record_kinds import KINDS

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text("utf-8")
DOCUMENTS = [
    REPOSITORY / "README.md",
    REPOSITORY / "CHANGELOG.md",
    *sorted((REPOSITORY / "docs").rglob("*.md")),
]
TODAY = "2026-11-23"
CASE = "content/cases/2026/2026-001.yaml"
CASE_YAML, REVIEW_YAML, ALLOWED_YAML = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
CONSOLE = re.compile(r"```console\n\$ portal (.*?)\n(.*?)```", re.DOTALL)
MISTAKES = re.findall(r"^\| `(.+?)`(?:（复审）)? \| ([^`]+?) \| (`.+?`) \|$", README, re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def commands() -> list[str]:
    """Every command with its own help, `portal new case` and the like included."""
    group = portal
    assert isinstance(group, click.Group)
    found = []
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        below = command.commands if isinstance(command, click.Group) else {}
        found += [f"portal {name} {one}" for one in below] or [f"portal {name}"]
    return found


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"^\| `{command}` \|", README, re.MULTILINE)


def test_every_kind_of_file_has_its_place_in_the_readme() -> None:
    rows = re.findall(r"^\| (\S+) \| `((?:content|quizzes|site_config)/[^`]+)` \|", README, re.MULTILINE)
    written = {(title, re.sub(r"<[^>]+>", "*", place)) for title, place in rows}
    assert written == {(kind.title, kind.place) for kind in KINDS}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_links_lead_to_files_of_the_repository(document: Path) -> None:
    prose = CODE.sub("", document.read_text("utf-8"))
    links = [link for link in LINK.findall(prose) if "://" not in link]
    assert [link for link in links if not (document.parent / link.partition("#")[0]).exists()] == []


def test_every_make_target_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`(?:PORTAL_SKIP_BROWSER=1 )?make ([a-z]+)`", README)) <= targets


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product's own content, as a stranger has it after cloning; the tests change one case of their own.

    Without the questions, which nothing here is about: every command would read them again for two seconds.
    """
    root = tmp_path_factory.mktemp("stranger")
    for name in ("content", "site_config"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("theme", "*.html.j2"))
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


def consoles(section: str) -> list[tuple[str, str]]:
    """What is typed in a section of the README, and what the program answers."""
    return CONSOLE.findall(README.split(f"\n## {section}\n")[1].split("\n## ")[0])


def run(project: Path, command: str) -> str:
    result = CliRunner().invoke(portal, ["--root", str(project), *command.split(), "--today", TODAY])
    return re.sub(r"检查了 \d+ 个文件", "检查了 83 个文件", result.output)


def test_the_walk_through_says_what_the_program_says(project: Path) -> None:
    (new, created), (check, complained), (again, content), (review, signed) = consoles(
        "五分钟：发布一个典型案例"
    )
    shutil.rmtree(project / "content/cases/2026", ignore_errors=True)
    assert run(project, new) == created
    wrong = CASE_YAML.replace("餐饮服务", "餐饮业").replace("2026-11-02", "2026年11月2日")
    (project / CASE).write_text(wrong, "utf-8")
    assert run(project, check) == complained
    (project / CASE).write_text(CASE_YAML, "utf-8")
    assert run(project, again) == content
    assert run(project, review) == signed
    run(project, "review 2026-001 --as 复审 --by 法制审核岗-01 --on 2026-11-18")
    run(project, "review 2026-001 --as 终审 --by 分管负责岗-01 --on 2026-11-20")
    with (project / CASE).open("a", encoding="utf-8") as file:
        file.write("published_on: 2026-11-23\n")
    assert (project / CASE).read_text("utf-8") == CASE_YAML + REVIEW_YAML
    assert run(project, again) == content


def test_a_refused_night_says_what_the_program_says(shared: Path, tmp_path: Path) -> None:
    root, day = named_case.published(shared, tmp_path)
    named_case.change(root, named_case.BROKEN, "title: ", "title：")
    ((command, said),) = consoles("每天生成一次")
    assert_says(root, command, day + timedelta(days=1), said)


def test_taking_a_case_down_says_what_the_program_says(shared: Path, tmp_path: Path) -> None:
    root, day = named_case.published(shared, tmp_path)
    for command, said in consoles("撤下一个案例"):
        assert_says(root, command, day, said)


def assert_says(root: Path, command: str, day: date, said: str) -> None:
    """All that the README shows, in this order; `……` is what it leaves out."""
    typed = [*command.split(), "--today", day.isoformat()]
    output = CliRunner().invoke(portal, ["--root", str(root), *typed]).output
    output = re.sub(r"（\d+ 页）", "（83 页）", output.replace(f"{root}/site（", "site/（"))
    output = "".join(line for line in output.splitlines(keepends=True) if not line.startswith("正在"))
    for part in filter(None, said.split("……\n")):
        assert part in output
        output = output.partition(part)[2]


def test_the_table_of_mistakes_was_understood() -> None:
    assert len(MISTAKES) >= 15


@pytest.mark.parametrize(("wrong", "message", "right"), MISTAKES, ids=[wrong for wrong, _, _ in MISTAKES])
def test_every_mistake_gets_the_message_that_the_readme_promises(
    project: Path, wrong: str, message: str, right: str
) -> None:
    parts = re.findall(r"`([^`]+)`", right)
    text = (CASE_YAML + REVIEW_YAML).replace("\n".join(parts), wrong, 1)
    assert wrong in text
    (project / CASE).parent.mkdir(exist_ok=True)
    (project / CASE).write_text(text, "utf-8")
    assert message.replace("\\|", "|") in run(project, f"check {CASE}")


def test_an_answer_as_the_readme_writes_it_is_taken(project: Path) -> None:
    named = CASE_YAML.replace("facts: |\n", "facts: |\n  负责人高明在场。\n\n", 1)
    assert named != CASE_YAML
    (project / CASE).write_text(named, "utf-8")
    said = run(project, f"check {CASE}")
    assert "PRIV-NAME-01" in said
    (project / CASE).write_text(named + ALLOWED_YAML, "utf-8")
    assert "PRIV-" not in run(project, f"check {CASE}")
