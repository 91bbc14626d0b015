"""Numbers with what they count: `12 件`, `3.5万元`, `第45条`, `五万元` stay on one line.

`kept_whole(html)` puts each into `<bdi>`, an element without looks and without words for a listener; a `<span>` would
be caught by the styles of what it stands in.
"""

from __future__ import annotations

import re

# What would be parted between its own characters: the longest first.
LONG_UNITS = (
    "个自然日|个工作日|个百分点|个小时|个月|平方米|平方公里|立方米|摄氏度|公里|公斤|千克|毫克|微克|毫升|厘米|毫米"
    "|万户次|万人次|万批次|万元|亿元|万个|万份|万人|万户|万件|万家|万次|户次|人次|批次|场次|家次|小时|分钟|周岁|年级|年度|元钱"
    "|月份|工作日|页题|道题|条款|单位"
)
LATIN_UNITS = (
    r"(?:kg|mg|µg|μg|mL|ml|km|cm|mm|MPa|kPa|CFU|℃|°C|℉|‰|%|[gLm])(?![A-Za-z])(?:/(?:kg|mL|ml|m²|[gL]))?"
)
# A number is followed by one character of its own at least, but for those that only join it to what follows.
ONE = "(?![的和与及或至到在是为被将从比按以后前中内外上下起共])[一-龥]"
# The patterns begin with a class of characters, by which the engine runs past all other text.
NUMBER = r"\d(?<![A-Za-z\d.]\d)[\d,.]*(?:[-–—~～∶:/]\d[\d,.]*)*"
NUMERALS = "一二三四五六七八九十百千零〇两"
# Only where the next bracket opens a tag: what stands inside a tag is no text.
IN_TEXT = "(?=[^<>]*<)"
ARABIC = re.compile(rf"{NUMBER}(?:\s?(?:{LATIN_UNITS}|{LONG_UNITS}|[万亿]?{ONE})){IN_TEXT}")
CHINESE = re.compile(
    rf"[第半{NUMERALS}](?:(?<=第)[{NUMERALS}]+(?:条之[一二三四五六七八九十]|[条款项章节编次批期届])"
    rf"|(?<!第)[半{NUMERALS}]*(?:万元|亿元|个工作日|个月|小时|分钟|周岁|[元倍年日天])){IN_TEXT}"
)
# 第45条, 约15分钟, ≤5克
BEFORE = re.compile(r"([第约近≤≥＜＞±¥￥]\s?)<bdi>")


def kept_whole(html: str) -> str:
    """The quantities of a piece of HTML that holds nothing but text and tags."""
    marked = ARABIC.sub(r"<bdi>\g<0></bdi>", html)
    return CHINESE.sub(r"<bdi>\g<0></bdi>", BEFORE.sub(r"<bdi>\1", marked))
