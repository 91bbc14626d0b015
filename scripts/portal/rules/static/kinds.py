"""What a file beside the pages is: of a kind that the site has, of a bearable size, and what its ending says it is."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError

from portal.records import Site
from portal.records.static_file import Form, StaticFile
from portal.rules.engine import site_rule
from portal.rules.static.names import is_leftover
from portal.source import FILE_START, Diagnostic, error
from portal.static_kinds import MIB, STATIC_KINDS, StaticKind, static_kind_of

INSTEAD = {
    ("doc", "wps", "rtf", "odt", "docm"): "用 Word 或 WPS 另存为 .docx，或者导出成 PDF",
    ("xls", "et", "ods", "xlsm", "xlsb"): "用 Excel 或 WPS 另存为 .xlsx",
    ("ppt", "dps", "pptm"): "用 PowerPoint 或 WPS 另存为 .pptx，或者导出成 PDF",
    ("htm", "html", "xhtml", "mht", "md"): "网页由程序生成：内容写成文章（portal new article）",
    ("bmp", "tif", "tiff", "heic", "ico"): "另存为 .jpg 或 .png",
    ("zip", "rar", "7z"): "解压后把要公开的文件放进来",
    ("mov", "avi", "wmv", "flv"): "转成 .mp4",
}
PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}
# A site of a bureau has no use for larger ones; phones would not show them.
MOST_PIXELS = 60_000_000
MACROS = re.compile(r"vbaproject\.bin|.*/(?:macrosheets|activex)/.*", re.IGNORECASE)
MOST_UNPACKED = 200 * MIB
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
HTML = re.compile(r"\s*<(?:!doctype|html|script|head|body|svg|\?xml)\b", re.IGNORECASE)


@site_rule("STATIC-KIND-01")
def kinds_are_known(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里只能放这些文件：图片（jpg、png、webp、gif、svg）、PDF、docx、xlsx、pptx、txt、csv、mp3、mp4。

    别的文件要么会在读者的浏览器里运行（网页、脚本），要么手机打不开（doc、wps、rar），要么没有必要。扩展名用小写。
    错：`通知.doc`、`介绍.html`、`资料.zip`、`照片.JPG`
    对：`通知.docx`、`照片.jpg`；网页写成文章
    程度：错误
    """
    for one in files(site):
        if static_kind_of(one.path) is None and not is_leftover(one):
            ending = PurePosixPath(one.path).suffix
            message = f"不能放 {ending} 文件" if ending else "文件没有扩展名，不知道是什么文件"
            yield error(one.place, FILE_START, "STATIC-KIND-01", message, _instead(ending))


@site_rule("STATIC-SIZE-01")
def sizes_are_bearable(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的文件不能太大，也不能是空的。

    很多读者用手机流量看网站。图片不超过 10 MB，PDF 不超过 30 MB，视频不超过 100 MB；手机照片先缩小再放。
    错：一张 24 MB 的照片；0 字节的附件
    对：缩到长边 2000 像素的照片，几百 KB
    程度：错误
    """
    for one in files(site):
        kind = static_kind_of(one.path)
        if one.size == 0:
            yield error(
                one.place, FILE_START, "STATIC-SIZE-01", "文件是空的（0 字节）", "换上原来的文件，或者删去"
            )
        elif kind and one.size > kind.most_bytes:
            message = f"文件有 {one.size / MIB:.1f} MB，{kind.title}不能超过 {kind.most_bytes // MIB} MB"
            hint = "把图片缩小后另存" if kind.is_picture else "压缩或者分成几个文件"
            yield error(one.place, FILE_START, "STATIC-SIZE-01", message, hint)


@site_rule("STATIC-CONTENT-01")
def contents_are_what_they_say(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的文件，内容要和扩展名一致，打得开，没有密码，不带宏。

    改了扩展名的文件，读者打不开；浏览器可能把它当成别的东西来运行。文本和 CSV 要用 UTF-8 保存，不然是乱码。
    错：把 `表.xls` 改名成 `表.xlsx`；记事本按 ANSI 保存的 `说明.txt`
    对：用 Excel 另存为 .xlsx；记事本“另存为”，编码选 UTF-8
    程度：错误
    """
    for one in files(site):
        if readable(one) and (fault := _fault(one)):
            yield error(one.place, FILE_START, "STATIC-CONTENT-01", *fault)


def files(site: Site) -> Iterator[StaticFile]:
    """What would be published."""
    return (one for one in site.static_files if one.form is Form.FILE)


def readable(file: StaticFile) -> bool:
    """Of a known kind and no larger than it may be: such files are opened, others are refused unseen."""
    kind = static_kind_of(file.path)
    return kind is not None and 0 < file.size <= kind.most_bytes and not is_leftover(file)


def opened(site: Site) -> Iterator[tuple[StaticFile, StaticKind]]:
    """The files that are what their endings say, each with its kind: only these are looked into."""
    for one in files(site):
        kind = static_kind_of(one.path)
        if kind and readable(one) and not _fault(one):
            yield one, kind


def _instead(ending: str) -> str:
    plain = ending.removeprefix(".").lower()
    if any(plain == kind.ending for kind in STATIC_KINDS):
        return f"扩展名改成小写的 .{plain}"
    for endings, hint in INSTEAD.items():
        if plain in endings:
            return hint
    return f"可以放的有：{'、'.join(dict.fromkeys(kind.ending for kind in STATIC_KINDS))}"


@lru_cache(maxsize=4096)
def _fault(file: StaticFile) -> tuple[str, str] | None:
    """What is wrong with the content, and how to mend it. Kept for as long as the file stays the same."""
    kind = static_kind_of(file.path)
    assert kind is not None
    try:
        content = file.read()
    except OSError as failure:
        return f"读不了这个文件（{failure.strerror or failure}）", "请管理员把这个文件改成你能读的"
    if not kind.begins.match(content):
        return f"内容不是“{kind.title}”，可能改过扩展名", f"用原来的软件另存为 .{kind.ending}"
    if kind.part:
        return _archive_fault(content, kind)
    if kind.ending in PICTURES:
        return _picture_fault(content, kind)
    return _text_fault(content, kind) if kind.ending in ("txt", "csv") else None


def _archive_fault(content: bytes, kind: StaticKind) -> tuple[str, str] | None:
    hint = f"用原来的软件另存为 .{kind.ending}"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "文件已损坏，打不开", hint
    if kind.part not in {part.filename for part in parts}:
        return f"内容不是“{kind.title}”，可能改过扩展名", hint
    if any(MACROS.fullmatch(name) or name.lower().endswith("vbaproject.bin") for name in archive.namelist()):
        return "文件里带有宏，读者的电脑可能会运行", hint
    if any(part.flag_bits & 1 for part in parts):
        return "文件设了密码，读者打不开", "去掉密码后另存"
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        return "文件解压后大得不合理，没有打开", "把内容复制到新文件里，另存后再放"
    return None


def _picture_fault(content: bytes, kind: StaticKind) -> tuple[str, str] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[PICTURES[kind.ending]]) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    return f"图片有 {width}×{height} 像素，太大，手机打不开", "缩到长边 2000 像素左右另存"
                picture.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        return "图片已损坏，打不开", "用看图软件打开原来的图片，另存后再放"
    return None


def _text_fault(content: bytes, kind: StaticKind) -> tuple[str, str] | None:
    hint = "用记事本打开，“另存为”时编码选 UTF-8"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "文字不是 UTF-8 编码，读者看到的是乱码", hint
    if CONTROL.search(text):
        return f"内容不是“{kind.title}”，可能改过扩展名", f"用原来的软件另存为 .{kind.ending}"
    if HTML.match(text):
        return "内容是网页，可能改过扩展名", "网页由程序生成：内容写成文章（portal new article）"
    return None
