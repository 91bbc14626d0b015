"""`site_config/site.yaml` and `site_config/publicity.yaml`: what differs from one bureau to the next."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.records.base import Record, described
from portal.records.scalars import Count, Date, Number, Text


class Contact(Record):
    """How to reach the bureau; unknown ones stay empty and are reported by `check`."""

    hotline: Text = described("投诉举报电话", "", "12315")
    phone: Text | None = described("办公电话", "", None)
    address: Text | None = described("地址", "", None)
    email: Text | None = described("邮箱", "", None)


class Settings(Record):
    """`site.yaml`. Codes that are not known are left out, never invented."""

    site_name: Text = described("网站名称", "")
    bureau: Text = described("主办单位", "")
    site_url: Text = described("网址", "发布后的完整网址，以 / 结尾")
    site_domain: Text | None = described("网站域名", "", None)
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
    cases_per_page: Count = described("案例每页条数", "", 50, ge=5, le=200)
    media_kit_cases: Count = described(
        "宣传素材件数",
        "给最新的多少件案例生成海报、公众号图文、分享图和短文；文章和月度通报都有",
        100,
        ge=0,
        le=1000,
    )


class Threshold(Record):
    """What counts as a lower fine (较低数额罚款), for a stretch of time; amounts in yuan."""

    effective: Date = described("起", "")
    until: Date | None = described("止", "", None)
    person_yuan: Number = described("自然人（元）", "")
    organisation_yuan: Number = described("单位（元）", "")
    source: Text = described("依据", "")
    certainty: Literal["verified", "secondary", "unknown"] = described("确定程度", "")


class CreditTier(Record):
    """One tier of the credit-repair rules."""

    effective: Date = described("起", "")
    name: Text = described("名称", "轻微、一般、严重")
    minimum_months: Count = described("最短公示月数", "")
    maximum_months: Count = described("最长公示月数", "")
    source: Text = described("依据", "")
    certainty: Literal["verified", "secondary", "unknown"] = described("确定程度", "")


class Publicity(Record):
    """`publicity.yaml`: periods and thresholds as dated data."""

    publish_within_working_days: Count = described("公示期限（工作日）", "")
    withdraw_within_working_days: Count = described("撤回期限（工作日）", "")
    short_months: Count = described("较低处罚公示月数", "")
    long_months: Count = described("其他处罚公示月数", "")
    thresholds: tuple[Threshold, ...] = described("较低数额罚款", "")
    credit_tiers: tuple[CreditTier, ...] = described(
        "信用修复分档", "只作记录：分档决定当事人何时可以申请信用修复，本站的公示期限不按它计算", ()
    )
