"""What an import has to say about a file it was sent: refusals stop it, notices do not.

Messages never repeat names, telephone numbers or free text of a sheet: they name the cell instead.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One remark. `address` is `文件.xlsx!工作表!E7` (or the file alone); message and hint are Chinese."""

    address: str
    message: str
    hint: str = ""


@dataclass
class Findings:
    """Remarks gathered while one file is read, in the order of reading."""

    notices: list[Finding] = field(default_factory=list)
    refusals: list[Finding] = field(default_factory=list)

    def notice(self, address: str, message: str, hint: str = "") -> None:
        self.notices.append(Finding(address, message, hint))

    def refuse(self, address: str, message: str, hint: str = "") -> None:
        self.refusals.append(Finding(address, message, hint))
