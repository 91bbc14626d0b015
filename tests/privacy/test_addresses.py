"""Homes and other addresses, what is masked in them and what only looks like one."""

from __future__ import annotations

import pytest

from portal.privacy import Kind, search

HOMES = [
    "户籍：四川省达州市渠县静边镇断桥村4社",
    "户籍地址黑龙江省克东县润津乡民权村3屯",
    "家：松隐村大房宅东首第三家",
    "收件人地址金山区海盛路555弄荣和馨苑 15#1702",
    "暂住张堰镇东风小区 12幢2单元",
    "家：兴塔东桥4组19号",
    "住址四川省仪陇县新政镇柏树坪社",
    "家住金山区朱泾镇罗星路128弄6号302室",
    "住在人民路88弄6号",
    "现住石化街道卫二路１２８弄１２号３０１室",
    "户籍地：江苏省盐城市阜宁县陈集镇三组12号",
    "秀泉村8组1023号",
    "吕巷镇夹漏村王家埭12号",
    "东林街500弄B座1203室",
    "临仓新村3-5-602",
    "罗星路三十八弄七号六〇一室",
    "万达华府3幢2单元1101",
    "卫清西路～128弄～6号",
    "家庭住址是朱泾镇西林街12号",
    "户籍：贵州省毕节市七星关区撒拉溪镇龙场村大寨组",
    "在松隐镇施家桥西首9号家中制作青团",
    "员工宿舍3号楼302室",
]
ADDRESSES = [
    "住所：漕泾镇亭卫公路3688号（集中登记地）",
    "中央厨房:金山工业区夏宁路818弄58号3楼",
    "烘焙工作室 龙胜路66弄3号102室",
    "金山区卫清西路128号",
    "某店位于朱泾镇罗星路３３８号",
    "张堰镇东大街一百二十八号的饭店",
    "某食品公司地址为金山大道100弄5号101室",
    "注册地址：亭林镇寺平南路19号3幢2105室",
    "会议地点：区局三楼会议室（卫清西路505号3号楼301室）",
    "某火锅店（蒙山路808号2楼）",
]
NEITHER = [
    "本村东首第一家超市",
    "全村第一家店",
    "住建局检查待泾村网格组",
    "第4社区",
    "乘坐12路公交",
    "地铁22号线",
    "10号文件",
    "某路某号",
    "××路12号",
    "罗星路***弄*号",
    "第二单元测试3道题",
    "检查了街道3号摊位的台账",
    "3号楼报告厅",
    "三组数据",
    "走道3号冰箱",
    "村民小组会议",
    "12号上午开会",
]


@pytest.mark.parametrize("text", HOMES)
def test_homes(text: str) -> None:
    assert [found.kind for found in search(text)] == [Kind.HOME]


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses_where_nobody_lives(text: str) -> None:
    assert [found.kind for found in search(text)] == [Kind.ADDRESS]


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_no_address(text: str) -> None:
    assert search(text) == []


def test_the_town_stays() -> None:
    text = "家住金山区朱泾镇罗星路128弄6号302室"
    (found,) = search(text)
    assert text[found.start : found.end] == "金山区朱泾镇罗星路128弄6号302室"
    assert found.masked == "金山区朱泾镇某路某号"
