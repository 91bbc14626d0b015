"""`site_config/site.yaml`: what differs from one bureau to the next."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.scalars import Count, Text


class Contact(Record):
    """How to reach the bureau; unknown ones stay empty and are reported by `check`."""

    hotline: Text = described("投诉举报电话", "", "12315")
    phone: Text | None = described("办公电话", "", None)
    address: Text | None = described("地址", "", None)
    email: Text | None = described("邮箱", "", None)
    form: Annotated[Text, Field(pattern=r"^https?://[^\s\"'<>]+$")] | None = described(
        "网上填写", "读者在网上告诉编辑哪里写错了的网址，如政府网站统一的纠错页面；没有就不填", None
    )

    @property
    def reaches_editor(self) -> bool:
        """Whether readers can say that something is wrong on a page; the hotline takes complaints only."""
        return bool(self.phone or self.email or self.form)


class FeedIds(Record):
    """What the ids of feeds and calendars begin with (RFC 4151); they stay when the site moves to another domain."""

    authority: Annotated[
        Text, Field(pattern=r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$")
    ] = described("域名", "本单位的一个域名，写了就不再改，网站以后换了域名也不改；小写字母，不带 https://")
    year: Count = described("年份", "这个域名已经归本单位的某一年，写了就不再改", ge=1990, le=2100)


class Settings(Record):
    """`site.yaml`. Codes that are not known are left out, never invented."""

    site_name: Text = described("网站名称", "")
    bureau: Text = described("主办单位", "")
    site_url: Text = described("网址", "发布后的完整网址，以 / 结尾")
    site_domain: Text | None = described("网站域名", "", None)
    region: Text | None = described(
        "地区", "本站的数据是哪个地方的，如 上海市金山区；搜索引擎按地方找数据时用", None
    )
    division_code: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = described(
        "行政区划代码", "六位数字；网站标识码以它开头", None
    )
    site_id_code: Text | None = described("网站标识码", "10 位", None)
    icp_number: Text | None = described("ICP 备案号", "", None)
    police_number: Text | None = described("公安备案号", "", None)
    contact: Contact = described("联系方式", "", Contact())
    data_licence: Text = described(
        "数据使用条件",
        "写在数据开放页和每个数据文件里，由主办单位决定",
        "可以免费下载、复制、使用和转载。使用时注明来源和网址，不改变数据的原意。",
    )
    feed_ids: FeedIds | None = described(
        "订阅编号", "订阅里每一条的编号用的域名和年份；不填就用网址里的域名，换了域名编号会变", None
    )
    cases_per_page: Count = described("案例每页条数", "", 50, ge=5, le=200)
    media_kit_cases: Count = described(
        "宣传素材件数",
        "给最新的多少件案例生成海报、公众号图文、分享图和短文；文章和月度通报都有",
        100,
        ge=0,
        le=1000,
    )
    spot_checks: Text = described(
        "抽查考核文件夹",
        "每天的考核记录放在哪里，里面有每个人的答案：不公开，不进版本库；改了名字的，.gitignore 也要改",
        "spot-checks",
    )
    allowed: tuple[Allowed, ...] = answered()
