"""Is this really an .xlsx, and can it be opened in bounded time and memory?

Takes the bytes of a file, gives the merged ranges of every XML part, or the reason for refusing.
Runs before openpyxl, which trusts sizes: one merged range over a whole sheet would keep it busy for hours.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterable

from portal.formats.workbook.cell import Remark
from portal.formats.workbook.probe import CLEAN, SAVE_AS, Probe, Range, RefusalError

MAX_BYTES = 20 * 1024 * 1024
MAX_XML_BYTES = 40 * 1024 * 1024
MAX_MEDIA_BYTES = 200 * 1024 * 1024
MAX_PARTS = 2_000
MEDIA = "xl/media/"
MACRO_SHEETS = "xl/macrosheets/"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def inspect(name: str, content: bytes) -> dict[str, tuple[Range, ...]] | Remark:
    """The merged ranges (min column, min row, max column, max row; from 1) of every XML part by its path."""
    try:
        _check_kind(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _probe_all(archive)
    except RefusalError as refused:
        return Remark(name, refused.message, refused.hint)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ET.ParseError, EOFError, ValueError):
        return Remark(name, "文件已损坏，打不开", f"向报送单位重新要一份；或者{SAVE_AS}")


def has_macros(name: str, content: bytes) -> bool:
    """Whether a file that was inspected carries macros, or is named as one that does."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [part.lower() for part in archive.namelist()]
    programs = any(part.endswith("vbaproject.bin") or part.startswith(MACRO_SHEETS) for part in parts)
    return programs or name.lower().endswith((".xlsm", ".xltm"))


def _check_kind(content: bytes) -> None:
    if not content:
        raise RefusalError("文件是空的（0 字节）", "向报送单位重新要一份")
    if len(content) > MAX_BYTES:
        raise RefusalError(f"文件有 {len(content) // 1024 // 1024} MB，超过 20 MB 的上限", CLEAN)
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise RefusalError(
                "文件设了打开密码，读不了",
                "在 Excel 里点“文件→信息→保护工作簿→用密码进行加密”，清空密码后保存",
            )
        raise RefusalError("这是旧版 Excel（.xls）文件，不是 .xlsx", SAVE_AS)
    if not content.startswith(b"PK"):
        raise RefusalError("这不是 Excel 工作簿，可能是 CSV、网页或别的文件改了扩展名", SAVE_AS)


def _probe_all(archive: zipfile.ZipFile) -> dict[str, tuple[Range, ...]]:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise RefusalError("压缩包设了密码，读不了", "向报送单位要一份没有密码的文件")
    if "xl/workbook.bin" in names:
        raise RefusalError("这是 Excel 二进制工作簿（.xlsb），不是 .xlsx", SAVE_AS)
    if not any(name.startswith("xl/") for name in names):
        raise RefusalError("这是压缩包或别的文档，不是 Excel 工作簿", SAVE_AS)
    # zipfile never unpacks more than the size a part declares, so the declared sizes are a true bound.
    media = sum(part.file_size for part in parts if part.filename.startswith(MEDIA))
    rest = sum(part.file_size for part in parts) - media
    if len(parts) > MAX_PARTS or rest > MAX_XML_BYTES or media > MAX_MEDIA_BYTES:
        raise RefusalError("文件解压后大得不合理，没有打开", CLEAN)
    return _probed(archive, parts)


def _probed(archive: zipfile.ZipFile, parts: Iterable[zipfile.ZipInfo]) -> dict[str, tuple[Range, ...]]:
    """Every part that is read as XML: some are known for it only from what others say."""
    probe = Probe()
    merged: dict[str, tuple[Range, ...]] = {}
    waiting = list(parts)
    while found := [part for part in waiting if probe.will_be_read(part.filename)]:
        waiting = [part for part in waiting if part not in found]
        merged |= {part.filename: probe.part(archive, part) for part in found}
    return merged
