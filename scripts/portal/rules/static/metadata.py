"""What a file says without showing it: where a photograph was taken, who wrote a document, what was struck out of it.

Photographs carry the place as GPS data of Exif or XMP, videos as an atom of their own; office files and PDF carry names.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from PIL import ExifTags, Image

from portal.records import Site
from portal.records.static_file import StaticFile
from portal.rules.engine import site_rule
from portal.rules.static.kinds import PICTURES, opened
from portal.source import FILE_START, Diagnostic, error, warning
from portal.static_kinds import static_kind_of

XMP_PLACE = re.compile(rb"exif:GPSL(?:atitude|ongitude)\s*[=>]", re.IGNORECASE)
VIDEO_PLACE = re.compile(
    rb"\xa9xyz.{4}[+\-][0-9]|com\.apple\.quicktime\.location\.ISO6709|loci\x00{4}", re.DOTALL
)
PEOPLE_IN_PICTURE = (ExifTags.Base.Artist, ExifTags.Base.CameraOwnerName, ExifTags.Base.XPAuthor)
CORE, APP = "docProps/core.xml", "docProps/app.xml"
PEOPLE = re.compile(r"<(?:dc:creator|cp:lastModifiedBy|Manager)\b[^>]*>(?P<name>[^<]+)<")
# Programs that write themselves, systems that nobody has named.
NOBODY = re.compile(
    r"\s*(?:python-docx|openpyxl|un-?named|(?:microsoft )?office.*|user|admin|administrator|微软用户|用户|wps.*|apache poi)?\s*",
    re.IGNORECASE,
)
REMARKS = re.compile(r"(?:word/comments\w*|xl/(?:threadedComments/.*|comments\w*)|ppt/comments/.*)\.xml")
REVISION = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b")
PDF_AUTHOR = re.compile(rb"/Author\s*(?:\((?P<text>(?:\\.|[^\\()])*)\)|<(?P<hex>[0-9A-Fa-f\s]*)>)", re.DOTALL)
XMP_AUTHOR = re.compile(rb"<dc:creator>.{0,200}?<rdf:li[^>]*>(?P<name>[^<]+)<", re.DOTALL)
LONGEST_PART = 20 * 1024 * 1024
CLEAN = "在 Windows 里右键点它，“属性”→“详细信息”→“删除属性和个人信息”"
CLEAN_PDF = "从 Word 里另存为 PDF 时，在“选项”里去掉“文档属性”，再换上新文件"
CLEAN_OFFICE = "在“文件”→“信息”→“检查文档”里删去文档属性、批注和修订，再另存"


@site_rule("STATIC-GPS-01")
def photographs_tell_no_place(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的照片和视频不能带拍摄地点。

    手机拍的照片里存着经纬度，谁都能读出来；连着时间就是行踪，属于敏感个人信息（《个人信息保护法》第二十八条）。Word、Excel
    文件里插的照片也查。
    错：手机里直接传来的原图
    对：删去属性后再放的照片
    程度：错误
    """
    for one, _ in opened(site):
        if _facts(one).place:
            message = "照片、视频里存着拍摄地点（经纬度）"
            yield error(one.place, FILE_START, "STATIC-GPS-01", message, f"{CLEAN}；或者截图、另存后再放")


@site_rule("STATIC-AUTHOR-01")
def documents_tell_no_names(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的文件，属性里不要留作者姓名，Word 文件里不要留批注和修订痕迹。

    “作者”“最后一次保存者”常是经办人的姓名；修订痕迹里有删去的文字，读者都看得到。PDF 的作者写在压缩过的部分里时查不出来。
    错：属性里作者是经办人姓名的 .docx
    对：“检查文档”删去属性、批注和修订以后另存
    程度：提醒
    """
    for one, kind in opened(site):
        facts = _facts(one)
        named = [name for name in facts.people if name.strip() not in (site.settings.record.bureau, "")]
        # The names are not repeated: what is printed on a terminal ends up in logs.
        told = [f"文件的属性里有作者姓名或者单位（{len(named)} 处）"] if named else []
        for said in (*told, *facts.remarks):
            hint = CLEAN_OFFICE if kind.part else CLEAN_PDF if kind.ending == "pdf" else CLEAN
            yield warning(one.place, FILE_START, "STATIC-AUTHOR-01", said, hint)


class Facts(NamedTuple):
    """Whether a file tells where it was made; who is named in its properties; what else readers should not see."""

    place: bool = False
    people: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def _facts(file: StaticFile) -> Facts:
    kind = static_kind_of(file.path)
    try:
        content = file.read()
    except OSError:
        return Facts()
    if kind and kind.ending in PICTURES:
        return Facts(_tells_place(content), _somebody(_people_in_picture(content)))
    if kind and kind.part:
        return _office(content)
    if kind and kind.ending == "pdf":
        return Facts(people=_somebody(_people_in_pdf(content)))
    return Facts(bool(kind and kind.ending == "mp4" and VIDEO_PLACE.search(content)))


def _tells_place(content: bytes) -> bool:
    if XMP_PLACE.search(content):
        return True
    try:
        with Image.open(io.BytesIO(content), formats=[*dict.fromkeys(PICTURES.values())]) as picture:
            place = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # Pillow raises whatever a damaged block happens to cause
        return False
    return any(tag in place for tag in (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude))


def _people_in_picture(content: bytes) -> Iterator[str]:
    try:
        with Image.open(io.BytesIO(content), formats=[*dict.fromkeys(PICTURES.values())]) as picture:
            exif = picture.getexif()
            found = [exif.get(tag) or exif.get_ifd(ExifTags.IFD.Exif).get(tag) for tag in PEOPLE_IN_PICTURE]
            found.append(picture.info.get("Author"))
    except Exception:  # as above
        return
    for one in filter(None, found):
        yield one.decode("utf-16-le", "replace") if isinstance(one, bytes) else str(one)


def _office(content: bytes) -> Facts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        people = [name for part in (CORE, APP) if part in names for name in _people_in(archive, part)]
        told = []
        if any(REMARKS.fullmatch(name) for name in names):
            told.append("文件里有批注，读者看得到")
        if "word/document.xml" in names and REVISION.search(_part(archive, "word/document.xml")):
            told.append("文件里有修订痕迹，删去的文字读者看得到")
        place = any(_tells_place(_part(archive, name)) for name in names if _is_picture(name))
    return Facts(place, _somebody(people), tuple(told))


def _is_picture(name: str) -> bool:
    return "/media/" in name and name.lower().rpartition(".")[2] in PICTURES


def _people_in(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    text = _part(archive, part).decode("utf-8", "replace")
    return (unescape(match["name"]) for match in PEOPLE.finditer(text))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """At most so much of a part as a document can have; nothing of one that is damaged."""
    try:
        with archive.open(name) as stream:
            return stream.read(LONGEST_PART)
    except Exception:  # zipfile raises whatever a damaged part happens to cause
        return b""


def _people_in_pdf(content: bytes) -> Iterator[str]:
    for match in PDF_AUTHOR.finditer(content):
        yield _pdf_text(match["text"] if match["hex"] is None else _from_hex(match["hex"]))
    for match in XMP_AUTHOR.finditer(content):
        yield unescape(match["name"].decode("utf-8", "replace"))


def _from_hex(digits: bytes) -> bytes:
    """A last digit that stands alone is followed by a zero that nobody has written."""
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0")[: (len(plain) + 1) // 2 * 2].decode())


def _pdf_text(raw: bytes) -> str:
    return (
        raw.decode("utf-16", "replace")
        if raw[:2] in (b"\xfe\xff", b"\xff\xfe")
        else raw.decode("utf-8", "replace")
    )


def _somebody(people: Iterable[str]) -> tuple[str, ...]:
    """Without programs that write themselves, and what systems call those who have not said their name."""
    return tuple(one for one in people if not NOBODY.fullmatch(one))
