"""Surnames of the census in the order of how many people bear them, double surnames, and how likely each is.

Order of the first three hundred after 《二〇二〇年全国姓名报告》 of the Ministry of Public Security; those after
them are rare, and their order says little.
"""

from __future__ import annotations

import math
from functools import lru_cache

from portal.privacy.word_lists import listed

SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖傅石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段"
    "雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文赖樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂焦柳邢岳齐梅庄涂祝耿庞关鲍詹欧路骆霍甘裴翁宁管包左盛凌房费褚单"
    "阮靳吉成缪解强柴项童辛臧牟阎华瞿明岑纪宗柏卞舒屈符喻尚隋游裘景卜喜米车谷苗初时窦连凤冉冷占邬闵戚简桑卓全仇党宫刁佘蒲储桂苟栾代迟荆娄应查阳匡郁苑晏匙诸邝边曲尧池"
    "滕巩阚虞褟鄢敖来胥利巫楼麦邸滑商衣相和植古官计牙司普寇漆原操鞠位麻练保粟银晋扈籍台敬茅檀仝奚杭宣茹糜井丰乌仲伊暴斜蔺屠蒙慕乐皮卫班伏伯宦祁狄贝危席幸刑钮邰谈艾容"
    "慎戈终居衡步满弘国广禄阙东殴沃越夔隆师厍巢空沙养须从鄂索咸卿蓬浦尉农柯扶燕冀郏双闻莘翦贡劳逄姬堵桓郎昝经干丛岐湛胜羊於惠甄家封芮羿靖汲邴松富隗山弓牧竺权逯盖益咎"
    "亓墨年佟哈缑亢况有琴楚闾谯展揭线粘信战仉字帅修门候雒青区由肇勾佴禹才铁海种水火降苍骞帖励萧穆蓝荣宓乜酆訾冼嵇荀晁谌綦忻恽束栗旷暨朴毋沐洛矫笪蔚辜郇郦鄞钊钭雍鲜鹿"
    "支巴云平花岩风飞英呼幺佀凃呙妥宛弋拜撒昔晓杞枚楮濮濯琚畅畲睦硕祖禚笃筱裔诺赛轩遆颉酒麴回剡郗郄郤侴啜圣祭仪贲盘盍禤冮厉庾么闪香善恩腾仁玄绳税磨丑缐脱茆言昌汝苌充"
    "别习戎融那饶蒯红公俱抗迮冠过拓廉元仰秋韶郜蓟薄印宿怀阴宰璩寿殳仵南母厚玉智奉赫冶宾丘鱼木能都敬"
)
# Words of grammar before all: 经营者应当, 当事人从, 顾客有. They begin a name only where something else says so.
WORDLIKE = frozenset(
    "别占于任向常应从和时有由后过来成同经能如来家连且当全相因须其区线信年种水火位保利官字计空种养门关查解单管包强安商原满候能都敬"
)
COMPOUND = frozenset(
    listed(
        "欧阳 上官 司马 诸葛 司徒 东方 夏侯 尉迟 皇甫 令狐 公孙 慕容 长孙 宇文 闻人 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 轩辕 钟离 鲜于 闾丘 "
        "司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五 独孤 "
        "完颜 柳下 万俟 叶赫 纳兰 那拉"
    )
)
MANCHU = frozenset(listed("爱新觉罗 钮祜禄 叶赫那拉 瓜尔佳 赫舍里 索绰罗"))
COMPOUND_FIRST = frozenset(surname[0] for surname in COMPOUND)
FIRST = frozenset(SINGLE) | COMPOUND_FIRST | {surname[0] for surname in MANCHU}
COMPOUND_LIKELINESS = -6.5


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    return {surname: rank for rank, surname in reversed(list(enumerate(SINGLE)))}


@lru_cache(maxsize=1024)
def likeliness(surname: str) -> float | None:
    """The natural logarithm of its share among people, by its rank; None where it is no surname."""
    if surname in COMPOUND:
        return COMPOUND_LIKELINESS
    rank = _ranks().get(surname)
    return None if rank is None else math.log(0.08) - 1.4 * math.log1p(rank / 6)


def rank(surname: str) -> int:
    """How many surnames are borne by more people."""
    return _ranks().get(surname, len(SINGLE))


JAPANESE = frozenset(
    listed(
        "佐藤 铃木 鈴木 高桥 高橋 田中 伊藤 渡边 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 斋藤 斎藤 清水 山崎 池田 桥本 橋本 阿部 "
        "石川 前田 藤田 小川 冈田 岡田 后藤 後藤 长谷川 村上 近藤 石井 坂本 远藤 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 松田 冈本 岡本 中川 中野 原田 小野 "
        "竹内 金子 和田 中山 石田 上田 森田 酒井 柴田 横山 宫崎 宮崎 宫本 宮本 内田 高木 安藤 谷口 大野 丸山 今井 藤本 村田 武田 上野 杉山 增田 增井 平野 "
        "大塚 千叶 久保 松井 小岛 小島 岩崎 樱井 桜井 野口 松尾 菊地 菊池 野村 渡部 佐野 古川 滨田 浜田 小山 水野 山下 吉川 山内 西田 北村 安田 五十岚 川口 "
        "平田 中岛 中島 川崎 本田 黑田 黒田 永井 织田 德川 川村 新井 秋山 大西 早川 松下 三宅 河野 浅野 小泉 工藤 星野 大谷"
    )
)
