"""How much of what is asked a name tells."""

import pytest

from briefer.library.keys import key, plain, script
from briefer.library.likeness import weight, words
from briefer.library.told import Named, told


def named(name: str, schema: str = "") -> Named:
    return Named(words=tuple(words(key(name))), spelt=plain(name), script=script(name), schema=schema)


@pytest.mark.parametrize(
    ("asked", "found", "score", "why"),
    [
        ("Oleg Deripaska", "Oleg Deripaska", 100, "exact name"),
        ("KAYAKIRAN", "KRAN CENTER KAMAZ LLC", 0, ""),
        ("KAYAKIRAM", "أكرم السلطي", 0, ""),
        ("Naksh Pall", "société par actions ENIKS", 36, "1 of 2 words, some spelt differently"),
        ("建平 徐", "YANG, Jianping", 50, "2 of 3 words, some joined or split, some spelt differently"),
        ("玉 张", "北京和德宇航技术有限公司", 36, "1 of 2 words, some spelt differently"),
        ("学 翼 渡辺", "XU, Bin", 50, "2 of 4 words, some spelt differently"),
        (
            "بارعة عبد الباقي آل محمد بن علي بن جماز",
            "MOHAMMED, Abd' al-Baki",
            58,
            "4 of 8 words, some spelt differently",
        ),
        ("BULMLET TRADE OOD", "BULLET TRADE OOD", 84, "all words, some spelt differently"),
        ("Khitii Sepahh", "Khiti Sepah", 100, "exact name"),
        ("kliti holding company", "KHITI HOLDING COMPANY", 80, "all words, some spelt differently"),
        ("JO OYNG-WON", "JO YONG-WON", 97, "all words, some spelt differently"),
        ("عبد الله", "Abdullah", 85, "all words, some joined or split, some spelt differently"),
        ("SHAH Muk htar Hamid", "SHAH Mukhtar Hamid", 96, "all words, some joined or split, some spelt differently"),
        ("OlegDeripaska", "Oleg Deripaska", 99, "all words, some joined or split"),
        ("Intercorp Legoca, S.A. De C.W.", "Intercorp Legoca S.A. de C.V.", 90, "2 of 6 words"),
        ("NP Patrushev", "PATRUSHEV, Nikolai Platonovich", 97, "all words, initials"),
        ("NK Rosneft", "OJSC Rosneft", 94, "all words but the form"),
        ("수진 김", "KIM, JIN SOK", 67, "2 of 3 words"),
        ("LLC", "Corp", 0, ""),
    ],
)
def test_a_name_scores_by_what_it_tells_of_the_words_asked_for(asked: str, found: str, score: int, why: str) -> None:
    alike = told(named(asked), named(found), weight)
    assert (alike.why, abs(alike.score - score) <= 3) == (why, True), alike


@pytest.mark.parametrize(("found", "most"), [("Ali Hasan", 48), ("Ali Hasan Omar", 65), ("Ali Hasan Omar Karim", 82)])
def test_a_name_scores_little_more_than_the_share_of_the_telling_words_that_it_holds(found: str, most: int) -> None:
    assert told(named("Bilal Ali Hasan Omar Karim Yusuf"), named(found), weight).score == most


@pytest.mark.parametrize(
    ("asked", "found", "schema", "most"),
    [
        ("Toyota", "THOTH", "Vessel", 70),
        ("Ростех", "JSC RUSTE", "Company", 70),
        ("BP plc", "P.B. SADR CO.", "Company", 0),
        ("Siemens AG", "Semen Alekseevich MASHKAUTSAN", "Person", 62),
        ("OOO Ivanov", "Ivanov", "Person", 80),
        ("Toyota Motor Corporation", "T-Motor", "Company", 60),
        ("Toyota Motor", "T T", "Company", 0),
    ],
)
def test_what_speaks_against_a_name_puts_it_well_below_its_own(asked: str, found: str, schema: str, most: int) -> None:
    assert told(named(asked), named(found, schema), weight).score <= most


@pytest.mark.parametrize(
    ("asked", "found", "schema", "least"),
    [
        ("خالد", "Khaled", "Person", 80),
        ("Oleg Shig", "Oleg Shoigu", "Person", 80),
        ("Shoigo", "Shoigu", "Person", 80),
        ("Iyad ag Ghali", "AG GHALI, Iyad", "Person", 95),
        ("Ag Ghali", "AG GHALI, Iyad", "Person", 85),
        ("Siemens AG", "Siemens", "Company", 90),
        ("Siemens AG", "Siemens", "", 90),
        ("LLC", "LLC", "Person", 100),
        ("A.B.C. Trading", "ABC Trading", "Company", 95),
        ("Oleg Deripaska", "O. Deripaska", "Person", 85),
        ("T Motor", "T-Motor", "Company", 100),
    ],
)
def test_what_only_seems_to_speak_against_a_name_takes_nothing_off(
    asked: str, found: str, schema: str, least: int
) -> None:
    assert told(named(asked), named(found, schema), weight).score >= least


@pytest.mark.parametrize(
    ("asked", "found", "why"),
    [
        ("ПАО Сбербанк", "SBERBANK", "all words but the form"),
        ("OOO NK Rosneft", "Rosneft", "all words but the form"),
        ("OOO Toyota", "Tota", "all words but the form, some spelt differently"),
        ("OOO Total Petrol", "Petrol Motor", "1 of 3 words"),
    ],
)
def test_it_is_said_where_a_form_alone_is_lacking(asked: str, found: str, why: str) -> None:
    assert told(named(asked), named(found), weight).why == why
