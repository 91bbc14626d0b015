"""Characters of given names, from those that half a class bears to those that no parent takes."""

from __future__ import annotations

from functools import lru_cache

FREQUENT = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅文建国志海燕鹏飞云龙林春小晓宇浩俊子涵轩欣怡佳雪丹婷慧琳莉玲萍辉斌波峰健凯博宁亮雷金生成东永德福祥新民光"
    "荣庆忠义仁和安康思雨梓诗琪嘉瑞晨阳然豪天昊睿泽航凤珍琴美爱淑立正清元宝学家兴一大利洁颖倩蕾薇菲媛瑶悦彤萱妍语若可心依宸皓哲铭毅恒旭晖鑫淼"
)
USUAL = (
    "三四五六七八九十百千万二双全友久乐之书亚京人仙会传伯伶佑佩佳依侠信保修倍偲僖儒允兆先克兵冬冰冲凌凡凯利刘初前力功加励劲勋勤化北卉卓博卫印厚原发叔古可叶司同君启呈"
    "周哲唯善喜嘉园圆坚坤城培基堂士多夏大夫如妙妮姗姝姣娅娇娥婉婕婧婵嫣孟孝学宏宗官定宜宝实宣宪家容寅富寒寿尔尚少尧山岚岩岳峻崇川工巧巍帅师帆常平广庭康延弘张弛强彩彪"
    "影彬彦彰律得微德心必忆志念怀思恩悟情惜惠愉意慕成战才扬承技拓振捷掌搏攀政敬敏斐新方施旋日旦旺昂昆昌易星映昭显晏晗晟晴晶智景暖曙曼朋朗望朝木本朵李杉村松柏柔柯树栋"
    "栩根格桃桐桢梁梦森楠楷榕樱权欢欧歌正武毓水江池汉沁沂沐沙沛沫河治法泉泓泰洁津洪济浦润涛涵淇淳深清渊温湘溪滢滨漫潇澄澜瀚灿炎炜炫炳烁烨焕焱煊煜熙燕爽牛特玥玫环玲珂"
    "珊珍珠珺班球理琛琦琨琰琼瑛瑜瑾璇璐璟瓒甜生用田甲畅登白盈益盛真眉睿知石硕磊祖祝祎禄福禹秋科程穆立竹笑策筠简籽米精素红纪纯纲练细经维缘罡美羽翎翔翠翰耀育胜能自致舒"
    "舟良艺芊芙芝芬芮花芸苏苑苗茂茗茜茵荔荣莎莲莹菁菊菱萌葵蓉蓓蔓蕊蕴薛虎虹融蝶行衡裕西观言计训许诚诺谊谦豫贝贞财贤贵赋赛赞超越路跃轶辰达迅运进远连迪逸逢道遥邦郁郎采"
    "里重野量钊钢钦钧钰铁铃铎银铮锋锐锦键长闯闻队防阔陆陵隆雁雄雅雯霄霖露青靓靖韬韵音韦顶顺颂领频颜风飒饶馨香馥骁骏骐高鸣鸿鹂鹃鹤麒麟黎默齐奇妹弟汝杏柳梨棠槐冉焘琬琪"
    "俭腊开僮冠勖叡喆嗣妤寰屿岑岫岱峋崧巽彧惇戬昀昴晞晤暄曻楸榛樟檀欤沄沣泓湉湜溥潆澈濂濬瀛炅焜煦熹犀珈珞珣珩瑀瑗璎璜璧由禛竣箫绎缜缙羲翙翥聿舫芍芒芡芽荇荠荪菖葳蓁蕤藜虔裳谧贇赟辕逵鄂镐镔陌霁霈韫颉颢骋鸾鹊楝桦枣柘婆嫱姐中党术哥农品"
    "甄畴皎眸稼稷穗童笛绍绮缨耘聪肖臻芷苒苓茉荷莺菡蓝蕙诣谨谷贺轲辉邈郡酉鉴锴闽霆霓骅骞魁鲁鹰麦黛垚犇翊懿奕弈佟侃俐俏倚偌儿兮冠凝刚匡卿吉向听吟吾咏咪哈囡圣坦垣堃塬墨"
    "壮奋奎奔妞妤妘始娉娣娴媚嫒嫦孜孺宥宦寻峥嵘嵩巨巩帝帼幸庄庚廷弦归彭征循恋恺恬悠惟愿慈懋戈拥支攸效敦斯旎旸昕昱晋晓曦来杭枫柱栗楚楼榆槿樊毛沈沅沧沿泊泱洛洵浚涓淑"
    "淼渝湖溢滔漪澍濡灏炯烽焰煌熠燊献珅珏现珩琅琮瑄瑗璋璞甫申皑皖盼矗磬社秉秦竞笃粟纤绒络绣缦罗翀翌翼耿聆肃臣苇茹荃菀萃葆蒙薪衍襄见觅记诏谙豆贡赐赢赫轮辛辽迎迟逊郴醒"
    "钥铄铖铠镕镜阁际隽雍韶顾颐顿飙驰驹骄骥鲲鹭麓龄嫚娆妃姿姬姻威嬿屏巾年序彻快恕恪恳息悍慎戎户扣拴拾挺换敢教旗旻昶晔朔果枝枚枢柄标桥棋棣槟樵氏汀汛汪汶沃沪油泳洲派浪"
    "涌淮渤渭滇漓漳潭潮澎澔灵点烈焙爵狄狮玄玺珑琏琢瑚璨男略疆皇省眷矫码祁祈禾秀秧积稳窈章端笙筱箐粤紫絮绪绿缇罕群耕联聂肇胤腾航般舰色节芃芋芗苹范茅荟莘菂萦葛董蒲蔚蕃"
    "藏藻虞蛟衫袁裘规誉论议诵读谅谋豹起跟踪轼辞边迁通速造遂邓郝部配针铜锁锡镝镭门问间降除随雕雪霏霜需霞静韩预额飏首骆鸥鹄黄龚月兹糯桔团蜜彤浠栀闵裴"
)
SELDOM = (
    "升照台有月世令宽守南引仲布希继普兄主剑纳马礼入侯震至伦仪府源丁僧瓦乃任莱总上杨乾代钟孙叹声亭母曾业女直举史鼎合乔作辅备密朱满佐奉抚诸亲非碧季性式吴攻神嗣丰孔恭典著回陈唐"
    "放居增傅注末留廉表岗宾亨御胡姑列渡魏尉统斗觉丕羊称切桑祯仕步内植弼艾藩帮耳伏祺鹿制族介求右舜尊库索陶斋土督载父征庵劝舍赵铨客井徽麻考体孚竟彝霍衣余赤仰丞遇扶霸含"
    "侍授拱尹峡度骑伸左翁盖桓置曲挥取己谟阵焉帕熊瑟察萧交牧游舞势早演续也"
)
# Words of grammar, of trade, food and bodies: a stretch with one of them is no name.
NEVER = frozenset(
    "的了在是拒晒人不无未已被因从对把其此该每或及者须查验存购买售卖销罚处料店员提供说讲告答某×○□*这那哪们您你我他她它"
    "吃喝饮食餐饭菜肉鸡鸭鹅虾蟹猪狗鼠猫虫蚊蝇蛋奶糖盐醋酱酒茶汤粥饼糕粉饺馄饨锅烤炸煎炒煮蒸卤腌肠肝肺肾胃肚脑骨皮毒"
    "病痛疼痒泻吐呕死尸鬼屁屎尿粪脏臭烂腐霉坏错罪恶丑贼盗偷骗贪赌嫖淫奸杀刑狱牢诉讼"
    "系吗呢吧啊呀哦嘛么很最再又就都也只且但却虽即而以于为与给让往到去着等些几个件只条块把盒箱袋瓶桶罐"
    "籍牌费区县街浜宅堰泾巷弄号室厂馆站局所校店院厅柜货款费价税票证单据账钱角斤吨厘"
    "谁啥怎何否没勿莫别请应该要将拟皆共约"
)
FREQUENT_LIKELINESS, USUAL_LIKELINESS, SELDOM_LIKELINESS, ODD_LIKELINESS = -5.2, -7.0, -8.8, -12.0
# Given names with a character that is a word of grammar or of trade elsewhere.
NAMED_SO = frozenset(
    (
        "其昌",
        "其军",
        "其明",
        "其林",
        "其华",
        "其龙",
        "其英",
        "其芳",
        "其生",
        "为民",
        "为国",
        "为平",
        "为东",
        "为华",
        "大为",
        "有为",
        "作为",
        "立人",
        "达人",
        "育人",
        "树人",
        "存义",
        "存志",
        "永存",
        "存根",
        "宝存",
        "以恒",
        "应龙",
        "应才",
        "应昌",
        "应林",
    )
)
ONE_CHARACTER, TWO_CHARACTERS = -1.0, -0.5


@lru_cache(maxsize=1)
def _likeliness() -> dict[str, float]:
    return (
        dict.fromkeys(SELDOM, SELDOM_LIKELINESS)
        | dict.fromkeys(USUAL, USUAL_LIKELINESS)
        | dict.fromkeys(FREQUENT, FREQUENT_LIKELINESS)
    )


def likeliness(given: str) -> float:
    """The natural logarithm of how often parents choose it, by its characters."""
    each = _likeliness()
    length = ONE_CHARACTER if len(given) == 1 else TWO_CHARACTERS
    return length + sum(each.get(char, ODD_LIKELINESS) for char in given)


def is_none(given: str) -> bool:
    """Whether no parent chooses it: it has a word of grammar, of trade or of food."""
    return not NEVER.isdisjoint(given) and given not in NAMED_SO


def is_usual(given: str) -> bool:
    """Whether parents choose all of its characters."""
    return all(char in _likeliness() for char in given)


def is_frequent(given: str) -> bool:
    """Whether many parents choose all of its characters."""
    return all(char in FREQUENT for char in given)
