"""`portal import`: shows what would change, writes all or nothing, and checks what it wrote."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import Result

TODAY = "2024-07-01"
MONTH = "content/outcomes/2024-06.yaml"
FIGURES = {
    "出动执法人员": ("人次", 96),
    "检查食品生产单位": ("户次", 4),
    "检查食品销售单位": ("户次", 58),
    "检查餐饮服务单位": ("户次", 82),
    "发现风险隐患": ("个", 15),
    "完成整改": ("个", 12),
}
Run = Callable[..., Result]


@pytest.fixture
def content(content: Path) -> Path:
    """Without the questions, which have nothing to do with months and take two seconds to read."""
    shutil.rmtree(content / "quizzes")
    return content


@pytest.fixture
def month(content: Path) -> Path:
    """The file that the import makes; it is not there yet."""
    (content / MONTH).unlink()
    return content / MONTH


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Makes the spreadsheet of a unit; figures are replaced by name."""

    def make(unit: str = "示例一所", **changed: object) -> Path:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.title = "统计表"
        page.append([f"{unit}2024年6月食品安全风险隐患排查整治统计表"])
        page.append(["报送日期：2024年6月21日"])
        page.append(["内容", "计量单位", "数量"])
        for name, (measure, value) in FIGURES.items():
            page.append([name, measure, changed.get(name, value)])
        path = tmp_path / f"排查整治表-{unit}-2024-06.xlsx"
        book.save(path)
        return path

    return make


def outcomes(run: Run, *arguments: object) -> Result:
    return run("import", "outcomes", *arguments, "--today", TODAY)


def test_without_write_it_shows_the_change_and_writes_nothing(
    run: Run, month: Path, sheet: Callable[..., Path]
) -> None:
    result = outcomes(run, sheet())
    assert result.exit_code == 0, result.output
    assert "+      officers: 96" in result.stdout
    assert "还没有写入" in result.stdout
    assert not month.exists()


def test_with_write_it_writes_the_month_and_checks_it(
    run: Run, month: Path, sheet: Callable[..., Path]
) -> None:
    result = outcomes(run, sheet(), "--write")
    assert result.exit_code == 0, result.output
    written = yaml.safe_load(month.read_text("utf-8"))
    assert written["units"][0]["unit"] == "示例一所"
    assert written["units"][0]["figures"]["hazards_rectified"] == 12
    assert f"portal check {MONTH}：0 个错误" in result.stdout
    assert "缺少“示例二所”的数据" in result.stdout
    assert "有一份" not in result.stdout
    assert [path.name for path in month.parent.iterdir() if path.name.startswith(".")] == []


def test_a_second_unit_joins_the_month_and_keeps_its_comments(
    run: Run, month: Path, sheet: Callable[..., Path]
) -> None:
    outcomes(run, sheet(), "--write")
    month.write_text(month.read_text("utf-8").replace("units:", "# 六月\nunits:"), "utf-8")
    assert outcomes(run, sheet("示例二所"), "--write").exit_code == 0
    text = month.read_text("utf-8")
    assert "# 六月\nunits:" in text
    assert [unit["unit"] for unit in yaml.safe_load(text)["units"]] == ["示例一所", "示例二所"]


def test_the_same_file_again_changes_nothing(run: Run, month: Path, sheet: Callable[..., Path]) -> None:
    outcomes(run, sheet(), "--write")
    before = month.read_bytes()
    again = outcomes(run, sheet(), "--write")
    assert again.exit_code == 0
    assert month.read_bytes() == before


def test_other_numbers_are_written_only_with_a_reason(
    run: Run, month: Path, sheet: Callable[..., Path]
) -> None:
    outcomes(run, sheet(), "--write")
    before = month.read_bytes()
    corrected = sheet(完成整改=13)
    refused = outcomes(run, corrected, "--write")
    assert refused.exit_code == 1
    assert "原数 12 → 新数 13" in refused.stdout
    assert month.read_bytes() == before
    assert outcomes(run, corrected, "--write", "--overwrite-reason", "复查后核实").exit_code == 0
    assert yaml.safe_load(month.read_text("utf-8"))["units"][0]["figures"]["hazards_rectified"] == 13


def test_several_corrections_of_a_final_month_are_recorded_and_pass_the_check(
    run: Run, month: Path, sheet: Callable[..., Path]
) -> None:
    outcomes(run, sheet(), "--write")
    month.write_text(month.read_text("utf-8").replace("provisional\n", "final\n"), "utf-8")
    reason = ("--overwrite-reason", "复查后核实", "--write")
    assert outcomes(run, sheet(完成整改=13, 出动执法人员=97), *reason).exit_code == 0
    revisions = yaml.safe_load(month.read_text("utf-8"))["revisions"]
    assert {(one["indicator"], one["from"], one["to"]) for one in revisions} == {
        ("hazards_rectified", 12, 13),
        ("officers", 96, 97),
    }
    assert "错误 [YAML" not in run("check", MONTH, "--today", TODAY).stdout


def test_one_refused_row_writes_nothing(run: Run, month: Path, sheet: Callable[..., Path]) -> None:
    result = outcomes(run, sheet(发现风险隐患="十几个"), "--write")
    assert result.exit_code == 1
    assert "排查整治表-示例一所-2024-06.xlsx!统计表!C8" in result.stdout
    assert not month.exists()


def test_month_and_unit_can_be_given(run: Run, month: Path, sheet: Callable[..., Path]) -> None:
    path = sheet("")
    assert outcomes(run, path).exit_code == 1
    assert outcomes(run, path, "--unit", "示例三所", "--month", "2024-06").exit_code == 0
    wrong = outcomes(run, path, "--unit", "示例四所")
    assert wrong.exit_code == 1
    assert "示例四所" in wrong.stdout


def test_what_is_not_a_workbook_is_refused_in_words(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "表.xlsx"
    text.write_text("不是表格", "utf-8")
    refused = outcomes(run, text)
    assert refused.exit_code == 1
    assert "不是 Excel 工作簿" in refused.stdout
    assert "没有这个文件" in outcomes(run, tmp_path / "没有.xlsx").stderr
    assert "是文件夹" in outcomes(run, tmp_path).stderr


def test_hazards_become_figures_without_names(run: Run, month: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["示例一所2024年6月风险隐患清单"])
    page.append(
        ["序号", "单位名称", "地址", "业态", "工作重点", "隐患描述", "发现日期", "整改情况", "联系人"]
    )
    page.append([1, "张记面馆", "某路1号", "餐饮服务", "重点环节", "未留样", "2024-06-03", "已整改", "张三"])
    page.append(
        [2, "某菜场", "某路2号", "食用农产品", "重点品种", "无合格证", "2024-06-04", "整改中", "李四"]
    )
    path = tmp_path / "隐患清单.xlsx"
    book.save(path)
    result = run("import", "hazards", path, "--write", "--today", TODAY)
    assert result.exit_code == 0, result.output
    text = month.read_text("utf-8")
    assert "餐饮服务: 1" in text
    for private in ("张", "李四", "某路", "菜场"):
        assert private not in text
        assert private not in result.output
