"""Files as staff bring them, made in memory, and what the rules say of them beside a small site."""

from __future__ import annotations

import datetime
import io
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from PIL import ExifTags, Image

from portal.reading import read
from portal.reading.static_folder import static_files
from portal.records import Site
from portal.records.static_file import STATIC
from portal.rules.engine import SiteRule
from portal.rules.static import drawings, kinds, metadata, names, texts
from portal.source import Diagnostic

TODAY = datetime.date(2024, 12, 1)
MODULES = (names, kinds, drawings, metadata, texts)
RULES = [rule for module in MODULES for rule in vars(module).values() if isinstance(rule, SiteRule)]


@cache
def small() -> Site:
    site = read(Path(__file__).parents[2] / "sites/small").site
    assert site is not None
    return site


def look(root: Path) -> list[Diagnostic]:
    """All that is found in the static folder of `root`."""
    site = replace(small(), static_files=static_files(root))
    return sorted(found for rule in RULES for found in rule.check(site, TODAY))


def lay(root: Path, files: Mapping[str, bytes]) -> Path:
    for path, content in files.items():
        place = root / STATIC / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return root


def codes(root: Path, files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What is found when just these files lie there: by the path of the file, shortened to the codes."""
    shutil.rmtree(root / STATIC, ignore_errors=True)
    found: dict[str, list[str]] = {path: [] for path in files}
    for one in look(lay(root, files)):
        found.setdefault(one.file.removeprefix(f"{STATIC}/"), []).append(one.code)
    return found


def picture(form: str = "JPEG", *, place: bool = False, artist: str = "") -> bytes:
    """A small photograph; with the place where it was taken, or the name of who took it."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "camera"
    if place:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (30.0, 44.0, 31.2)}
        )
    if artist:
        exif[ExifTags.Base.Artist] = artist
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, form, exif=exif)
    return stream.getvalue()


def office(part: str, text: str = "", **parts: bytes) -> bytes:
    """An office file whose main part is `part`; `parts` by their names with `__` for the slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, text or "<x/>")
        for name, content in parts.items():
            folder, _, rest = name.partition("__")
            archive.writestr(f"{folder}/{rest.replace('__', '/').replace('_DOT_', '.')}", content)
    return stream.getvalue()
