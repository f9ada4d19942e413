"""How Han characters are read where a name is not Chinese: Korean readings of all, Japanese ones of common names."""

import re
from bisect import bisect_right

_KOREAN = (
    "伽가刻각侃간乫갈勘감匣갑剛강介개喀객坑갱醵갹倨거乾건乞걸儉검劫겁偈게擊격堅견抉결兼겸京경係계古고哭곡困곤汨골供공"
    "串곶寡과廓곽冠관刮괄侊광卦괘乖괴宏굉交교丘구國국君군堀굴宮궁倦권厥궐机궤晷귀叫규勻균橘귤克극僅근今금伋급亘긍企기"
    "緊긴佶길金김喫끽儺나諾낙暖난捏날南남納납囊낭乃내女녀年년念념寧녕努노濃농惱뇌尿뇨嫩눈訥눌杻뉴能능尼니匿닉多다丹단"
    "撻달啖담沓답唐당代대宅댁德덕倒도毒독墩돈乭돌仝동兜두屯둔得득嶝등喇라洛락亂란剌랄嵐람拉랍廊랑來래冷랭掠략亮량侶려"
    "力력憐련冽렬廉렴獵렵令령例례勞로碌록論론壟롱儡뢰了료龍룡壘루劉류六륙侖륜律률隆륭勒륵凜름凌릉俚리吝린林림砬립摩마"
    "寞막万만唜말亡망埋매脈맥孟맹冪멱免면滅멸冥명袂몌侮모木목歿몰夢몽卯묘務무墨묵們문勿물味미岷민密밀剝박伴반勃발倣방"
    "倍배伯백幡번伐벌凡범法법僻벽卞변別별丙병保보伏복本본乶볼俸봉不부北북分분佛불崩붕丕비嚬빈憑빙乍사削삭傘산乷살三삼"
    "揷삽上상塞새嗇색牲생墅서夕석仙선卨설剡섬攝섭城성世세召소俗속孫손率솔宋송刷쇄衰쇠修수叔숙巡순戌술崇숭瑟슬濕습丞승"
    "侍시埴식伸신失실審심什십雙쌍氏씨亞아堊악安안斡알唵암壓압仰앙厓애厄액櫻앵也야弱약佯양圄어億억偃언孼얼俺엄嶪업円엔"
    "予여亦역嚥연悅열厭염曄엽塋영乂예五오屋옥溫온兀올壅옹渦와婉완曰왈往왕倭왜外외僥요慾욕俑용于우勖욱云운蔚울熊웅元원"
    "月월位위乳유堉육允윤聿율戎융垠은乙을吟음揖읍凝응依의二이瀷익人인一일任임入입仍잉仔자作작孱잔岑잠雜잡丈장再재爭쟁"
    "佇저勣적佃전切절占점接접丁정制제俎조族족存존卒졸倧종佐좌罪죄主주竹죽俊준茁줄中중卽즉櫛즐楫즙增증之지直직唇진侄질"
    "斟짐執집徵징且차捉착撰찬刹찰僭참倉창債채冊책凄처倜척仟천凸철僉첨堞첩廳청剃체初초促촉寸촌叢총撮촬催최墜추丑축春춘"
    "出출充충悴췌取취側측層층侈치則칙親친七칠侵침蟄칩秤칭快쾌他타倬탁呑탄奪탈探탐塔탑宕탕兌태擇택撑탱攄터兎토慟통堆퇴"
    "偸투慝특闖틈坡파判판八팔佩패彭팽愎퍅便편貶폄坪평吠폐佈포幅폭俵표品품楓풍彼피匹필乏핍下하壑학寒한割할函함合합亢항"
    "亥해劾핵倖행享향噓허憲헌歇헐險험奕혁俔현孑혈嫌혐俠협亨형兮혜乎호惑혹婚혼忽홀哄홍化화擴확丸환活활凰황匯회劃획宖횡"
    "哮효侯후勛훈薨훙喧훤卉훼彙휘休휴恤휼兇흉黑흑昕흔吃흘欠흠吸흡興흥僖희詰힐"
)
"""The first character of each reading and the reading. KS X 1001, and so the codec, orders Hanja by their readings, and
Unicode's Unihan database (kHangul) says how each of them may be read: no other division of that order fits it.
"""

_STARTS = [each.encode("euc_kr") for each in _KOREAN[::2]]
_HANJA = (0xCA, 0xFD)  # the codec's rows of Hanja
_SIMPLIFIED = """
가诃贾轲驾 각壳觉阁 간垦恳拣涧秆简艰谏间𫍝 감减监绀鉴龛 갑钾闸 강冈刚岗纲绛讲钢𩾌 개个凯垲开忾恺概铠𫔭 거钜锯 건键骞
검俭剑检睑钤 격击觋 견坚牵绢茧见谴鹃 결决洁结诀 겸谦钳镰 경䌹倾劲庆径惊泾琼痉竞经胫茎轻迳镜顷颈鲸𠇹 계启届继计诫阶
고库蛊诰锢顾 곡鹄 곤滚衮鲲 공巩贡 과夸课过锅颗 곽椁 관关宽惯观贯馆 광圹广旷 괘挂 괴坏块 굉纮轰
교乔侨娇峤搅教桥矫绞翘胶荞轿较饺骄鲛 구区呕岖惧旧构欧殴沟讴购躯钩驱驹鸠鸥龟𨱇 국国麹 군军 궁宫穷 권劝权 궐阙
궤柜溃诡轨馈 귀归贵 규窍窥纠规闺 균匀钧 극剧极 근仅觐谨馑 금锦 급级给 기几岂弃既气玑矶纪绮羁讥记锜饥骐骑骥𫓹 긴紧 나傩
낙诺 난难 납纳 내内 녕宁 노驽 농农浓脓 뇌恼脑 눌讷 뉴纽 단单团坛断箪缎郸锻 달㳠挞獭达 담担昙胆荨谈谭锬 당党当戆
대对带贷队 도图导岛捣涂涛焘盗祷赌镀韬 독渎牍犊独秃笃读 돈炖顿 동东冻动栋铜 두头窦 둔钝 등灯腾誊邓 라懒癞罗萝逻 락络骆
란乱兰栏栾澜烂鸾 람岚揽榄滥篮缆蓝褴览 랍腊蜡 랑郎 래崃徕来莱 량两俩谅辆 려丽侣俪励吕庐榈滤砺虑蛎闾驴骊𪪏 력历沥砾轹雳
련恋挛涟炼琏练联莲辇连链𫔀 렴帘敛殓 렵猎 령岭灵铃领龄 례礼 로劳卢卤捞掳橹泸炉虏辂鲁鹭 록录禄绿 론论 롱垄泷珑笼聋胧
뢰濑赂赉赖 료疗辽闹 룡龙 루垒娄屡楼泪瘘缕蒌褛镂 류刘浏类谬 륙陆 륜仑伦沦纶轮𪨧 름凛 릉绫 리离篱鲤 린蔺躏鳞 림临
마玛码马 만峦弯湾满瞒蛮馒鳗 말袜 망网辋 매买卖迈骂𧹒 맥脉蓦麦 멱幂觅 면绵缅 멸灭 명铭鸣 모谋谟 목鹜 몰殁没 몽梦 묘庙锚
무亩务怃抚缪芜诬贸雾鹉 문们纹门问闻 미弥谜霉 민悯缗闵闷 밀谧 박剥扑缚驳 반盘矾绊颁饭 발发拨泼酦钵 방仿庞纺访谤 배赔辈
번烦 벌罚阀 법珐 벽辟 변变辩边 별别鳖 병并 보宝报补谱辅 복仆复辐鳆 봉凤缝锋 부凫妇肤讣负赋赙驸 분喷坟奋愤粪纷贲 붕绷鹏
비备惫绯诽费飞 빈嫔宾槟殡滨濒贫频 빙冰凭骋 사丝写师泻狮筛纱诈词谢赐辞饲驷 산伞删 살杀萨 삽钑飒 상丧伤偿厢尚尝状觞详赏
새玺赛 색啬穑 서书叙屿锄 석硕释锡 선䦅婵癣禅线缐缮羡藓蝉诜选铣鲜 설亵啮设说𫜩 섬歼纤赡闪陕 섭摄 성圣声诚 세势岁税细贳
소啸扫潇烧筿箫绍苏萧诉销骚 속属续谡赎 손孙损荪逊 송讼诵颂 쇄洒锁 쇠钊 수兽寿帅数树绣绥绶薮虽谁输铢随须 숙㴋肃
순笋纯莼询谆顺驯𬭚 술术𬬸 슬虱 습习袭 승绳胜蝇 시时莳视试诗谥 식蚀识轼饰 신烬绅肾荩讯 실实 심审寻渖谌 쌍双
아亚儿哑讶饿鸦鹅 악乐垩恶锷颚龌 안𩽾 알谒轧阏 압压鸭 앙鸯 애暧爱霭 액缢额 앵樱罂莺鹦 야爷 약约药跃
양养扬旸杨样炀疡让酿阳 어渔语驭鱼龉 억亿忆 언谚 엄严俨 업业 여与欤玙舆馀 역绎译驿 연渊砚缘软铅鸢𬙂 열悦热阅 염厌盐阎
엽叶晔烨 영咏嵘溁狞璎缨茔荣营锳颍颖 예秽艺誉诣锐预 오乌吴呜坞奥娱误鳌 옥狱钰 온温稳緼缊蕴藴 옹拥痈 와卧洼涡窝蜗讹
완缓顽 요侥尧峣扰挠摇桡瑶窑绕蛲谣遥饶 욕缛 용佣耸镕镛 우优忧纡邮 욱顼 운殒沄运陨韵𤈶 원员园圆辕远鸳𫖸 월钺
위为伟伪卫围猬玮纬苇袆谓违韦𫇭𬀩 유犹维诱谀谕遗𨱎 윤润赟闰𫟵 융绒 은訚银隐 음荫阴 응应鹰 의义仪医拟舣蚁议谊
이尔异贰贻迩饴饵 인认𬘡 일镒驲 임赁 자谘资 작绰鹊 잔栈残盏 잠暂潜蚕 잡杂 장场墙壮将帐张樯浆肠脏蒋蔷装赃酱长
재斋灾财赍载 쟁争筝诤铮 저伫储纻苎诅贮这龃𫉄 적敌积绩谪贼镝𪟝 전专传战毡电癫笺缠诠转辗钱钿铨镌颤饯𢧐 절疖窃节 점渐鲇
정侦净帧柽桢浈祯订贞郑钉钲铤锭静顶𬘩 제剂济脐荠诸际霁题齐 조条枣组缲诏调赵钓鸟 족镞 종从怂种纵终综肿钟锺
주䌷凑厨昼畴筹纣绸诛踌辏铸驻 준隽骏 중众 즉即 즐栉 증缯证赠 지挚渍纸贽迟 직织职 진尘尽琎真缙缜诊赈轸进阵陈𫈟 질质
집执缉辑 징惩 차车 착凿错龊 찬灿瓒窜缵赞钻馔 찰扎 참参堑忏惨斩谗谶 창仓创厂怆枪沧涨畅疮胀舱苍 채䌽债钗 책册栅责 처处
척掷涤跖 천浅荐贱践迁钏阐 철彻缀辍辙铁 첨佥签谄 첩叠谍贴辄 청厅听清请青鲭 체体滞缔谛递 초础 촉嘱烛触 총丛宠总聪葱铳
추刍坠枢皱诹趋邹锤锥雏驺鳅 축缩轴 충冲虫 췌赘 취骤鹫 측侧恻测 층层 치帜栀炽缁耻辎驰齿 칙则饬 친亲 침寝针 칩蛰 칭称
타堕驮驼 탁浊讬铎 탄叹弹惮滩绽诞 탈夺脱 탐贪 탕汤荡 태兑态 택择泽 터摅 토讨 통恸统 퇴颓 틈闯 파摆罢颇 판办贩钣
패呗狈贝败𬇙 편编骗 폄贬 평评 폐币废毙闭 포铺饱鲍 표标飘骠 품禀 풍冯枫讽风 필毕笔 하虾贺𫚥 학学谑鹤 한汉闲韩𫔮 할辖
함槛缄舰衔 합阖 항恆项 해该谐骇 향响飨饷 허嘘虚许 헌宪献轩 험险验 현伣县岘悬显现绚贤铉𪾢𬀪 혈页
협侠协夹峡挟浃狭胁荚铗颊 형滢荆荥荧莹萤蓥 호号壶户护浒灏缟镐颢 혼浑珲 홍红讧鸿 화华哗桦祸话货 확扩确
환唤奂换欢涣焕环纨还鳏 활阔 황况黄 회会怀桧汇浍狯绘脍诲贿 획㓰划获 횡横𨱑 효晓枭骁𢽾 훈勋埙晕训 휘挥晖讳辉𪸩 휴亏
휼谲鹬 흉汹 흘纥讫 흠钦 흥兴 희戯牺 힐诘
"""
_READ = {character: each[0] for each in _SIMPLIFIED.split() for character in each[1:]}
"""How Korean reads the characters that KS X 1001 writes otherwise: what China has simplified, and common variants.

Each reading stands before its characters; which character is simplified from which is as OpenCC's STCharacters has it.
"""

_KOREAN_SURNAMES = {"李": "리", "柳": "류"}  # as surnames read otherwise than the codec's order says

_SURNAMES = """
佐藤 sato 鈴木 suzuki 高橋 takahashi 田中 tanaka 伊藤 ito 渡辺 watanabe 渡邊 watanabe 渡邉 watanabe 渡部 watanabe
山本 yamamoto 中村 nakamura 小林 kobayashi 加藤 kato 吉田 yoshida 山田 yamada 佐々木 sasaki 山口 yamaguchi
松本 matsumoto 井上 inoue 木村 kimura 林 hayashi 斎藤 saito 斉藤 saito 齋藤 saito 清水 shimizu 山崎 yamazaki 森 mori
池田 ikeda 橋本 hashimoto 阿部 abe 石川 ishikawa 山下 yamashita 中島 nakajima 石井 ishii 小川 ogawa 前田 maeda
岡田 okada 長谷川 hasegawa 藤田 fujita 後藤 goto 近藤 kondo 村上 murakami 遠藤 endo 青木 aoki 坂本 sakamoto
福田 fukuda 太田 ota 西村 nishimura 藤井 fujii 金子 kaneko 岡本 okamoto 藤原 fujiwara 中野 nakano 三浦 miura
原田 harada 中川 nakagawa 松田 matsuda 竹内 takeuchi 小野 ono 田村 tamura 中山 nakayama 和田 wada 石田 ishida
森田 morita 上田 ueda 原 hara 内田 uchida 柴田 shibata 酒井 sakai 宮崎 miyazaki 横山 yokoyama 高木 takagi
安藤 ando 宮本 miyamoto 大野 ono 小島 kojima 谷口 taniguchi 今井 imai 工藤 kudo 高田 takada 増田 masuda 丸山 maruyama
杉山 sugiyama 村田 murata 大塚 otsuka 新井 arai 小山 koyama 平野 hirano 藤本 fujimoto 河野 kono 上野 ueno 野口 noguchi
武田 takeda 松井 matsui 千葉 chiba 岩崎 iwasaki 菅原 sugawara 木下 kinoshita 久保 kubo 佐野 sano 野村 nomura
松尾 matsuo 市川 ichikawa 菊地 kikuchi 杉本 sugimoto 古川 furukawa 島田 shimada 水野 mizuno 桜井 sakurai 高野 takano
吉川 yoshikawa 山内 yamauchi 西田 nishida 西川 nishikawa 菊池 kikuchi 北村 kitamura 安田 yasuda 五十嵐 igarashi
川口 kawaguchi 平田 hirata 関 seki 中田 nakata 久保田 kubota 服部 hattori 東 higashi 川崎 kawasaki 飯田 iida
土屋 tsuchiya 荒木 araki 本田 honda 黒田 kuroda 田口 taguchi 永井 nagai 川村 kawamura 樋口 higuchi 麻原 asahara
安倍 abe 岸 kishi 岸田 kishida 石原 ishihara 重信 shigenobu 松 matsu 浜田 hamada 大西 onishi 森本 morimoto
"""
_GIVEN = """
太郎 taro 一郎 ichiro 二郎 jiro 次郎 jiro 三郎 saburo 四郎 shiro 五郎 goro 健太 kenta 翔太 shota 大輔 daisuke
正 masa 雅 masa 政 masa 昌 masa 真 ma 和 kazu 一 kazu 博 hiro 弘 hiro 裕 hiro 浩 hiro 宏 hiro 広 hiro 明 aki 昭 aki
彰 aki 秋 aki 章 aki 智 tomo 友 tomo 知 tomo 朋 tomo 義 yoshi 良 yoshi 吉 yoshi 芳 yoshi 好 yoshi 美 mi 子 ko 花 hana
華 hana 恵 e 江 e 枝 e 絵 e 香 ka 佳 ka 加 ka 代 yo 世 yo 由 yu 優 yu 祐 yu 雄 o 夫 o 男 o 郎 ro 朗 ro 介 suke 助 suke
輔 suke 太 ta 幸 yuki 雪 yuki 行 yuki 之 yuki 春 haru 晴 haru 治 haru 夏 natsu 冬 fuyu 直 nao 尚 nao 哲 tetsu 徹 toru
隆 takashi 孝 taka 高 taka 貴 taka 武 takeshi 健 ken 憲 ken 賢 ken 謙 ken 信 nobu 伸 nobu 光 mitsu 満 mitsu 茂 shige
重 shige 誠 makoto 実 minoru 稔 minoru 清 kiyoshi 進 susumu 勝 katsu 克 katsu 利 toshi 敏 toshi 俊 toshi 年 toshi
英 hide 秀 hide 樹 ki 紀 nori 典 nori 則 nori 徳 nori 教 nori 彦 hiko 也 ya 哉 ya 弥 ya 人 to 斗 to 翔 sho 勇 isamu
守 mamoru 学 manabu 修 osamu 治郎 jiro 千 chi 奈 na 菜 na 里 ri 理 ri 梨 ri 莉 ri 佐 sa 紗 sa 沙 sa 早 sa 百合 yuri
桜 sakura 愛 ai 彩 aya 綾 aya 文 fumi 史 fumi 富 tomi 静 shizu 久 hisa 寿 hisa 洋 yo 陽 yo 葉 yo 房 fusa 麻 asa 京 kyo
"""
_SURNAME = dict(zip(_SURNAMES.split()[::2], _SURNAMES.split()[1::2], strict=True))
_PIECE = dict(zip(_GIVEN.split()[::2], _GIVEN.split()[1::2], strict=True))
_PIECES = re.compile("|".join(sorted(_PIECE, key=len, reverse=True)))
_HAN = re.compile("[\u3400-\u9fff]{2,4}")


def korean(name: str) -> str:
    """Gives a name of two to four Han characters in Hangul, empty where one of them is not read in Korean."""
    if not _HAN.fullmatch(name):
        return ""
    read = [_KOREAN_SURNAMES.get(name[0]) or _hangul(name[0]), *map(_hangul, name[1:])]
    return "".join(read) if all(read) else ""


def _hangul(character: str) -> str:
    if character in _READ:
        return _READ[character]
    code = character.encode("euc_kr", errors="replace")
    if len(code) != 2 or not _HANJA[0] <= code[0] <= _HANJA[1]:
        return ""
    return _KOREAN[2 * (bisect_right(_STARTS, code) - 1) + 1]


def japanese(name: str) -> str:
    """Gives the usual Japanese reading of a common surname and a forename after it, empty where it is not known."""
    name = "".join(name.split())
    for size in (3, 2, 1):
        surname, given = _SURNAME.get(name[:size], ""), name[size:]
        if surname and given and not _PIECES.sub("", given):
            return f"{surname} " + "".join(_PIECE[each] for each in _PIECES.findall(given))
    return ""
