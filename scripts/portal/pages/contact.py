"""How readers reach the editor, and the numbers at the foot of every page: what the settings say, and nothing else.

Takes the settings, gives labels, texts and addresses. The hotline is no way to the editor: it takes complaints.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from portal.pages.document import FooterCode
from portal.records.settings import Settings

# Where anybody can look a number up: those who may publish have to link it to its register.
ICP_REGISTER = "https://beian.miit.gov.cn/"
POLICE_REGISTER = "https://beian.mps.gov.cn/#/query/webSearch?code="
DIALLED = re.compile(r"[(]?[+0-9][-0-9() ]*")


class Way(NamedTuple):
    """One way to the editor; without an address it is only read, such as where to send a letter."""

    name: str
    text: str
    address: str = ""


def ways(settings: Settings) -> list[Way]:
    """The ways that are known, the quickest first."""
    contact = settings.contact
    found = []
    if contact.form:
        found.append(Way("网上填写", "打开填写的网页", contact.form))
    if contact.email:
        found.append(Way("邮箱", contact.email, f"mailto:{contact.email}"))
    if contact.phone:
        found.append(Way("电话", contact.phone, f"tel:{dialled(contact.phone)}"))
    if found and contact.address:
        found.append(Way("写信", contact.address))
    return found


def dialled(phone: str) -> str:
    """What a phone dials: `021-57930000转8001` without the extension, which a person asks for."""
    number = DIALLED.search(unicodedata.normalize("NFKC", phone))
    return re.sub("[() ]", "", number[0]).strip("-") if number else ""


def footer_codes(settings: Settings) -> list[FooterCode]:
    """Those that are filled in; unknown ones are left out, never invented."""
    police = re.sub(r"[^0-9]", "", settings.police_number or "")
    known = (
        ("网站标识码", settings.site_id_code, ""),
        ("ICP备案号", settings.icp_number, ICP_REGISTER),
        ("公安备案号", settings.police_number, POLICE_REGISTER + police if police else ""),
        ("地址", settings.contact.address, ""),
        ("电话", settings.contact.phone, ""),
    )
    return [FooterCode(name, code, register) for name, code, register in known if code]
