"""Placeholders in every form people leave them, and texts that only look like them."""

from __future__ import annotations

import pytest

from portal.rules.leftovers import ASKED, CHAT, CHAT_ASKED, PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    [
        *(
            "共查处【待核实】起",
            "（待确认）",
            "[待补充]",
            "【数据待补充】",
            "〔待定〕",
            "【待补】",
            "待核实",
            "【需核对】",
        ),
        *("【此处插入图片】", "（此处填写数据）", "【请填写】", "示例文字", "待核实：请小王再核一下"),
        *(
            "TODO 补图",
            "FIXME：",
            "TBD",
            "ＴＯＤＯ",
            "XXX公司",
            "XX便利店",
            "共xxx起",
            "××年××月",
            "X月X日",
            "2024年X月",
        ),
        *("罚款X元", "第X条", "真的吗？？", "共?? 起", "______"),
    ],
)
def test_placeholders_are_found(text: str) -> None:
    assert PLACEHOLDER.search(text)
    assert ASKED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "线索有待核实",
            "待定案后公布",
            "（待售商品）",
            "等待检验（约30分钟）",
            "（待检区）",
            "（待查验）的货放一边",
        ),
        *(
            "待加工食品（含半成品）要盖好",
            "半成品（待定型）",
            "待清洗的餐具",
            "GB 31654-2021",
            "XXL码",
            "X光",
            "维生素X",
        ),
        *(
            "2×3米",
            "（×）",
            "为什么？",
            "什么？！",
            "【摘要】",
            "【注意】",
            "a_b_c",
            "https://a.cn/?a=1",
            "文字说明",
        ),
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert not PLACEHOLDER.search(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "好的，以下是一篇科普文章：",
            "以下是为您撰写的文章",
            "希望这些内容对您有所帮助！",
            "见【12†source】",
        ),
        *("如需进一步修改，请随时告诉我", "作为一个AI语言模型，我", ":contentReference[oaicite:0]{index=0}"),
    ],
)
def test_what_a_chat_tool_says_is_found(text: str) -> None:
    assert CHAT.search(text)
    assert CHAT_ASKED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "以下是检查结果",
        "希望大家注意",
        "如果有其他问题，请联系我们",
        "作为经营者，要负责",
        "希望对大家有帮助",
    ],
)
def test_what_a_bureau_says_is_left_alone(text: str) -> None:
    assert not CHAT.search(text)
