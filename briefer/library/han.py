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
