"""What the site and its files say about themselves: codes that are known, an address that exists, words that rules rely on, the schema in the first line."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.reading.record_kinds import KINDS
from portal.records import Site
from portal.records.vocabulary import LEGAL_WORDS
from portal.rules.engine import site_rule
from portal.source import Diagnostic, Span, error, warning

CODES = {
    "site_domain": "网站域名",
    "site_id_code": "网站标识码",
    "icp_number": "ICP 备案号",
    "police_number": "公安备案号",
}
CONTACTS = {"phone": "办公电话", "address": "地址"}
ADDRESS = re.compile(r"https?://(?P<host>[^/:\s]+)(?::[0-9]+)?/(?:[^?#\s]*/)?")
NOWHERE = "example.invalid"


@site_rule("SITE-UNKNOWN-01")
def codes_are_known(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """页脚要有网站标识码、备案号和联系方式；还不知道的留空，不能编造。

    政府网站页脚应当列明这些编码。没有填的，页面上就不显示。
    错：随便填一个 10 位的网站标识码
    对：删去这一行，问到以后再填
    程度：提醒
    """
    settings = site.settings.record
    missing = [f"{title}（{name}）" for name, title in CODES.items() if getattr(settings, name) is None]
    missing += [
        f"{title}（contact.{name}）"
        for name, title in CONTACTS.items()
        if getattr(settings.contact, name) is None
    ]
    if missing:
        message = f"还没有填：{'、'.join(missing)}"
        yield warning(
            site.settings.path,
            site.settings.at(),
            "SITE-UNKNOWN-01",
            message,
            "问到以后填在 site.yaml 里，不要编造",
        )


@site_rule("SITE-EDITOR-01")
def editor_can_be_reached(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """读者发现网页写错了，要找得到编辑：电话、邮箱、网上填写的网址，至少填一样。

    每一页的“纠错”、页脚的“我要纠错”通到这里；一样都没有的，这两处不显示。12315 受理投诉举报，不改网页。
    错：`contact` 里只有 `hotline: "12315"`
    对：加上 `phone`（办公电话）、`email`（邮箱）或者 `form`（政府网站统一的纠错页面）
    程度：提醒
    """
    if not site.settings.record.contact.reaches_editor:
        message = "读者发现写错了，没有办法告诉编辑，网页上不显示“我要纠错”"
        hint = "在 contact 里填电话（phone）、邮箱（email）或者网上填写的网址（form）"
        yield warning(site.settings.path, site.settings.at("contact"), "SITE-EDITOR-01", message, hint)


@site_rule("SITE-ID-01")
def site_id_code_is_local(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """网站标识码是十位数字；填了行政区划代码（division_code）的，以它开头。

    错：`division_code: "310116"`，`site_id_code: "3101000001"`
    对：十位、以 310116 开头、由主管部门给的那个编码
    程度：错误
    """
    settings = site.settings.record
    division, code = settings.division_code or "", settings.site_id_code
    if code is not None and not (re.fullmatch("[0-9]{10}", code) and code.startswith(division)):
        right = f"以 {division} 开头的十位数字" if division else "十位数字"
        place = site.settings.at("site_id_code")
        hint = "核对主管部门给的编码；不知道就删去这一行"
        yield error(site.settings.path, place, "SITE-ID-01", f"网站标识码“{code}”不是{right}", hint)


@site_rule("SITE-URL-01")
def address_is_real(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """网址要完整、真实，以 / 结尾。

    页面里的 Url 标签、站点地图和订阅都从它来；example.invalid 是占位，发布前要换掉。
    错：`site_url: www.example.invalid/food-safety`
    对：以 https:// 开头、以 / 结尾的真实网址
    程度：提醒
    """
    settings = site.settings.record
    address = ADDRESS.fullmatch(settings.site_url)
    host = f".{address['host']}" if address else ""
    if not host:
        message, hint = "网址不完整", "写成 https://域名/路径/ 的样子，以 / 结尾"
    elif host.endswith(f".{NOWHERE}"):
        message, hint = "网址还是占位的 example.invalid", "换成网站发布后的真实网址"
    elif settings.site_domain and not host.endswith(f".{settings.site_domain}"):
        message, hint = f"网址不在网站域名 {settings.site_domain} 之下", "核对 site_url 和 site_domain"
    else:
        return
    yield warning(site.settings.path, site.settings.at("site_url"), "SITE-URL-01", message, hint)


@site_rule("SITE-FEEDS-01")
def feed_ids_stay(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """订阅里每一条的编号要写明用哪个域名、哪一年（feed_ids），写了就不再改。

    阅读器靠编号认出哪些读过、哪些已经撤下。不写的，编号跟着网址走：网站换了域名，读者会把旧的全部再收一遍，
    撤下的案例也盖不掉以前收到的（编号的写法见 RFC 4151）。
    错：没有 `feed_ids`
    对：`feed_ids: {authority: 本单位的域名, year: 2024}`，年份是域名已经归本单位的某一年
    程度：提醒
    """
    if site.settings.record.feed_ids is None:
        message = "没有写订阅编号用的域名和年份，网站换了域名，编号都会变"
        hint = "写 feed_ids：authority（本单位的域名，不一定是网站的）和 year（域名已经归本单位的某一年）"
        yield warning(site.settings.path, site.settings.at("site_url"), "SITE-FEEDS-01", message, hint)


@site_rule("SITE-WORD-01")
def legal_words_are_there(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """公示规则要认的词，在用词表里不能改名。

    简易程序，自然人，警告、通报批评、罚款、没收违法所得、没收非法财物，限制开展生产经营活动、责令停产停业、限制从业，
    降低资质等级、吊销许可证件、吊销营业执照、责令关闭：哪些处罚不公示、公示多久，都看这些词
    （《市场监督管理行政处罚信息公示规定》第二条、第十三条至第十五条）。改了名，规则就认不出来。老的用词表缺的，
    `portal migrate --write` 会补上。
    错：把 `name: 简易程序` 改成 `name: 当场处罚`
    对：保留原词，别的叫法写进 `aliases`
    程度：错误
    """
    vocabulary = site.vocabulary
    for group, words in LEGAL_WORDS.items():
        known = {term.name for term in getattr(vocabulary.record, group)}
        for word in words:
            if word not in known:
                message = f"用词表的 {group} 里没有“{word}”，公示规则要用这个词"
                hint = f"在 {group} 里加上“{word}”，或者运行 portal migrate；别的叫法写进它的 aliases"
                yield error(vocabulary.path, vocabulary.key(group), "SITE-WORD-01", message, hint)


@site_rule("SITE-MONTHS-01")
def campaign_has_months(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """专项行动的开始月份不能晚于结束月份。

    各月的数据、欠报的提醒和进度都按这段时间算。
    错：`first_month: 2025-03`，`last_month: 2024-05`
    对：`first_month: 2024-05`，`last_month: 2025-03`
    程度：错误
    """
    campaign = site.campaign
    if campaign.record.first_month > campaign.record.last_month:
        message = f"开始月份 {campaign.record.first_month} 晚于结束月份 {campaign.record.last_month}"
        yield error(
            campaign.path, campaign.at("first_month"), "SITE-MONTHS-01", message, "对照通知改正两个月份"
        )


@site_rule("FILE-SCHEMA-01")
def names_its_schema(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """数据文件的第一行写明它的格式。

    编辑器靠这一行给出每一项的说明、可选的词和当场的提示；少了它不影响网站，只是填写时没有帮助。
    错：第一行就是 `id: 2024-001`
    对：第一行写 `# yaml-language-server: $schema=../../../site_config/schemas/case.schema.json`
    程度：提醒
    """
    for kind in (one for one in KINDS if one.is_data):
        expected = kind.schema_line
        seen = ""
        for entry in kind.entries(site):
            if entry.path != seen and not entry.file.original.startswith(expected):
                place = Span(1, 1, 1, len(entry.file.lines[0]) + 1)
                hint = f"第一行写 {expected}"
                yield warning(entry.path, place, "FILE-SCHEMA-01", "第一行没有写明数据格式", hint)
            seen = entry.path
