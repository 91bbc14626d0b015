"""Which files beside the pages may be there at all: by their names, by what they are, by the place they would take."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.records import Site, addresses
from portal.records.static_file import Form, StaticFile
from portal.rules.engine import site_rule
from portal.source import FILE_START, Diagnostic, error

# Left behind by editors, office programs, systems and version control.
LEFTOVER = re.compile(
    r"[.~#].*|.*~|.*\.(?:bak|old|orig|rej|sw[a-p]|tmp|temp|log|part|crdownload|download|new)"
    r"|(?:eh)?thumbs\.db|desktop\.ini|icon\r",
    re.IGNORECASE,
)
# Servers and their hosts read files with such names as instructions.
INSTRUCTION = re.compile(
    r"_.*|cname|web\.config|nginx\.conf|caddyfile|robots\.txt|.*sitemap.*\.xml", re.IGNORECASE
)
# Windows knows these names, whatever their ending, as devices.
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
# Some servers run a file by any of its endings, not only by the last.
RUNS = re.compile(r"\.(?:php[0-9]?|phtml|cgi|pl|py|asp|aspx|jsp|sh|exe|bat|js|html?|xhtml)\.", re.IGNORECASE)
PLAIN = re.compile(r"(?!.*\.\.)[\w()（）【】《》、·—][\w.\-+()（）【】《》、·—]*(?<!\.)")
LONGEST = 80
# What the program itself makes: nobody else's files lie there.
OWN_FILES = ("404.html", "build.json", addresses.ROBOTS, addresses.MACHINE_SITE_MAP)
OWN_FOLDERS = ("assets", "feeds", "calendars", addresses.KITS, addresses.CARDS, *addresses.DOCUMENTS)
OWN = {place.partition("/")[0] for place in (*OWN_FILES, *OWN_FOLDERS)}


@site_rule("STATIC-LINK-01")
def only_files(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里只能有普通文件，不能有链接（快捷方式）。

    链接指向哪里，发布时就公开哪里的文件：可能是别的文件夹、别人的资料。管道、设备一类也不能有。
    错：site_config/static 里有一个链接，指向共享盘上的文件夹
    对：把要公开的文件本身复制进来
    程度：错误
    """
    for one in site.static_files:
        if one.form is not Form.FILE:
            hint = "删去它；要公开的文件，把文件本身放到这里"
            yield error(
                one.place, FILE_START, "STATIC-LINK-01", f"这里是{one.form.value}，不是普通文件", hint
            )


@site_rule("STATIC-NAME-01")
def names_are_plain(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的文件名要简单，不能有隐藏文件、备份和软件留下的文件。

    这里的文件会原样公开。`~$表.docx`、`.DS_Store`、`Thumbs.db`、`表.docx.bak` 这样的文件里常有不该公开的东西；
    `_headers`、`CNAME`、`.htaccess` 这样的文件名，网页服务器会当成设置；空格、`%`、`?` 这样的字符，网址里要转写，容易打不开。
    错：`~$登记表.docx`、`登记表 (2).docx`、`照片.jpg.bak`
    对：`登记表-2.docx`、`images/liuyang-he.jpg`
    程度：错误
    """
    for one in _files(site):
        for reason, hint in map(_name_fault, PurePosixPath(one.path).parts):
            if reason:
                yield error(one.place, FILE_START, "STATIC-NAME-01", reason, hint)
                break


@site_rule("STATIC-PLACE-01")
def places_are_free(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的文件不能占用网页的位置，名称不能只差大小写。

    文件会放到网站的根目录下。和网页、和程序生成的文件夹同名，会互相覆盖；只差大小写的，在 Windows 上是同一个文件。
    错：`cases/zhaopian.jpg`（cases 是典型案例的位置）；`Form.pdf` 和 `form.pdf`
    对：放进自己的文件夹，如 `images/zhaopian.jpg`、`files/form.pdf`
    程度：错误
    """
    seen: dict[str, str] = {}
    for one in _files(site):
        first = one.path.partition("/")[0]
        if _folded(first) in OWN:
            hint = "放进自己的文件夹，如 images、files"
            yield error(one.place, FILE_START, "STATIC-PLACE-01", f"{first} 是网站自己的位置", hint)
        for place in (one.path, *map(str, PurePosixPath(one.path).parents)):
            other = seen.setdefault(_folded(place), place)
            if other != place:
                message = f"和 {other} 只差大小写或者写法，在有的电脑上是同一个"
                yield error(one.place, FILE_START, "STATIC-PLACE-01", message, "改成不同的名称，或者只留一个")
                break


def is_leftover(file: StaticFile) -> bool:
    """Whether it is only there because a program forgot it; nothing more need be said of it."""
    return any(LEFTOVER.fullmatch(name) for name in PurePosixPath(file.path).parts)


def _files(site: Site) -> Iterator[StaticFile]:
    return (one for one in site.static_files if one.form is Form.FILE)


def _name_fault(name: str) -> tuple[str, str]:
    """What is wrong with one step of a path and how to mend it; nothing where it is a plain name."""
    if LEFTOVER.fullmatch(name):
        return (
            "这是隐藏文件、备份，或者软件留下的文件，不能公开",
            "删去它；是要公开的文件，就改一个平常的名称",
        )
    if INSTRUCTION.fullmatch(name):
        return (
            "网页服务器会把这样名称的文件当成设置",
            "删去它，或者改一个名称；网站的设置见 portal server-config",
        )
    if RUNS.search(name) or DEVICE.fullmatch(name):
        return "这样名称的文件，有的电脑、服务器会运行或者打不开", "改一个平常的名称，末尾只留一个扩展名"
    if not PLAIN.fullmatch(name) or name != unicodedata.normalize("NFC", name):
        return "文件名里有空格、看不见的字符或者网址不能用的符号", "只用文字、数字、连字符（-）和下划线"
    if len(name) > LONGEST:
        return f"文件名有 {len(name)} 个字，太长", f"缩短到 {LONGEST} 个字以内"
    return "", ""


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
