"""The words of names that say little or mean the same: organisation forms, titles, particles, numbers, forenames."""

FORM_PHRASES = {
    "llc": "limited liability company; obshchestvo s ogranichennoy otvetstvennostyu; "
    "tovarystvo z obmezhenoyu vidpovidalnistyu; gesellschaft mit beschrankter haftung; "
    "societatea cu raspundere limitata; societe a responsabilite limitee; sociedad de responsabilidad limitada; "
    "sp z o o; s r l; o o o; g m b h; l l c; private limited; pty ltd; pvt ltd; co ltd; company limited",
    "jsc": "public joint stock company; open joint stock company; closed joint stock company; joint stock company; "
    "publichnoe aktsionernoe obshchestvo; otkrytoe aktsionernoe obshchestvo; zakrytoe aktsionernoe obshchestvo; "
    "nepublichnoe aktsionernoe obshchestvo; aktsionernoe obshchestvo; aktsionernoye obshchestvo; "
    "aktsionerne tovarystvo; public limited company; sociedad anonima; societe anonyme; societa per azioni; "
    "anonim sirketi; spolka akcyjna; aktiengesellschaft; o a o; p a o; z a o; p l c; s p a",
    "fgup": "federal state unitary enterprise; state unitary enterprise; "
    "federalnoe gosudarstvennoe unitarnoe predpriyatie; unitarnoe predpriyatie; unitary enterprise",
    "fgbu": "federal state budgetary institution; federal state autonomous institution; "
    "federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie",
    "ano": "autonomous non profit organization; autonomous nonprofit organization; "
    "avtonomnaya nekommercheskaya organizatsiya",
}
"""Organisation forms written out or dotted, by the class they belong to."""

FORM_WORDS = {
    "llc": "ooo tov llc ltd limited gmbh srl sarl bv sro doo fze fzco fzc dmcc lda ltda kft mbh too ood eood ohg kg",
    "jsc": "ao oao pao zao npao jsc ojsc cjsc pjsc psc ag sa spa plc inc incorporated corp corporation nv oy oyj ab as "
    "asa kk pte sae saog aktiengeselschaft pat prat aat at tbk bhd berhad co company kompaniya",
    "fgup": "fgup gup fsue sue mup",
    "fgbu": "fgbu fgau fgbou fsbi gbu",
    "ano": "ano",
    "lp": "lp llp lllp",
}
"""Organisation forms of one word, by the same classes."""

TITLES = (
    "mr mrs ms miss dr prof professor sir lord lady sheikh shaikh sheik haji hajji mullah maulavi mawlawi president "
    "prasident monsieur madame general gen colonel col major captain ayatollah sayyid mv mt"
)
"""Words before a name that belong to nobody's name alone."""

PARTICLES = "al el ul bin ibn ben bint abu umm van von der den de la le da du dos das di del ter und and i e y zu"
"""Words inside a name that are often left out or written together."""

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
)
"""Forms of one forename in several languages, and the commonest short ones."""

KOREAN = {"gim": "kim", "bag": "park", "i": "lee", "choe": "choi", "jeong": "jong", "jeon": "jon", "bak": "park"}
"""Korean syllables in the letters that their bearers use, where these differ from the official ones."""
