"""TEXT-ABSOLUTE-01: nobody is promised that nothing can happen.

Claims such as 绝对安全 and 零风险 in what readers are told. Not in what is denied, quoted, asked or ascribed to others,
and not in the wrong options of a question.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.question import Question
from portal.records.question_type import JUDGE
from portal.rules.engine import Finding, record_rule
from portal.rules.items.negatives import negations
from portal.rules.public_text import PublicText, span_of
from portal.rules.running_text import READ, is_quoted, matches, sentence
from portal.source import Severity

GOOD = "安全|放心|可靠|无害|无毒|合格|健康|卫生"
NO_HARM = "风险|隐患|危害|危险|问题|副作用|毒性|伤害|害处|污染|后患|毒"
HAPPEN = "出问题|有问题|出事|变质|过期|腐败|坏掉?|中毒|超标|生病|有危险|有风险|发霉"
CLAIM = re.compile(
    rf"绝对(?:的)?(?:{GOOD}|没有?(?:任何)?(?:{NO_HARM})|没事|不会(?:{HAPPEN}))"
    rf"|零(?:{NO_HARM}|事故|差错)(?!化|报告)"
    rf"|(?:百分之?百|100\s?[%％])(?:的)?(?:{GOOD}|有效|没有?(?:{NO_HARM})|没事|不会(?:{HAPPEN}))"
    rf"|绝无(?:任何)?(?:{NO_HARM}|可能|例外)|绝不会(?:{HAPPEN})"
    rf"|完全(?:{GOOD}|没有?(?:任何)?(?:{NO_HARM}))(?!处理|的?目的)"
    rf"|(?:毫无|没有(?:任何|一点|丝毫|半点)|无任何)(?:{NO_HARM})"
    rf"|永(?:远)?(?:不会?|无)(?:再)?(?:{HAPPEN}|{NO_HARM})|永远(?:{GOOD})"
    rf"|万无一失|包治百病|(?:保证|肯定|一定)(?:不会|没有?|不)(?:{HAPPEN}|{NO_HARM}|得病)"
    rf"|(?:吃了|吃|用了|用|喝了|喝)(?:绝对|肯定|保证|一定|都)没事"
)
ASKED = re.compile("绝对|[零绝毫]|百分|100|完全|没有|无任何|永|万无|包治|保证|肯定|一定|没事")
DENIED = re.compile(
    r"(?:不|没有?|并非|未|别|勿|非|无法|难以|难|哪有|哪里有|何来|岂|谁也|怎么可能|做不到|不存在|误以为|以为|认为|觉得|误区"
    r"|声称|宣称|号称|自称|宣传|标榜|吹嘘|谎称|说成|所谓|谣言|误解|错误|听信|轻信|相信|鼓吹|标注|承诺|打着|确保|力争|力求|争取|努力)[^，。；：]{0,14}$"
)
UNTRUE_LINE = re.compile(r"^[\s#*\-\d.、“]*(?:误区|谣言|传言|错误|不实|流言)")
DENIED_BEHIND = re.compile(
    r"^[^，。；]{0,10}(?:不存在|不可能|做不到|是?没有的|并不|是?不对|是?错|是?假|不成立|不科学|不现实|不准确|不等于|吗|么|的说法|的误区|的宣传|这种话|这样的话)"
)


@record_rule("TEXT-ABSOLUTE-01", *READ, severity=Severity.WARNING)
def promises_nothing_absolute(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """不说“绝对安全”“零风险”这样的话。

    没有哪一样食品、哪一种做法没有一点风险；话说满了，出一件事就是失信，也误导读者放松警惕。否定的、打引号的、转述别人的说法，
    题目里错误的选项和要判断为错的话，不在此列。
    错：按这个办法存放，食品绝对安全
    对：按这个办法存放，变质的风险低得多；吃之前还要看、闻、彻底加热
    """
    for text, match in matches(entry, CLAIM, ASKED):
        if _is_answer_to_refuse(entry.record, text) or not is_promised(text.value, *match.span()):
            continue
        place = span_of(entry, text, match.start(), match.end())
        hint = f"“{match[0]}”改成有分寸的话，如“风险较低”，并写明在什么条件下"
        yield Finding(place, f"“{match[0]}”把话说满了", hint)


def is_promised(text: str, start: int, end: int) -> bool:
    """Whether the claim at this place is the text's own: not denied, quoted, asked or ascribed to others."""
    before, after = sentence(text, start, end)
    is_asked = text[end + len(after) : end + len(after) + 1] in ("？", "?")
    if is_asked or is_quoted(text, start) or UNTRUE_LINE.search(before):
        return False
    return not (DENIED.search(before) or DENIED_BEHIND.search(after))


def _is_answer_to_refuse(record: Record, text: PublicText) -> bool:
    """A wrong option, a right one where the question asks for what is untrue, a statement to be judged as wrong."""
    if not isinstance(record, Question):
        return False
    if text.path[0] == "stem":
        return record.kind is JUDGE and "wrong" in record.answer_ids
    if text.path[0] != "options":
        return False
    return (text.path[1] in record.answer_ids) == bool(list(negations(record.stem)))
