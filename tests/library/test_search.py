"""Which entities a name finds, how high, and what is said of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.library import Library
from briefer.model.answers import Hit
from briefer.model.errors import BadCall

from .lists import listing, record, tag

RECORDS = (
    record("ofac-1", "DERIPASKA, Oleg Vladimirovich", tags=(tag("UKRAINE-EO13661"), tag("UKRAINE-EO13662"))),
    record("ofac-2", "PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA", "Sberbank", "PAO SBERBANK", schema="Company"),
    record("ofac-3", "OOO ROSTEC", "РОСТЕХ", schema="Organization", tags=(tag(until="2020-01-01"),)),
    record("ofac-4", "KHABAROV, Yevgeniy Sergeyevich", tags=(tag("CUBA", ended=True), tag("X", start="2999-01-01"))),
    record("ofac-5", "ROSTEC MARINE", schema="Vessel"),
    record("ofac-6", "BANK ROSSIYA", schema="Company"),
    record("ofac-7", "PETROV, Oleg Ivanovich"),
    record("ofac-8", "Kim “NEAR” Jong's", "*", ""),
    *(record(f"ofac-1{number:03}", f"OOO BANK {chr(65 + number)}RENA", schema="Company") for number in range(26)),
)


@pytest.fixture
def filled(library: Library) -> Library:
    library.import_list(listing(*RECORDS, published="2025-01-01"))
    return library


def first(library: Library, name: str) -> Hit:
    return library.search(name)[0]


def test_a_hit_says_which_name_matched_and_why(filled: Library) -> None:
    assert first(filled, "Oleg Vladimirovich Deripaska") == Hit(
        id="ofac-1",
        caption="DERIPASKA, Oleg Vladimirovich",
        schema="Person",
        score=100,
        matched="DERIPASKA, Oleg Vladimirovich",
        why="all words",
        programmes=("UKRAINE-EO13661", "UKRAINE-EO13662"),
        listed=True,
        lists=("ofac-sdn",),
    )


@pytest.mark.parametrize(
    ("asked", "found", "why"),
    [
        ("Дерипаска", "ofac-1", "all words, transliterated from Cyrillic"),
        ("Олег Дерипаска", "ofac-1", "all words, transliterated from Cyrillic"),
        ("Хабаров Евгений", "ofac-4", "all words, transliterated from Cyrillic"),
        ("Ростех", "ofac-3", "exact name"),
        ("deripaska", "ofac-1", "all words"),
        ("DERIPASCA", "ofac-1", "all words, some spelt differently"),
        ("Oleg Deripaska Timurovich", "ofac-1", "2 of 3 words"),
        ("Oleg Deripaska", "ofac-1", "all words"),
        ("Sberbank PAO", "ofac-2", "all words"),
        ("ofac-5", "ofac-5", "identifier"),
        (" ofac-5 ", "ofac-5", "identifier"),
        ("Rostec", "ofac-3", "all words"),
        ("Derizzz", "", ""),
        ("Rossiya Bank", "ofac-6", "all words"),
        ("LLC", "", ""),
    ],
)
def test_a_name_finds_its_entity(filled: Library, asked: str, found: str, why: str) -> None:
    hits = filled.search(asked)
    assert (hits[0].id, hits[0].why) == (found, why) if found else hits == ()


def test_a_generic_word_weighs_little(filled: Library) -> None:
    assert first(filled, "OOO Rostec Bank").id == "ofac-3"
    assert first(filled, "Rostec Marine LLC").score > 80


def test_an_organisation_form_that_is_asked_for_speaks_against_a_person(filled: Library) -> None:
    assert 60 < first(filled, "Deripaska LLC").score < first(filled, "Deripaska").score - 15


def test_a_whole_name_stands_above_a_part_of_one(filled: Library) -> None:
    assert [each.id for each in filled.search("Rostec")][:2] == ["ofac-3", "ofac-5"]
    scores = [each.score for each in filled.search("Oleg Deripaska")]
    assert scores == sorted(scores, reverse=True)


def test_what_has_ended_or_not_begun_is_not_in_force(filled: Library) -> None:
    assert [(first(filled, name).programmes, first(filled, name).listed) for name in ("Khabarov", "OOO Rostec")] == [
        ((), False),
        ((), False),
    ]


def test_the_kind_covers_its_own_kinds(filled: Library) -> None:
    def kinds(kind: str) -> set[str]:
        return {each.schema for each in filled.search("Rostec", kind=kind)}

    assert kinds("LegalEntity") == kinds("organization") == {"Organization"}
    assert kinds("Vessel") == kinds("Asset") == {"Vessel"}
    assert kinds("Thing") == kinds("") == {"Vessel", "Organization"}
    assert kinds("Person") == set()


def test_the_programme_the_score_and_the_limit_narrow(filled: Library) -> None:
    assert [each.id for each in filled.search("Oleg", programme="ukraine-eo13661")] == ["ofac-1"]
    assert {each.score >= 90 for each in filled.search("Deripaska Oleg", min_score=90)} == {True}
    assert len(filled.search("bank", limit=3)) == 3
    assert filled.search("bank", limit=0) == ()


@pytest.mark.parametrize("asked", ["", "  ", "*", '"', "-", "'", "№"])
def test_a_query_without_words_finds_nothing(filled: Library, asked: str) -> None:
    assert filled.search(asked) == ()


@pytest.mark.parametrize("asked", ['"Deripaska"', "Deripaska*", "Deripaska -Oleg", "key:Deripaska", "Deripaska') --"])
def test_search_operators_are_data(filled: Library, asked: str) -> None:
    assert first(filled, asked).id == "ofac-1"


@pytest.mark.parametrize("asked", ["NEAR", "NOT near", "Kim AND NEAR", "near OR"])
def test_words_that_are_operators_are_words(filled: Library, asked: str) -> None:
    assert first(filled, asked).id == "ofac-8"


def test_a_changed_name_replaces_the_former(filled: Library) -> None:
    filled.import_list(listing(record("ofac-1", "SOMEBODY ELSE"), *RECORDS[1:], published="2025-02-01"))
    assert filled.search("Deripaska", min_score=80) == ()
    assert first(filled, "somebody else").id == "ofac-1"


def test_an_entity_whose_name_has_no_letters_is_found_by_its_id(library: Library) -> None:
    library.import_list(listing(record("ofac-1", "***")))
    assert [each.caption for each in library.search("ofac-1")] == ["***"]


def test_a_delisted_entity_is_found_and_not_shown_as_listed(filled: Library) -> None:
    filled.import_list(listing(*RECORDS[1:], published="2025-02-01"))
    assert (first(filled, "Deripaska").listed, first(filled, "Deripaska").programmes) == (False, ())


MORE = (
    record("x-1", "Mohamed Ali HASSAN", values_=(("birthDate", "1965-02-03"), ("nationality", "Syria"))),
    record("x-2", "MOHAMED ALI Hassan", values_=(("birthDate", "1970"), ("country", "ru"))),
    record("x-3", "Hassan, Mohamed Ali"),
    record("x-4", "PATRUSHEV, Nikolai Platonovich", tags=(tag("A", start="2018-01-01"), tag("B", start="2022-01-01"))),
    record("x-5", "ЛАВРОВ Сергей Викторович", tags=(tag("A", ended=True),)),
    record("x-6", "GOODWILL SHIPPING", schema="Company"),
    record("x-7", "习近平"),
    record("x-8", "Arnold KORNILOV"),
    record("x-9", "AL"),
    record("x-10", "A.B.C. Trading", schema="Company"),
    record("x-11", "FIRST BRIGADE", schema="Organization"),
    record("x-12", "Abdullah"),
)


@pytest.fixture
def more(library: Library) -> Library:
    library.import_list(listing(*MORE, published="2025-01-01"))
    return library


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("N. Patrushev", "x-4"),
        ("NP Patrushev", "x-4"),
        ("Nikolai Patr ushev", "x-4"),
        ("NikolaiPatrushev", "x-4"),
        ("Bikolai Patrushev", "x-4"),
        ("Patrushew Nikolaj", "x-4"),
        ("Serguei Lavrov", "x-5"),
        ("S. V. Lavrov", "x-5"),
        ("Lawrow", "x-5"),
        ("1avrov Serge1", "x-5"),
        ("Good Will Shipping", "x-6"),
        ("GOODWILL SHIPPING LLC", "x-6"),
        ("Xi Jinping", "x-7"),
        ("Amold Komilov", "x-8"),
        ("Коrnilov Arnold", "x-8"),
        ("Patruxhvv", "x-4"),
        ("ABC Trading", "x-10"),
        ("1st Brigade", "x-11"),
        ("عبد الله", "x-12"),
    ],
)
def test_a_name_is_found_however_it_is_written(more: Library, asked: str, found: str) -> None:
    assert first(more, asked).id == found


def test_arabic_finds_latin_names(more: Library) -> None:
    assert {each.id for each in more.search("محمد علي حسن")[:3]} == {"x-1", "x-2", "x-3"}


FOREIGN = (
    record("y-1", "PEOPLE'S LIBERATION ARMY", schema="Organization"),
    record("y-2", "Peter Ludwig ANDERSEN"),
    record("y-3", "KIM Jong Il"),
    record("y-4", "SUZUKI, Ichiro"),
    record("y-5", "WUHAN GAOXIN TECHNOLOGY COMPANY LIMITED", schema="Company"),
    record("y-6", "Reza QAVAMI"),
    record("y-7", "SALAH, Abdallah"),
    record("y-8", "RUIYUAN BINGZHI WEIMING GONGSI", schema="Company"),
    record("y-9", "NASIRUDDIN, Wahid"),
)


@pytest.fixture
def foreign(library: Library) -> Library:
    library.import_list(listing(*FOREIGN, published="2025-01-01"))
    return library


@pytest.mark.parametrize(
    ("asked", "found", "why"),
    [
        ("PLA", "y-1", "all words, initials"),
        ("金正日", "y-3", "exact name, read in Korean"),
        ("鈴木一郎", "y-4", "exact name, read in Japanese"),
        ("武汉高芯科技有限公司", "y-5", "all words, some joined or split, transliterated from Han"),
        ("رضا", "y-6", "all words, some spelt differently, read in Persian"),
        ("صلاح عبدالله", "y-7", "all words, some spelt differently, transliterated from Arabic"),
        ("amihsuz", "", ""),
        ("ikuzus", "y-4", "all words, read backwards"),
        ("兵志威明", "y-8", "all words, some joined or split, transliterated from Han"),
    ],
)
def test_a_name_is_found_by_its_initials_and_as_its_script_is_read(
    foreign: Library, asked: str, found: str, why: str
) -> None:
    hits = foreign.search(asked)
    assert (hits[0].id, hits[0].why) == (found, why) if found else hits == ()


def test_only_organisations_are_found_by_their_initials_and_filters_hold(foreign: Library) -> None:
    assert [each.id for each in foreign.search("PLA", kind="Organization")] == ["y-1"]
    assert [each.id for each in foreign.search("PLA", kind="Person")] == []
    assert [each.id for each in foreign.search("PLA", programme="CUBA")] == []


def test_a_year_of_birth_keeps_those_born_in_it_and_puts_the_unknown_behind(more: Library) -> None:
    hits = more.search("Mohamed Ali Hassan 1965")
    assert [(each.id, each.score, each.why) for each in hits] == [
        ("x-1", 100, "exact name, born in 1965"),
        ("x-3", 92, "all words, no birth stated"),
    ]
    assert [each.id for each in more.search("1965")] == []


def test_country_regime_days_and_listing_narrow(more: Library) -> None:
    def ids(asked: str, **said: Any) -> set[str]:
        return {each.id for each in more.search(asked, **said)}

    assert ids("Hassan", country="sy") == ids("Hassan", country="Syria") == {"x-1"}
    assert ids("Hassan", country="RU") == {"x-2"}
    assert ids("Hassan", regime="us") == {"x-1", "x-2", "x-3"}
    assert ids("Hassan", regime="EU") == set()
    assert ids("Patrushev", listed_from=date(2019, 1, 1)) == {"x-4"}
    assert ids("Patrushev", listed_from=date(2019, 1, 1), programme="A") == set()
    assert ids("Patrushev", listed_to=date(2017, 1, 1)) == set()
    assert (ids("Lavrov", listed=True), ids("Lavrov", listed=False)) == (set(), {"x-5"})
    assert (ids("x-5", listed=False), ids("x-5", listed=True)) == ({"x-5"}, set())


def test_a_country_that_is_none_is_refused_unless_a_list_states_it(more: Library) -> None:
    assert [each.id for each in more.search("Hassan", country="SYR")] == ["x-1"]
    more.import_list(listing(record("eu-1", "Hassan", values_=(("country", "Gaza"),)), of="eu-fsf", publisher="EU"))
    assert [each.id for each in more.search("Hassan", country="gaza")] == ["eu-1"]
    for code in ("zz", "zzz", "Atlantis"):
        with pytest.raises(BadCall, match=f"“{code}” is no country; say its name or its code"):
            more.search("Hassan", country=code)


@pytest.mark.parametrize("asked", ["zzzzqqq", "zzzzqqq wwww", "qqqzzz"])
def test_repeated_letters_are_not_taken_for_a_short_name(library: Library, asked: str) -> None:
    library.import_list(listing(record("ofac-1", "ZK HOLDING", schema="Company"), record("ofac-2", "UR-CKZ")))
    assert [hit.id for hit in library.search(asked) if hit.score >= 50] == []
    assert library.starting(asked) == ()
    assert [hit.id for hit in library.search("ZK Holding")] == ["ofac-1"]


def test_a_name_of_one_letter_again_and_again_is_found_by_its_spelling(library: Library) -> None:
    library.import_list(listing(record("ofac-1", "CCCC", schema="Company"), record("ofac-2", "C")))
    assert next((hit.id, hit.score) for hit in library.search("CCCC")) == ("ofac-1", 100)


def test_a_common_word_alone_never_scores_full(filled: Library) -> None:
    assert [filled.search(word) for word in ("CORP", "GmbH", "ООО")] == [(), (), ()]
    assert {each.score <= 50 for each in filled.search("BANK")} == {True}


def test_any_text_is_answered(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Library.open(tmp_path_factory.mktemp("any") / "library.sqlite") as library:
        library.import_list(listing(*RECORDS))

        @settings(max_examples=150, deadline=None)
        @given(st.text(max_size=40))
        def answered(asked: str) -> None:
            assert all(0 <= each.score <= 100 for each in library.search(asked))

        answered()


NUMBERED = (
    record("ofac-1", "DERIPASKA, Oleg Vladimirovich"),
    record("ofac-2", "SBERBANK", schema="Company", values_=(("innCode", "7707083893"),)),
    record("ofac-3", "ADLER", schema="Vessel", values_=(("imoNumber", "IMO 9179701"),)),
    record("uk-RUS0250", "VTB Bank", schema="Company"),
    record("ofac-4", "Shanghai ManYa Industrial and Trade Co., Ltd", schema="Company"),
    record("ofac-5", "OOO SMIT", schema="Company"),
    record("ofac-6", "ROMARINE AS", "RO MARINE", schema="Company"),
    record("ofac-7", "LAVROV, Sergei", values_=(("nationality", "Russian"),)),
    record("ofac-8", "PUTIN, Vladimir", values_=(("nationality", "Ukrainian, Russian"),)),
)


@pytest.fixture
def numbered(library: Library) -> Library:
    library.import_list(listing(*NUMBERED, published="2025-01-01"))
    return library


@pytest.mark.parametrize(
    ("asked", "id", "matched"),
    [
        ("7707083893", "ofac-2", "7707083893"),
        ("INN 7707083893", "ofac-2", "7707083893"),
        ("9179701", "ofac-3", "9179701"),
        ("IMO 9179701", "ofac-3", "9179701"),
        ("rus0250", "uk-RUS0250", "VTB Bank"),
        ("uk-RUS0250", "uk-RUS0250", "VTB Bank"),
    ],
)
def test_an_identifier_finds_its_bearer_first(numbered: Library, asked: str, id: str, matched: str) -> None:
    found = first(numbered, asked)
    assert (found.id, found.matched, found.why, found.score) == (id, matched, "identifier", 100)
    assert [each.id for each in numbered.search(asked, kind="Person") if each.why == "identifier"] == []


KOREANS = (
    record("k-1", "CHOE, Ryong Hae"),
    record("k-2", "RI, Pyong Chol"),
    record("k-3", "O, Kuk-Ryol"),
    record("k-4", "HWANG, Pyong So"),
    record("k-5", "KIM, Jong Un"),
    record("k-6", "PAK, To-Chun"),
    record("k-7", "JO, Yong-Won"),
    record("k-8", "RIM, Chol Ung"),
    record("k-9", "RO, Kwang Chol"),
)


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("최룡해", "k-1"),
        ("최용해", "k-1"),
        ("崔龙海", "k-1"),
        ("崔龍海", "k-1"),
        ("리병철", "k-2"),
        ("이병철", "k-2"),
        ("李炳哲", "k-2"),
        ("오극렬", "k-3"),
        ("黄炳誓", "k-4"),
        ("황병서", "k-4"),
        ("김정은", "k-5"),
        ("金正恩", "k-5"),
        ("박도춘", "k-6"),
        ("조용원", "k-7"),
        ("임철웅", "k-8"),
        ("림철웅", "k-8"),
        ("노광철", "k-9"),
        ("로광철", "k-9"),
    ],
)
def test_a_korean_is_found_in_hangul_and_in_han_as_either_half_writes_him(
    library: Library, asked: str, id: str
) -> None:
    library.import_list(listing(*KOREANS))
    found = first(library, asked)
    assert (found.id, found.score) == (id, 100)


SLIPS = (
    record("s-1", "BULLET TRADE OOD", schema="Company"),
    record("s-2", "BANK SEPAH", schema="Company"),
    record("s-3", "KHITI HOLDING COMPANY", schema="Company"),
    record("s-4", "KAYAKIRAN, Evren"),
    record("s-5", "KRAN CENTER KAMAZ LLC", schema="Company"),
    record("s-6", "LLC PALFINGER KRAN RUS", schema="Company"),
    record("s-7", "أكرم السلطي"),
    record("s-8", "KHAMENEI, Ali Husseini"),
    record("s-9", "AL-ZAWAHIRI, Ayman"),
    record("s-10", "GREEN CAR RENT LIMITED PARTNERSHIP", schema="Company"),
    record("s-11", "AA"),
)


@pytest.fixture
def slipped(library: Library) -> Library:
    library.import_list(listing(*SLIPS, published="2025-01-01"))
    return library


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("BULMLET TRADE OOD", "s-1"),
        ("BULMLET TRADE", "s-1"),
        ("BULET TRADE OOD", "s-1"),
        ("BULLIT TRADE OOD", "s-1"),
        ("BULLTE TRADE OOD", "s-1"),
        ("BULLETT TRADE OOD", "s-1"),
        ("BANK SEPH", "s-2"),
        ("KLITI HOLDING COMPANY", "s-3"),
        ("KAYAKIRAM", "s-4"),
    ],
)
def test_one_slip_beside_a_generic_word_loses_nobody(slipped: Library, asked: str, id: str) -> None:
    found = first(slipped, asked)
    assert (found.id, found.score >= 75) == (id, True)


def test_a_word_is_not_borne_out_by_the_consonants_of_another_one(slipped: Library) -> None:
    assert [each.id for each in slipped.search("KAYAKIRAN", min_score=50)] == ["s-4"]
    assert [each.id for each in slipped.search("KAYAKIRAM", min_score=50)] == ["s-4"]


@pytest.mark.parametrize(
    ("asked", "id", "least"),
    [
        ("آیت الله خامنه‌ای", "s-8", 70),
        ("آیت‌الله العظمی خامنه‌ای", "s-8", 70),
        ("Grand Ayatollah Ali Khamenei", "s-8", 90),
        ("Aiman az-Zawahiri", "s-9", 100),
        ("Ayman Az Zawahiri", "s-9", 100),
        ("Green Car Rent LP", "s-10", 100),
    ],
)
def test_titles_articles_and_forms_are_known_in_all_their_shapes(
    slipped: Library, asked: str, id: str, least: int
) -> None:
    found = first(slipped, asked)
    assert (found.id, found.score >= least) == (id, True), found


def test_no_hit_scores_nothing(slipped: Library) -> None:
    assert slipped.search(5000 * "a") == ()


def test_a_name_read_backwards_is_spelt_as_it_is(slipped: Library) -> None:
    assert [each.id for each in slipped.search("narikayak")] == ["s-4"]
    assert slipped.search("narijayak", min_score=60) == ()


def test_of_two_that_score_alike_the_one_with_the_name_spelt_closest_is_first(library: Library) -> None:
    prime = "Limited Liability Company Prime Shipping"
    library.import_list(
        listing(record("p-1", "Praim Shipping", "Prime Shipping"), record("p-2", prime, "Prime Shipping"))
    )
    assert first(library, "Company Liability Shipping Limited Prime").id == "p-2"


BANKS = (
    record("ofac-1", "SBERBANK", schema="Company", values_=(("swiftBic", "SABRRUMM"),)),
    record("ofac-2", "SBER BANK", schema="Company", values_=(("swiftBic", "SABRBY2X012"),)),
    *(
        record(f"ofac-1{at}", f"SBER {each}", schema="Company")
        for at, each in enumerate(("Vostok", "Lizing", "Mobail"))
    ),
    record("ofac-3", "SWIFT HOLDING", schema="Company", values_=(("idNumber", "UNDATED1"),)),
    record("ofac-30", "JOY", schema="Airplane", values_=(("registrationNumber", "EP-GOM"),)),
    record("ofac-31", "LUNA", schema="Vessel", values_=(("callSign", "T2EA4"),)),
    record("ofac-32", "CHAIN", values_=(("publicKey", "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"),)),
    record("ofac-4", "KIM, Yo Jong"),
    record("ofac-5", "KIM, Jong Un"),
    record("ofac-6", "PUTIN, Vladimir"),
    record("ofac-7", "PUTINA, Maria"),
    record("ofac-8", "Mr White"),
    record("ofac-9", "WHITE"),
    record("ofac-40", "SHIG", schema="Organization"),
    record("ofac-41", "SHOIGU, Sergei Kuzhugetovich"),
    record("ofac-20", "ROSNEFT", schema="Company"),
    record("ofac-21", "ZAO NNK", schema="Company"),
    record("ofac-22", "AULIS", schema="Vessel"),
    record("ofac-23", "DERIPASKA, Oleg Vladimirovich"),
    record("ofac-24", "USMANOV, Alisher"),
    record("ofac-25", "PRIGOZHIN, Yevgeniy Viktorovich"),
    record("ofac-26", "HISB'UL SHABAAB", schema="Organization"),
    record("ofac-27", "HIZBALLAH", schema="Organization"),
)


@pytest.fixture
def banks(library: Library) -> Library:
    library.import_list(listing(*BANKS, published="2025-01-01"))
    return library


@pytest.mark.parametrize("asked", ["Sber Bank", "sber-bank", "Сбер Банк", "PJSC Sber Bank"])
def test_two_words_find_the_one_that_they_make_though_they_stand_apart_elsewhere(banks: Library, asked: str) -> None:
    hits = {each.id: each.score for each in banks.search(asked, limit=2)}
    assert hits.keys() == {"ofac-1", "ofac-2"}
    assert min(hits.values()) >= 90


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("SABRRUMM", "ofac-1"),
        ("sabrrummxxx", "ofac-1"),
        ("SABRRUMM007", "ofac-1"),
        ("SWIFT/BIC: SABRRUMM", "ofac-1"),
        ("SABRBY2X012", "ofac-2"),
        ("BIC SABRBY2X", "ofac-2"),
        ("EP-GOM", "ofac-30"),
        ("call sign T2EA4", "ofac-31"),
        ("12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", "ofac-32"),
        ("XBT 12qtd5bfwrsdnsazy76uve1xycgntojh9h", "ofac-32"),
    ],
)
def test_an_identifier_of_letters_finds_its_bearer(banks: Library, asked: str, id: str) -> None:
    assert [(each.id, each.why) for each in banks.search(asked, min_score=100)] == [(id, "identifier")]


def test_letters_are_an_identifier_as_a_swift_code_alone(banks: Library) -> None:
    assert [each for each in banks.search("UNDATEDA") if each.why == "identifier"] == []


@pytest.mark.parametrize(
    ("asked", "id", "why"),
    [
        ("Mr Putin", "ofac-6", "all words, title left out"),
        ("г-н Путин", "ofac-6", "all words, title left out, transliterated from Cyrillic"),
        ("Mr White", "ofac-8", "exact name"),
        ("Gen. Shoigu", "ofac-41", "all words, title left out"),
        ("Shoigu", "ofac-41", "all words"),
        ("Mrs White", "ofac-9", "exact name, title left out"),
        ("Kim Jong-eun", "ofac-5", "exact name, spelt as in North Korea"),
        ("ПАО НК Роснефть", "ofac-20", "all words but the form, transliterated from Cyrillic"),
        ("NK Rosneft", "ofac-20", "all words but the form"),
        ("Hisbollah", "ofac-27", "all words, some spelt differently"),
        ("أوليغ ديريباسكا", "ofac-23", "all words, some spelt differently, read as a foreign name"),
        ("عليشير عثمانوف", "ofac-24", "all words, some spelt differently, read as a foreign name"),
        ("يفغيني بريغوجين", "ofac-25", "all words, some spelt differently, read as a foreign name"),
    ],
)
def test_what_says_little_does_not_lead_away_from_who_is_meant(banks: Library, asked: str, id: str, why: str) -> None:
    found = first(banks, asked)
    assert (found.id, found.why) == (id, why)
    assert found.score >= 75


def test_what_is_spelt_alike_stands_behind_the_word_itself_and_is_not_lost(banks: Library) -> None:
    scores = {each.id: each.score for each in banks.search("Shoigu")}
    assert scores["ofac-41"] > 85 > 70 > scores["ofac-40"] > 50
    assert first(banks, "Shoigo").id == "ofac-41"


TWO_SPELLINGS = (
    *(record(f"ofac-{60 + at}", f"SOVKOMBANK {each}", schema="Company") for at, each in enumerate("ABCD")),
    record("uk-1", "Sovkombank", schema="Company"),
    record("eu-1", "Sovcombank", schema="Company"),
    record("ofac-70", "SOVCOMBANK LEASING LLC", schema="Company"),
    record("ofac-71", "SURGUTNEFTEGAS"),
    record("eu-2", "Сургутнефтегаз"),
)


@pytest.mark.parametrize("limit", [2, 20, 500])
def test_a_near_spelling_is_found_behind_the_word_itself_however_many_names_hold_that(
    library: Library, limit: int
) -> None:
    library.import_list(listing(*TWO_SPELLINGS))
    hits = library.search("Совкомбанк", limit=limit)
    scores = {hit.id: hit.score for hit in hits}
    assert (hits[0].id, hits[0].score, hits[1].id) == ("uk-1", 100, "eu-1")
    assert 85 <= scores["eu-1"] < 100
    assert limit == 2 or {"ofac-60", "ofac-63", "ofac-70"} < scores.keys()
    assert [hit.id for hit in library.search("Surgutneftegas")] == ["ofac-71", "eu-2"]
    assert {hit.id for hit in library.search("Sovkombank Leasing LLC")} >= {"ofac-70"}


def test_a_common_word_is_asked_as_it_stands(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.import_list(listing(*TWO_SPELLINGS))
    monkeypatch.setattr("briefer.library.candidates._COMMON", 4)
    assert "eu-1" not in {hit.id for hit in library.search("Sovkombank")}


FIRMS = (
    record("eu-1", "Perm Motors", schema="Company"),
    record("eu-2", "SHOIGU, Sergei"),
    record("eu-3", "URALVAGONZAVOD", schema="Company"),
    record("eu-4", "Igor SECHIN"),
    record("eu-5", "Am0k Firm", schema="Company"),
    record("eu-6", "ADLER", schema="Vessel"),
    record("eu-7", "Sberbank", schema="Company"),
)


@pytest.mark.parametrize(
    ("asked", "id", "least", "most", "why"),
    [
        ("General Motors", "eu-1", 0, 80, "1 of 2 words"),
        ("General Shoigu", "eu-2", 85, 99, "all words, title left out"),
        ("MV Adler", "eu-6", 99, 99, "exact name, title left out"),
        ("URALVAG0NZAV0D", "eu-3", 100, 100, "exact name, digits read as letters"),
        ("Sech1n Igor", "eu-4", 100, 100, "all words, digits read as letters"),
        ("Am0k Firm", "eu-5", 100, 100, "exact name"),
        ("Igor Setschin", "eu-4", 100, 100, "exact name, other letters for the same sounds"),
        ("SECHIN Igor", "eu-4", 100, 100, "all words"),
        ("ПАО Сбербанк", "eu-7", 90, 99, "all words but the form, transliterated from Cyrillic"),
    ],
)
def test_a_hit_says_in_what_it_differs_and_a_rank_is_none_in_the_name_of_a_firm(
    library: Library, asked: str, id: str, least: int, most: int, why: str
) -> None:
    library.import_list(listing(*FIRMS))
    found = first(library, asked)
    assert (found.id, found.why, least <= found.score <= most) == (id, why, True), found


def test_a_title_that_is_left_out_keeps_a_name_below_the_one_that_bears_it(banks: Library) -> None:
    assert [(each.id, each.score) for each in banks.search("Mr White", limit=2)] == [("ofac-8", 100), ("ofac-9", 99)]


def test_a_surname_is_not_read_as_initials_beside_a_forename(numbered: Library) -> None:
    found = first(numbered, "John Smith")
    assert (found.id, found.why) == ("ofac-5", "1 of 2 words")


def test_a_long_word_finds_before_a_short_one(numbered: Library) -> None:
    found = first(numbered, "Sberbank OR 1")
    assert (found.id, found.why[:4]) == ("ofac-2", "1 of")


@pytest.mark.parametrize(("asked", "id"), [("سيرغي لافروف", "ofac-7"), ("بوتين", "ofac-8")])
def test_a_foreign_name_in_arabic_is_read_with_the_letters_that_arabic_lacks(
    numbered: Library, asked: str, id: str
) -> None:
    assert first(numbered, asked).id == id


def test_a_nationality_narrows_as_its_country(numbered: Library) -> None:
    assert [each.id for each in numbered.search("Putin", country="ua")] == ["ofac-8"]
    assert {each.id for each in numbered.search("Lavrov", country="Russian")} >= {"ofac-7"}


@pytest.mark.parametrize(
    ("narrowing", "said"),
    [
        ({"kind": "Nonsense"}, "“Nonsense” is no kind of entity; say Person,"),
        ({"regime": "ZZ"}, "“ZZ” is no regime that lists state; say US,"),
        ({"listed_from": date(2026, 1, 1), "listed_to": date(2025, 1, 1)}, "in the wrong order"),
    ],
)
def test_a_filter_that_can_find_nothing_is_refused(numbered: Library, narrowing: dict[str, Any], said: str) -> None:
    with pytest.raises(BadCall, match=said):
        numbered.search("Putin", **narrowing)


def test_what_may_be_a_company_is_found_as_one_and_said_so(library: Library) -> None:
    kinds = ("Company", "LegalEntity", "Organization", "PublicBody", "Person")
    library.import_list(listing(*(record(f"x-{kind}", "Odd Trading", schema=kind) for kind in kinds)))
    found = {each.id: each.why for each in library.search("Odd Trading", kind="company")}
    said = ", its list does not say whether it is a company"
    assert found.keys() == {"x-Company", "x-LegalEntity", "x-Organization"}
    assert {id: why.endswith(said) for id, why in found.items() if id != "x-Company"} == dict.fromkeys(
        ("x-LegalEntity", "x-Organization"), True
    )
    assert "does not say" not in found["x-Company"]


def test_kinds_and_regimes_that_a_list_states_itself_may_be_asked_for(library: Library) -> None:
    odd = tag()
    library.import_list(listing(record("x-1", "Odd", schema="Treasure", tags=(replace(odd, regime="ZZ"),))))
    assert [each.id for each in library.search("Odd", kind="treasure", regime="zz")] == ["x-1"]


NAMESAKES = tuple(
    record(
        f"ofac-{5000 + at}",
        f"{'ABCDEFGH'[at % 8]}{'aeiou'[at % 5]}l{'kmnrst'[at % 6]}{'aeiou'[at // 40]} VTB",
        schema="Company",
    )
    for at in range(200)
)


def test_every_name_that_holds_the_word_is_found_up_to_the_limit(library: Library) -> None:
    library.import_list(listing(*NAMESAKES, record("ofac-9000", "VTB"), record("ofac-9001", "VTP Alkan")))
    hits = library.search("VTB", limit=500)
    assert {hit.id for hit in hits} >= {each.id for each in NAMESAKES}
    assert hits[0].id == "ofac-9000"
    assert len(library.search("VTB", limit=120)) == 120
    assert library.search("VTB", limit=5) == hits[:5]
    assert library.search("VTB", limit=10**18) == hits


def test_the_answer_does_not_depend_on_the_order_in_which_the_states_came(tmp_path: Path) -> None:
    one = (listing(*NAMESAKES, published="2025-01-01"), listing(*RECORDS, of="ofac-cons", published="2025-01-01"))
    with Library.open(tmp_path / "one") as first, Library.open(tmp_path / "other") as other:
        for each in one:
            first.import_list(each)
        for each in reversed(one):
            other.import_list(each)
        other.import_list(listing(*NAMESAKES[::-1], published="2025-02-01"))
        other.withdraw(next(row.id for row in other.lists() if row.list == "ofac-sdn"))
        for asked in ("VTB", "vtb bank", "bank", "Alka", "Petrov"):
            assert first.search(asked, limit=30) == other.search(asked, limit=30)


def test_it_is_said_where_more_names_hold_the_words_than_are_compared(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.import_list(listing(*NAMESAKES))
    assert library.more("VTB") == 0
    monkeypatch.setattr("briefer.library.candidates.MOST", 50)
    assert (library.more("VTB", limit=3), library.more("Alka VTB", limit=3)) == (50, 0)
    assert (library.more("VTB", limit=19), library.more("VTB", limit=20)) == (190, 0)
    assert library.more("VTB", limit=3, kind="Company") == 50
    assert library.more("VTB", limit=3, kind="Person") == 0
    assert library.more("...") == 0
    library.import_list(
        listing(*(record(f"c-{at}", f"{name} LLC") for at, name in enumerate("ABCD" * 20)), of="ofac-cons")
    )
    monkeypatch.setattr("briefer.library.candidates.MOST", 5)
    assert (library.search("Limited Liability Company"), library.more("Limited Liability Company")) == ((), 0)
