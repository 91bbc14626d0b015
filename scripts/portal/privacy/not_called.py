"""What stands where a name is asked for and is none: states, goods, ways of saying that there is nobody to name.

`is_answer(text)` takes the whole content of a field, such as what follows 记录人：, and says whether it names nobody.
"""

from __future__ import annotations

import re

from portal.privacy import given_names, surnames, words
from portal.privacy.everyday_words import NOT_NAMES, ORGANISATION_ENDINGS, PLACES, TERMS
from portal.privacy.word_lists import listed

NOBODY = frozenset(
    listed(
        "谢谢 齐全 无 略 同上 本人 匿名 待定 空缺 空白 未知 未填 不详 不明 保密 企业 本店 本局 本所 单位 公司 门店 个人 群众 同前 同左 同下 见附件 未提供 全体 全部 全员 同意 相符 "
        "相同 时间 查无 待查 待补 暂无 已签 已阅 属实 合格 通过 完成 完好 正常 良好 优秀 及格 下架 封存 查封 解封 封口 阴性 阳性 严格 严禁 应急 常温 高温 低温 "
        "冷藏 冷冻 从略 另附 附后 容后 容易 满分 零分 轮休 休息 调休 公休 空班 停餐 放假 年休 全勤 满勤 应到 实到 合计 小计 总计 共计 计算 计划 安排 常规 普通 "
        "简易 一般 明天 明日 明年 昨天 今天 当天 当日 次日 时段 上午 下午 中午 早上 晚上 高兴 温馨 关于 经营 管理 金额 单价 单位 单号 编号 计量 房屋 宁可 何时 "
        "何地 何种 何人 方可 那天 那位 那个 那里 那么 那时 甘愿 须经 季末 季度 应当 应该 有关 相关 常见 任何 任意 强制 简单 全国 全市 全区 海鲜 高度 明确 严肃 严重 "
        "别人 来人 后来 后者 前者 成人 家人 家长 家属 家里 店里 房客 房东 向来 由来 从来 从此 经常 时常 常常 曾经 连续 陆续 连同 和解 于是 由于 终于 过去 过后 "
        "事后 随后 然后 空腹 能否 是否 可否 司法 公司 官方 双方 一方 对方 党员 代表 代理 阳光 安全 保安 保洁 冷库 车间 仓库 库房 门口 路口 路边 路人 水果 水产 "
        "许可 许多 章程 程序 项目 封面 毛病 平时 平台 平均 平价 生产 生活 强调 全年 全程 全天 通常 元旦 国庆 国庆节 端阳 终身 终止 年底 年初 年中 月底 月初 "
        "周一 周二 周三 周四 周五 周六 周日 周末 双休 假日 工作日 单日 双日 温度 湿度 宣传 广告 解释 包装 包间 单间 房间"
    )
)
BEGINS_AS_NONE = tuple("未不无见已待某暂均各每非如本该")
TRADERS = frozenset("商银农工建中总分支车洋粮米酒药鱼肉菜果货招交")  # 农商行, 粮行
ENDS_AS_NONE = tuple(
    "的所局店厂铺社部队组科室课栏处段前后时内末额价性式型类版镇村路街桥港区市县省院校站行会馆坊记吗呢"
)
FOOD_ENDINGS = tuple(
    "菜瓜豆米枣粉鱼虾蟹螺蛤肉鸡鸭鹅蛋奶酒茶油盐糖酱醋面饭粥饼糕汤果桃李梨杏莓蕉菇笋藕薯椒葱姜蒜菌耳芽腩糖甲参肚排翅肠腿丸豉酪卷饺包药糊羹粽馍"
)
# Characters of given names among them.
BOTH_ENDINGS = tuple("桃李梨杏莓参蓉糖果豆米")
GOODS = frozenset(
    listed(
        "特殊饮食 晨检 采购 收货 发货 供货 送货 配送 处理 检测 检验 抽样 采样 顾客 消费者 客人 食客 商贩 小贩 菜农 果农"
    )
)
FIRM = re.compile(r"餐饮|商贸|贸易|实业|物流|测试|检测|集团|科技|食品|连锁|水产|粮油|乳业|酒业|农业")
OF_PERSONS = ("nr", "nrt")


def is_answer(text: str) -> bool:
    """Whether it tells that there is nobody, or of a state or a place: 同上, 未提供, 张堰所, 金鼎餐饮."""
    if text in NOBODY or text in PLACES or text.startswith(BEGINS_AS_NONE):
        return True
    if text[:2] in NOBODY and not (len(text) == 3 and given_names.is_frequent(text[1:])):  # 明天宇
        return True
    if len(text) == 3 and text[-1] == "行" and text[-2] not in TRADERS:  # 舒景行
        return False
    return (
        text.endswith((*ENDS_AS_NONE, *ORGANISATION_ENDINGS))
        or FIRM.search(text) is not None
        or is_food(text)
    )


def is_food(text: str) -> bool:
    """Whether it is a word that ends as foods do: 白菜, 江米, 杜仲茶; 米粒 and 银杏 are none by their ends."""
    sort, count = words.sort_and_count(text)
    return text.endswith(FOOD_ENDINGS) and (
        text in NOT_NAMES or text in TERMS or (count > 0 and sort not in OF_PERSONS)
    )


def is_of_goods(text: str) -> bool:
    """Whether what fills a field of goods or of customers is a food rather than a person, word or not: 牛腩, 江苏大米."""
    return (
        is_food(text)
        or (text.endswith(FOOD_ENDINGS) and not text.endswith(BOTH_ENDINGS))
        or text.endswith("水")
        or len(text) > 3
    )


def is_of_grammar(text: str) -> bool:
    """Whether it is a word that stands before a verb as well as a name does: 经常, 当日, 高度."""
    sort, count = words.sort_and_count(text)
    if sort == "ns":
        return count >= KNOWN_PLACE
    return (text[0] in surnames.WORDLIKE and not _is_named_on(text)) or (count > 0 and sort in GRAMMAR)


def _is_named_on(text: str) -> bool:
    """从玲: what follows the word of grammar is a usual given name and no word, as 宁波 of 经宁波 is."""
    read = text if len(text) == 2 else text[1:]
    if not given_names.is_frequent(text[1:]) or words.sort_and_count(read)[1]:
        return False
    return len(text) > 2 or not words.first_word(text[1])[1].startswith(("v", "d", "p", "c"))  # 都可


# Sorts of words of grammar, time, number and place in the tags of jieba.
GRAMMAR = ("d", "c", "t", "f", "p", "r", "m", "q", "i", "l", "u", "y", "ad", "s", "b", "j")
KNOWN_PLACE = 300
