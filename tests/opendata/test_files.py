"""One small table in every format, as a person would read it."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from jsonschema import Draft202012Validator, ValidationError

from portal.opendata.csv_file import csv_bytes, sheet_bytes
from portal.opendata.dataset import BOOLEAN, DATE, LIST, MONTH, NUMBER, Column, DatasetOf
from portal.opendata.imprint import Imprint
from portal.opendata.json_file import json_bytes, schema_bytes
from portal.opendata.release import release

DAY = datetime.date(2024, 6, 21)
IMPRINT = Imprint("示例网站", "示例局", "https://portal.example/site/data/", "注明来源即可使用", DAY)


@dataclass(frozen=True)
class Check:
    month: str
    count: int | None
    words: tuple[str, ...]
    demo: bool


CHECKS = (Check("2024-05", 12, ("餐饮", "食堂"), demo=False), Check("2024-06", None, (), demo=True))
TABLE = DatasetOf[Check](
    "checks",
    "检查",
    "每月检查了多少。",
    ("month",),
    (
        Column("month", "月份", "统计的月份", MONTH, value=lambda one: one.month),
        Column("count", "检查户次", "检查的户次", NUMBER, "户次", nullable=True, value=lambda one: one.count),
        Column("published_on", "发布日期", "上网的日期", DATE, value=lambda one: DAY),
        Column("words", "类别", "查了哪些", LIST, value=lambda one: one.words),
        Column("demo", "示例数据", "是否虚构", BOOLEAN, value=lambda one: one.demo),
    ),
    lambda: CHECKS,
    updated_on=DAY,
)


def test_excel_and_programs_read_the_csv() -> None:
    raw = csv_bytes(TABLE)
    assert raw.startswith(b"\xef\xbb\xbf"), "without the mark Excel shows no Chinese"
    assert raw.decode("utf-8-sig") == (
        "month,count,published_on,words,demo\r\n"
        "2024-05,12,2024-06-21,餐饮|食堂,false\r\n"
        "2024-06,,2024-06-21,,true\r\n"
    )


def test_people_get_chinese_headings_and_no_codes() -> None:
    codes = (("final", "定稿"), ("provisional", "初步数"))
    status = Column[Check]("status", "状态", "状态", codes=codes, value=lambda one: "final")
    table = replace(TABLE, columns=(*TABLE.columns[:-1], status), records=lambda: CHECKS[:1])
    assert sheet_bytes(table).decode("utf-8-sig") == (
        "月份,检查户次（户次）,发布日期,类别,状态\r\n2024-05,12,2024-06-21,餐饮；食堂,定稿\r\n"
    )
    assert "示例数据" in sheet_bytes(TABLE).decode("utf-8-sig").splitlines()[0]
    assert sheet_bytes(TABLE).decode("utf-8-sig").splitlines()[2].endswith("是")
    refused = {**json.loads(json_bytes(table, IMPRINT)), "rows": [{"status": "定稿"}]}
    with pytest.raises(ValidationError):
        Draft202012Validator(json.loads(schema_bytes(table, IMPRINT))).validate(refused)


def test_line_breaks_and_quotes_survive_the_csv() -> None:
    told = '第一段，“引号”和"半角"\n第二段'
    table = replace(TABLE, records=lambda: [Check("2024-05", 1, (told,), demo=False)])
    _, row = csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline=""))
    assert row[3] == told


ACTIVE = (
    *(
        "=1+1",
        "+86 21",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u3000=1",
        "\u200b=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
    ),
    *("'=1", "''", '=HYPERLINK("https://example.invalid","点这里")', "-", "=1|=2"),
)
PLAIN = ("留样 48 小时", "a=1", "（=1）", "2024-05", "1", "—", "·", "“=1”")


@pytest.mark.parametrize("write", [csv_bytes, sheet_bytes])
@pytest.mark.parametrize("text", [*ACTIVE, *PLAIN])
def test_no_text_is_a_formula_and_each_reads_back_as_it_was(
    write: Callable[[DatasetOf[Check]], bytes], text: str
) -> None:
    columns = (
        Column[Check]("said", "说明", "", value=lambda one: text),
        Column[Check]("words", "类别", "", LIST, value=lambda one: (text,)),
        Column[Check]("count", text, "", NUMBER, value=lambda one: -5),
        Column[Check]("rate", "比率", "", NUMBER, value=lambda one: -0.5),
    )
    table = replace(TABLE, columns=columns, records=lambda: CHECKS[:1])
    head, row = csv.reader(io.StringIO(write(table).decode("utf-8-sig"), newline=""))
    cells = [*row[:2], *(head[2:3] if write is sheet_bytes else [])]
    assert {cell[0] == "'" for cell in cells} == {text in ACTIVE}
    assert {cell.removeprefix("'") for cell in cells} == {text}
    assert [float(cell) for cell in row[2:]] == [-5, -0.5]


def test_the_package_tells_programs_of_the_apostrophe() -> None:
    files = release([TABLE], IMPRINT)
    assert "程序读取时去掉这一个撇号" in json.loads(files["datapackage.json"].content())["description"]


def test_the_json_says_what_it_is_and_fits_its_schema() -> None:
    made = json.loads(json_bytes(TABLE, IMPRINT))
    assert made["rows"][0] == {
        "month": "2024-05",
        "count": 12,
        "published_on": "2024-06-21",
        "words": ["餐饮", "食堂"],
        "demo": False,
    }
    assert made["demo"] is True
    assert made["title"] == "检查（含示例数据）"
    assert (made["licence"], made["generated_for"]) == ("注明来源即可使用", "2024-06-21")
    assert "示例局" in made["citation"]
    schema = json.loads(schema_bytes(TABLE, IMPRINT))
    assert made["$schema"] == schema["$id"] == "https://portal.example/site/data/schemas/checks.schema.json"
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(made)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("month", "2024年5月"), ("count", "12"), ("demo", None), ("words", "餐饮"), ("more", 1)],
)
def test_the_schema_refuses_what_does_not_fit(field: str, wrong: object) -> None:
    made = json.loads(json_bytes(TABLE, IMPRINT))
    made["rows"][0][field] = wrong
    with pytest.raises(ValidationError):
        Draft202012Validator(json.loads(schema_bytes(TABLE, IMPRINT))).validate(made)


def test_an_empty_table_is_still_valid() -> None:
    empty = replace(TABLE, records=list)
    made = json.loads(json_bytes(empty, IMPRINT))
    assert (made["rows"], made["demo"]) == ([], False)
    assert csv_bytes(empty).decode("utf-8-sig") == "month,count,published_on,words,demo\r\n"


def test_the_package_describes_the_csv_and_the_manifest_seals_everything() -> None:
    files = {path: file.content() for path, file in release([TABLE], IMPRINT).items()}
    resource = json.loads(files["datapackage.json"])["resources"][0]
    assert resource["path"] == "checks.csv"
    header = files["checks.csv"].decode("utf-8-sig").splitlines()[0].split(",")
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == header
    assert [field["type"] for field in fields] == ["yearmonth", "number", "date", "string", "boolean"]
    assert fields[1]["unit"] == "户次"
    assert "示例数据" in resource["description"]
    assert resource["hash"] == f"sha256:{hashlib.sha256(files['checks.csv']).hexdigest()}"
    assert resource["bytes"] == len(files["checks.csv"])
    manifest = json.loads(files["manifest.json"])
    sealed = {one["path"]: (one["bytes"], one["sha256"]) for one in manifest["files"]}
    for path, content in files.items():
        if path != "manifest.json":
            assert sealed.pop(path) == (len(content), hashlib.sha256(content).hexdigest())
    assert not sealed


def test_the_page_may_ask_for_a_size_before_the_file_is_written() -> None:
    files = release([TABLE], IMPRINT)
    assert files["manifest.json"].seal.size == len(files["manifest.json"].content())
