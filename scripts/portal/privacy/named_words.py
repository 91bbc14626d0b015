"""The words that name a number of a person, and the shape of the numbers behind each of them.

The words are the field's own: 执法证号, 健康证编号, 往来港澳通行证, 开户账号; a new kind of number is a row of `WORDS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.privacy.found import Kind
from portal.privacy.plates import PROVINCES
from portal.privacy.runs import INNER

# Between the word and its number.
FILLER = (
    r"(?:[ \n*_~`|\"'“”‘’「」『』【】《》()\[\]:=/#>—-]|[Nn][Oo]\.?|[Nn]umber|证?件?字?号码?|编[号码]|[\u4e00-\u9fff]字第|证[书件]?|档案|核准号|账号|帐号|账户|书"
    r"|第|为|是|系|分别|均|,(?= ?(?:编|证)号)|登记为?|一栏|尾号|[写抄填记][成作为的]|应为|误[写作为]|显示|全称|完整){0,10}"
)
# Between a word and numbers so long that nothing else looks like them.
LOOSE = r"(?:[^0-9A-Za-z。;]|[Nn][Oo]\.?(?![A-Za-z])|[Nn]umber){0,18}"
NEXT = re.compile(
    r"[*_」”\"')]{0,3} ?(?:[、,/;]|和|及|与|以及|(?<=\)) ?(?=[\u4e00-\u9fff×*]{1,4}\()) ?(?:[\u4e00-\u9fff]{1,4}(?=\())?[*_「“\"'(]{0,3}"
)
COUNTED = (
    r"(?![0-9A-Za-z×某]|\*{3}|\.[0-9]|,[0-9]{3}(?![0-9])| ?(?:元|万|亿|%|年|级|届|人|名|份|张|个|家|天))"
)


def digits(least: int, most: int) -> str:
    return rf"[0-9](?:{INNER}[0-9]){{{least - 1},{most - 1}}}"


def code(letters: int, least: int, most: int) -> str:
    """Up to so many letters, then digits with letters among them, `least` to `most` characters after the first letters."""
    return rf"(?:[A-Za-z]{INNER}){{0,{letters}}}[0-9](?:{INNER}[0-9A-Za-z]){{{least - 1},{most - 1}}}"


IDENTITY = rf"[1-9](?:{INNER}[0-9]){{13,18}}(?:{INNER}[Xx])?"
# 沪市监0916218, 沪金卫健2024第02817号.
REGIONAL = rf"(?:20[0-9]{{2}}[-/. ])?(?:[{PROVINCES}金][\u4e00-\u9fff]{{0,4}}[ -]?)?(?:[0-9]{{4}})?第?{code(6, 4, 20)}号?"


# Whose papers are a person's, and what stands between the trade and the number: 厨师证（证书编号.
TRADES = (
    "厨师|烹[调饪]师|[面西]点师|茶艺师|咖啡师|调酒师|营养[师员]|[医药教技]师|护士|电工|焊工|叉车|电梯|特种(?:设备)?作业|保育|育婴|[检化][验测]员|安全[管总]?[理监]?[员师]?"
    "|管理员|从业|健康|上岗|职业|资格|技能|培训|驾驶|个人"
)
PAPER = r"[^0-9A-Za-z。;\n疫许]{0,10}证[^0-9A-Za-z。;\n]{0,5}(?:号码?|[Nn][Oo]\.?|(?<=[证书])(?:[ :(]|(?=[0-9A-Za-z][0-9A-Za-z-]{7})))[^0-9A-Za-z。;\n]{0,4}?"


@dataclass(frozen=True, slots=True)
class Named:
    """Words for one kind of number, the shape of the number, what is written instead."""

    kind: Kind
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    shape: re.Pattern[str]
    masked: str


def named(kind: Kind, words: str, shape: str, masked: str, filler: str = FILLER) -> Named:
    each = tuple(words.split())
    return Named(
        kind, each, re.compile("|".join(each)), re.compile(rf"{filler}(?P<number>{shape}){COUNTED}"), masked
    )


WORDS = (
    named(
        Kind.PASSPORT,
        "护照号?码? [Pp]assport 通行证号?码? 回乡证 台胞证 永久居留(?:身份)?证? 永居证 旅行证 签证号? 居留许可 海员证 出入境证件",
        code(3, 6, 20),
        "（出入境证件号码略）",
    ),
    named(Kind.PASSPORT, "证件号码? 证照号码?", code(2, 7, 9), "（证件号码略）"),
    named(
        Kind.IDENTITY_NUMBER,
        "身份证 身份号码? 公民身份 身分证? 证件号码? 证照号码? [Ss][Ff][Zz] (?<![0-9A-Za-z])[Ii][Dd]\\s?[Cc]ard",
        IDENTITY,
        "（身份证号码略）",
        LOOSE,
    ),
    named(
        Kind.ENFORCEMENT_ID,
        "执法(?:资格|人员|检查)?证(?:件|书)? 监督员?证 检查证 警号 警官证 警员编号 (?<![疫可格地册标利动检定案记认产营照凭])证号",
        REGIONAL,
        "（执法证号略）",
    ),
    named(
        Kind.ENFORCEMENT_ID,
        "执法身份证件? 身份证件",
        rf"[{PROVINCES}][\u4e00-\u9fff]{{0,4}} ?(?:[0-9]{{4}})?第?{code(4, 4, 20)}号?",
        "（执法证号略）",
    ),
    named(
        Kind.ENFORCEMENT_ID,
        "执法人员 检查人员 承办人员?",
        rf"(?!20[0-9]{{2}}-|20[0-9]{{6}}(?![0-9])){code(2, 7, 14)}",
        "（执法证号略）",
        r"[^0-9A-Za-z。;,\n]{0,6}[(:\[ 、][^0-9A-Za-z。;,\n]{0,4}",
    ),
    named(
        Kind.PERMIT,
        "健康(?:合格|体检)?证明? 驾驶?证 驾照 资格证书? 厨师证 上岗证 培训合?格?证书? 管理员证书? 职业资格证?书? 社保卡?(?:号码?)?"
        " 社会保障(?:卡|号码) 医保(?:卡|号) 医疗保险 残疾人?证 就诊卡 病历号 门诊号 老年卡 敬老卡 优待证 退[伍役]军人\\S{0,3}证"
        " 军官证 士兵证 军人证 居住证 退休证 工作证 准考证 出生(?:医学)?证明? 户口[簿本] 结婚证 离婚证 学生证 低保证 律师证 执业证 记者证"
        " 骑手证 配送员证 保安员?证 快递员证 体检合?格?证 会员证 员工证 职工证",
        REGIONAL,
        "（证件编号略）",
    ),
    named(Kind.PERMIT, TRADES.replace("|", " "), REGIONAL, "（证件编号略）", PAPER),
    named(
        Kind.PERMIT,
        "学(?:籍[主辅副]?)?号 体检[表单]?编?号 (?<![加施])工号 工牌 胸牌 饭卡 学生卡 校园卡 员工编号 学员号 考生编?号 骑手编号 住院号 病案号",
        code(4, 3, 20),
        "（编号略）",
    ),
    named(
        Kind.ACCOUNT,
        "[账帐]\\s?号 账户 帐户 卡号 存折 开户 支行 分行 信用社 农商行 汇[至到入] [Aa]/[Cc](?:\\s[Nn]o\\.?)? [Aa]ccount(?:\\s[Nn]o\\.?)? 核准号"
        " 银行卡? 借记卡 信用卡 [工建农中交招]行 邮储 [全整]号 收款户 付款户 户头",
        rf"(?!20[0-9]{{6}}(?![0-9])){code(3, 8, 28)}",
        "（账号略）",
    ),
    named(
        Kind.ACCOUNT,
        "[账帐]\\s?[号户] 卡号 开户 收款 汇款 转账 打款 [打汇转][入到至] 银行",
        digits(12, 24),
        "（账号略）",
        r"(?:(?!流水|[单批]|订|编|码|凭证)[^0-9A-Za-z。;\n]){0,14}",
    ),
)
