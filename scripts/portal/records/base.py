"""The common ground of all records: frozen, no unknown keys, every field explained in Chinese.

`described` gives a field its Chinese name and explanation; the JSON Schemas, the editor's hover
text, the messages of `portal check` and the data dictionary all come from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

FORMERLY = "改过编号的，写以前用过的编号：旧网址会转到新网址，旧编号不再给别的内容"


class Record(BaseModel):
    """Base of every record and every part of one."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    # Keys of an earlier form of the file, each with the key that took its place: `portal migrate` changes them.
    outdated_keys: ClassVar[Mapping[str, str]] = {}


def described(name: str, explanation: str = "", default: Any = ..., **limits: Any) -> Any:
    """A pydantic field whose title is the Chinese `name`; without `default` it must be present."""
    return Field(default, title=name, description=explanation or name, **limits)
