"""The words of names that say little or mean the same: organisation forms, titles, particles, numbers, forenames."""

FORM_PHRASES = {
    "llc": "limited liability company; obshchestvo s ogranichennoy otvetstvennostyu; "
    "tovarystvo z obmezhenoyu vidpovidalnistyu; gesellschaft mit beschrankter haftung; "
    "societatea cu raspundere limitata; societe a responsabilite limitee; sociedad de responsabilidad limitada; "
    "sp z o o; s r l; o o o; g m b h; l l c; s de rl de cv; s de rl; private limited; pty ltd; pvt ltd; "
    "co ltd; company limited; limited company; liability limited company",
    "jsc": "joint stock limited company; "
    "public joint stock company; open joint stock company; closed joint stock company; joint stock company; "
    "publichnoe aktsionernoe obshchestvo; otkrytoe aktsionernoe obshchestvo; zakrytoe aktsionernoe obshchestvo; "
    "nepublichnoe aktsionernoe obshchestvo; aktsionernoe obshchestvo; aktsionernoye obshchestvo; "
    "aktsionerne tovarystvo; public limited company; sociedad anonima; societe anonyme; societa per azioni; "
    "anonim sirketi; spolka akcyjna; aktiengesellschaft; o a o; p a o; z a o; p l c; s p a; sa de cv",
    "fgup": "federal state unitary enterprise; state unitary enterprise; "
    "federalnoe gosudarstvennoe unitarnoe predpriyatie; unitarnoe predpriyatie; unitary enterprise",
    "fgbu": "federal state budgetary institution; federal state autonomous institution; "
    "federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie",
    "lp": "limited partnership; hang hun suan chamkat",
    "ano": "autonomous non profit organization; autonomous nonprofit organization; "
    "avtonomnaya nekommercheskaya organizatsiya",
}
"""Organisation forms written out or dotted, by the class they belong to."""

FORM_WORDS = {
    "llc": "ooo tov llc ltd limited gmbh srl sarl bv sro doo fze fzco fzc dmcc lda ltda kft mbh too ood eood ohg kg cv "
    "pty pvt rl sas scs",
    "jsc": "ao oao pao zao npao jsc ojsc cjsc pjsc psc ag sa spa plc inc incorporated corp corporation nv oy oyj ab as "
    "asa kk pte sae saog aktiengeselschaft pat prat aat at tbk bhd berhad co company kompaniya",
    "fgup": "fgup gup fsue sue mup",
    "fgbu": "fgbu fgau fgbou fsbi gbu",
    "ano": "ano",
    "lp": "lp llp lllp",
    "": "nk gk",
}
"""Organisation forms of one word, by the same classes; of no class are those that stand beside one (НК, ГК)."""

TITLES = (
    "mr mrs ms miss dr prof professor sir lord lady sheikh shaikh sheik haji hajji mullah maulavi mawlawi president "
    "prasident monsieur madame general gen colonel col major captain ayatollah sayyid mv mt"
)
"""Words before a name that belong to nobody's name alone."""

VESSELS = "mv mt"
"""Those of the titles that stand before the name of a vessel."""

ADDRESSES = (
    "adm admiral brig brigadier capt cpt comrade doctor doktor frau gospodin gospoja gospozha herr lieutenant lt maj "
    "marshal mlle mme polkovnik professor senor senora tovarisch tovarishch"
)
"""Words by which somebody is addressed, and which stand inside other names too: titles at the head of what is asked."""

TITLE_PHRASES = {"ayatollah": "grand ayatollah; ait alh al adhmi; aitalh al adhmi; ait alh; aitalh; aia alh"}
"""Titles of several words by the one that says the same; Persian and Arabic ones in the letters they are written in."""

ABBREVIATED = {"г-н": "господин", "г-жа": "госпожа", "д-р": "доктор"}
"""Cyrillic titles that a hyphen divides, as they are said."""

PARTICLES = "al el ul bin ibn ben bint abu umm van von der den de la le da du dos das di del ter und and i e y zu"
"""Words inside a name that are often left out or written together."""

SMALL = "of the and for in on to de la le les des du del di do da dos das i y e und et fur pour po na al ul bin"
"""Words that initials leave out."""

COMMON = (
    "bank banka banking group holding holdings international trading trade industries industry industrial general "
    "management investment investments shipping maritime marine foundation trust fund capital services service center "
    "centre tsentr bureau office enterprise enterprises organization organisation association institute institution "
    "research scientific production nauchno proizvodstvennoe obedinenie zavod plant works systems "
    "technologies technology technical engineering development commercial import export logistics transport energy oil "
    "gas petroleum national state federal republic ministry department government russian russia rossii the of for and "
    "liability limited joint stock public open closed private intl int in on with im fur pour para na po dlya gruppa "
    "firma factory"
)
"""Words so common among organisations that they tell little on their own."""

NUMBERS = {
    "1": "one first 1st",
    "2": "two second 2nd",
    "3": "three third 3rd thirty",
    "4": "four fourth 4th forty",
    "5": "five fifth 5th fifty",
    "6": "six sixth 6th sixty",
    "7": "seven seventh 7th seventy",
    "8": "eight eighth 8th eighty",
    "9": "nine ninth 9th ninety",
}
"""Numbers in words; the tens stand for their digit, so that "forty-four" reads as 44 once joined."""

SAME_NAMES = (
    "aleksandr oleksandr alexander aliaksandr alexandre alexandros",
    "vladimir volodymyr uladzimir",
    "sergei serhii sergejs siarhei serge",
    "nikolai mykola mikalai nicolas nikolay",
    "dmitri dmytro dzmitry dimitri",
    "mikhail mykhailo mikhael michael mikail",
    "yevgeni yevhen yauheni eugene evgeni",
    "andrei andrii andrey andrew andriy",
    "pavel pavlo paul",
    "petr petro pyotr piotr peter",
    "aleksei oleksii aliaksei alexis",
    "oleg oleh",
    "igor ihor",
    "konstantin kostiantyn constantine",
    "yuri yurii iurii georgy",
    "viktor victor",
    "yekaterina kateryna ekaterina catherine",
    "yelena olena elena helena",
    "anatoli anatolii",
    "vasili vasyl",
    "grigori hryhorii gregory",
    "muhammad mohammed mohamed mohamad mehmet muhammed mohammad",
    "ahmad ahmed ahmet",
    "hussein husayn hossein husseini hussain",
    "yusuf yousef youssef joseph",
    "ibrahim ebrahim abraham",
    "umar omar",
    "usama osama",
    "benjamin binyamin bibi ben",
    "barack barry",
    "william bill",
    "robert bob",
    "abd abdul abdel abdal abdol",
    "international intl",
    "hizballah hezbollah hizbullah hizbollah hisbollah hisballah hezballah",
)
"""Forms of one forename in several languages, and the commonest short ones."""

KOREAN_SURNAMES = (
    "ahn an bae baek cha chang choe choi cho chon chong chung gang gim gwak ha han heo ho hong hwang im jang jeon "
    "jeong jo jon jong jung kang kim ko kwak kwon lee li lim ma min mun myong nam no oh pae paek pak park ri rim ro "
    "roh ryu seo sin shin so son song u woo yang yi yon yoo yoon yu yun"
)
"""Korean surnames in Latin letters, by which a name is known for one that may be spelt in another system."""

KOREAN = {"gim": "kim", "bag": "park", "i": "lee", "choe": "choi", "jeong": "jong", "jeon": "jon", "bak": "park"}
"""Korean syllables in the letters that their bearers use, where these differ from the official ones."""

FOREIGN = {
    "company": "公司 会社 會社 회사 บริษัท شركة الشركة شرکت εταιρεία Εταιρεία ΕΤΑΙΡΕΙΑ ընկերություն კომპანია",
    "limited": "有限 จำกัด",
    "liability": "责任 責任",
    "joint stock": "股份 株式 주식",
    "llc": "ذ.م.م ش.م.م",
    "technology": "科技 技术 技術 기술 فناوری التكنولوجيا",
    "international": "国际 國際 국제 الدولية بین‌المللی",
    "trading": "贸易 貿易 商贸 商貿 무역 التجارية للتجارة بازرگانی",
    "group": "集团 集團 グループ 그룹 กรุ๊ป مجموعة گروه Όμιλος ΟΜΙΛΟΣ",
    "industry": "工业 工業 实业 實業 공업 صنایع الصناعات",
    "machinery": "机械 機械 기계",
    "electronics": "电子 電子 전자",
    "petroleum": "石油 석유",
    "petrochemical": "石化 石油化工",
    "chemical": "化工 化学 化學 화학",
    "energy": "能源 에너지",
    "bank": "银行 銀行 은행 ธนาคาร بنك البنك مصرف بانک Τράπεζα",
    "shipping": "航运 航運 海运 海運 船务 船務 해운 کشتیرانی للملاحة",
    "logistics": "物流",
    "university": "大学 大學 대학교 دانشگاه جامعة",
    "institute": "研究所 研究院 연구소 موسسه",
    "holdings": "控股",
    "investment": "投资 投資 투자 للاستثمار",
    "import export": "进出口 進出口 수출입",
    "development": "发展 發展 개발",
    "aviation": "航空 항공",
    "equipment": "设备 設備",
    "materials": "材料",
    "center": "中心 センター مركز مرکز",
    "systems": "システムズ システム",
    "factory": "工厂 工廠 厂 공장",
    "general": "총 العامة",
    "hong kong": "香港",
    "organization": "منظمة سازمان Οργάνωση",
    "ministry": "وزارة وزارت Υπουργείο",
    "association": "جمعية",
    "movement": "حركة",
}
"""Words of organisations' names in scripts of their own, by the English word that lists translate them with."""
