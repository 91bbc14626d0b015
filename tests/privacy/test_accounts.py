"""Accounts with services, and the names of services that are none."""

from __future__ import annotations

import pytest
from tests.privacy.marked import found_and_marked

FOUND = [
    "薇信⟦fengjing\\u200btipang⟧",
    "+V ⟦fengjingdingti⟧ 领优惠",
    "微信同号⟦zhuanyeshaokao66⟧",
    "微❤信⟦sichuan_lajiao⟧",
    "DY号 ⟦zz834945⟧",
    "某音⟦jiuchang.xiaolaoban⟧，挂着散装白酒",
    "红书号 ⟦623409178⟧ 的笔记",
    "q号⟦171 225 383⟧",
    "球球⟦2837465129⟧卖家",
    "叮咚买菜账户⟦ddmc19930522k⟧",
    "得物ID⟦dewu7788⟧",
    "淘宝旺旺⟦糕小妹的店77⟧",
    "微博账号⟦爱吃的小豆丁_sh⟧发帖",
    "京东PIN：⟦jd_4fa82bc1⟧",
    "微信号⟦lao_wang_1987⟧",
    "加微信⟦shancai2020⟧订货",
    "vx:⟦abc123456⟧",
    "QQ ⟦12345678⟧",
    "扣扣⟦2817364509⟧",
    "抖音号：⟦dy1234abcd⟧",
    "小红书：⟦momo的烘焙日记0917⟧",
    "支付宝账号⟦zhangsan@qq.com⟧",
    "淘宝会员名⟦t_1508273645_0221⟧",
    "美团用户“⟦Lqy827163⟧”差评",
    "微博@⟦爱吃桃的小宋⟧发帖",
    "昵称：⟦快乐小猪⟧",
]
NOT_FOUND = [
    "支付宝账号：未提供",
    "抖音号：未查明",
    "用户名：暂无",
    "账号：见附件",
    "支付宝账户：略",
    "卫星20240315",
    "设备ID A1B2C3D4",
    "球球糖5000000克",
    "某书店2024",
    "微博话题2024",
    "微信windows版",
    "微信公众号 金山食安",
    "关注微信公众号“金山食安”",
    "支付宝付款100000元",
    "抖音直播间下单",
    "微信8.0.49版本",
    "昵称、头像等信息",
    "平台用户应当实名",
    "QQ群里转发",
    "淘宝“双11”",
    "微信号：wx****88",
    "wechat: true",
]


@pytest.mark.parametrize("line", [*FOUND, *NOT_FOUND])
def test_what_is_marked_is_found_and_nothing_else(line: str) -> None:
    found, marked = found_and_marked(line)
    assert found == marked
