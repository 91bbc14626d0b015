"""What the rules of publicity came to need of cases and words: the day of disclosure, and names of penalties.

A named case gets the day from which its period counts (the program took the day of publication for it); a vocabulary gets
the words of law that rules rely on, such as 吊销营业执照, at the end of their lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.formats.merging.yaml_text import YamlText
from portal.records.vocabulary import LEGAL_WORDS
from portal.records.written import parse_date
from portal.source.reading import Reading

CHECK_IT = "迁移：照发布日期填的，请对照公示系统核对"
ADDRESSES = {
    "简易程序": "summary",
    "自然人": "person",
    "警告": "warning",
    "通报批评": "criticism",
    "罚款": "fine",
    "没收违法所得": "confiscate-income",
    "没收非法财物": "confiscate-goods",
    "限制开展生产经营活动": "restrict-operation",
    "责令停产停业": "suspend-business",
    "限制从业": "restrict-employment",
    "降低资质等级": "downgrade",
    "吊销许可证件": "revoke-licence",
    "吊销营业执照": "revoke-business-licence",
    "责令关闭": "close",
}


def with_day_of_disclosure(reading: Reading) -> str:
    """`decision.disclosed_on` of a published named case that has none; teaching cases and drafts stay as they are."""
    data: dict[str, Any] = reading.data or {}
    decision, party, published_on = (data.get(key) for key in ("decision", "party", "published_on"))
    if not isinstance(decision, dict) or not isinstance(party, dict) or not decision:
        return reading.file.original
    if party.get("form") != "named" or published_on is None or "disclosed_on" in decision:
        return reading.file.original
    after = "decided_on" if "decided_on" in decision else list(decision)[-1]
    text = YamlText(reading.file)
    try:
        text.insert(("decision",), after, {"disclosed_on": parse_date(published_on)}, comment=CHECK_IT)
    except ValueError:
        # The day is no day: that is told by the check, and nothing can be taken from it.
        return reading.file.original
    return text.result()


def with_legal_words(reading: Reading) -> str:
    """Words that stand as an alias of another are left alone: only a person knows which of the two is meant."""
    text = YamlText(reading.file)
    for group, words in LEGAL_WORDS.items():
        terms = (reading.data or {}).get(group)
        if isinstance(terms, list) and terms and all(isinstance(term, dict) for term in terms):
            lines = [f"- {{id: {address}, name: {word}}}" for word, address in _missing(terms, words)]
            if lines:
                text.insert_lines((group,), len(terms) - 1, lines)
    return text.result()


def _missing(terms: list[dict[str, Any]], words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    known = {name for term in terms for name in (term.get("name"), *(term.get("aliases") or ()))}
    taken = {term.get("id") for term in terms}
    for word in words:
        if word not in known:
            address = ADDRESSES[word]
            yield word, address if address not in taken else f"{address}-2"
