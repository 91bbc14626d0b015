"""Names and words drawn at random behind roles, always the same ones: what is found must be names, and of words next to none.

`drawn_names` gives role, name and what follows, by the census; `drawn_words` role, an everyday word and what follows.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

from portal.privacy import surnames
from portal.privacy.word_lists import listed

ROLES = listed(
    "当事人 经营者 负责人 法定代表人 店主 店长 厨师 厨师长 员工 从业人员 收银员 服务员 采购员 仓库管理员 食品安全员 食品安全管理员 食品安全总监 保洁员 洗碗工 "
    "配送员 外卖骑手 骑手 司机 供货商 供货人 送货人 消费者 顾客 投诉人 举报人 受害人 患者 学生 家长 学生家长 老师 班主任 校长 园长 村民 居民 乡厨 摊主 摊贩 房东 租客 "
    "见证人 证人 代理人 委托代理人 执法人员 检查人员 抽样人员 检验员 记录人 承办人 就餐人员 用餐者 就餐者 死者 伤者 其妻 其子 丈夫 妻子 儿子 女儿 邻居 会计 出纳 "
    "驾驶员 快递员 主播 网店店主 合伙人 股东 投资人 志愿者 信息员 医生 护士 直接责任人员 其他直接责任人员 监护人 同事 游客"
)
FIRST = "建国志文明晓小海红玉秀春桂丽淑凤美金永立家德世成长兴新振学俊子梓雨思诗欣佳嘉浩宇宏伟卫军克保福正光忠少云爱亚雪冬秋腊菊兰梅翠银素巧惠慧静雅若芷语梦心一天泽睿景舒书瑞仁义礼庆祥华继宗培耀万根连水生林树昌茂晨昊奕沐涵怡婉紫艺可千安博启铭承修远尚鸿敬守顺善广元开先全双凯龙飞鹏亮强彩香月杏荷莲佩燕艳娟敏"
SECOND = "国华平军明刚强伟芳英兰梅红霞琴珍花凤娟芬玲萍燕丽静敏娜勇杰涛超鹏飞辉斌峰林龙海生根福祥兴荣贵富财发良忠义仁礼信俭勤民文武宁波涵轩萱怡妍悦琪瑶雯洁莹颖婷慧琳倩雪冰月云霖泽宇浩然阳晨辰睿哲博凯源诚毅恒昊天行若芷诗语彤菲薇蕾岚岩川江河清泉洋亮光春秋冬夏喜庆安康泰顺利成功业才德元权全彬东南堂山石松柏仙香娥莲菊银珠妹娣弟囡宝玉珊瑜琼蓉茹洪学友书章志远高新立木水法达道昌盛茂荷美艳秀巧惠凡舟帆航健雄虎豹彪魁钧铭锋钢鑫森磊"
ALONE = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超明霞平刚英华玉兰红梅海燕鹏飞云龙林浩轩欣怡佳雪丹婷慧琳莉玲萍辉斌波峰健凯博宁亮雷荣良乐瑞阳洁颖倩蕾薇鑫森毅哲俊帅旭睿晨蓉莹琴珍珊力晶彬岩峥骏琦瑶瑾雯蓓坤昆恒翔诚"
DEEDS = listed(
    "陪同检查 当场签字 食用后呕吐 反映有虫 投诉该店 送货到店 称不知情 在场 说没有留样 承认上述事实 表示愿意整改 到场签收 拒绝签字 每日晨检 填写抽样单 予以警告 "
    "承办宴席十八桌 参观厨房 对上述事实无异议 在店内就餐 提供了进货票据 未取得健康证明 没有佩戴口罩 未按规定留样 将过期食品下架 把冰柜打开 与他人合伙经营 向本局投诉 "
    "从批发市场购进 因腹痛就医 负责采购 购买了一箱牛奶 购得卤肉两斤 支付货款500元 被送往医院 的健康证过期 的身份证复印件 来所说明情况 到店检查 打来电话 正在切配熟食 "
    "已经离职 不在现场 当日休息 家住朱泾镇 确认无误 介绍了情况 主动交代 家办酒席 负责清洗消毒 发现霉点 要求退款 出示执法证 处以罚款 于次日凌晨呕吐 于2024年6月10日到案"
)
AFTER_NAMES = (*DEEDS, "。", "，男，", "（女）", "今年五十岁", "和同事到场")


def drawn_names(count: int) -> Iterator[tuple[str, str, str]]:
    """`(role, name, what follows)`, two thirds of the surnames by the census."""
    draw = random.Random(7)
    weights = [math.exp(surnames.likeliness(surname) or -20) for surname in surnames.SINGLE]
    for _ in range(count):
        by_census = draw.choices(surnames.SINGLE, weights)[0]
        surname = by_census if draw.random() < 0.7 else draw.choice(surnames.SINGLE[:300])
        given = draw.choice(FIRST) + draw.choice(SECOND) if draw.random() < 0.8 else draw.choice(ALONE)
        yield draw.choice(ROLES), surname + given, draw.choice(AFTER_NAMES)


def drawn_words(words: list[str], count: int) -> Iterator[tuple[str, str, str]]:
    """`(role, word, what follows)`: a deed, or two more words."""
    draw = random.Random(7)
    for _ in range(count):
        follows = draw.choice(DEEDS) if draw.random() < 0.5 else draw.choice(words) + draw.choice(words)
        yield draw.choice(ROLES), draw.choice(words), follows
