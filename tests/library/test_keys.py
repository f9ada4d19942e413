"""What search takes for the same name."""

import pytest

from briefer.library.keys import GENERIC, bones, digits_inside, initials, key, plain, script


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Дерипаска", "DERIPASKA"),
        ("Хабаров", "Khabarov"),
        ("Щукин", "Shchukin"),
        ("Юлия Цой", "YULIYA TSOY"),
        ("Евгений", "Yevgeniy"),
        ("Игорь", "IGOR'"),
        ("O’Brien, Pat", "obrien pat"),
        ("Müller", "MULLER"),
        ("Alexey", "Aleksey"),
        ("Жуков", "Jukov"),
        ("Schtschukin", "Щукин"),
        ("Smirnoff", "Смирнов"),
        ("Sergej", "Sergei"),
        ("Dеripаska", "Deripaska"),  # Cyrillic е and а among Latin letters
        ("Дериnаскa".replace("n", "п"), "Дерипаска"),  # a Latin a among Cyrillic letters
        ("ΑΒE", "ABE"),  # Greek look-alikes among Latin letters
        ("Ig0r Sech1n", "Igor Sechin"),
        ("习近平", "Xi Jin Ping"),
        ("김정은", "Kim Jong Un"),
        ("Open Joint Stock Company Gazprom", "публичное акционерное общество Газпром"),
        ("VABO2012 EOOD", "VABO 2012 EOOD"),
        ("A.B.C. Trading", "ABC Trading"),
        ("Muelle, S.A. de C.V.", "MUELLE SA DE CV"),
        ("Muelle, S. de R.L. de C.V.", "Muelle S de RL de CV"),
        ("陽光科技有限公司", "yang guang technology company limited"),
        ("بنك سورية الدولية", "bank suria international"),
        ("บริษัท เอ จำกัด", "company eo limited"),
        ("ប៉ុល", "Pol"),
        ("az-Zawahiri", "al-Zawahiri"),
        ("Abu Bakr as Sadiq", "Abu Bakr al Sadiq"),
        ("Salah ud-Din", "Salah ul Din"),
        ("ash-Sharq", "al-Sharq"),
        ("آیت الله علی", "آیت‌الله علی"),
        ("Grand Ayatollah Reza", "Ayatollah Reza"),
        ("Green Limited Partnership", "Green LP"),
        ("룡", "Ryong"),
    ],
)
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_two_letters_with_stops_are_initials_unless_they_end_a_name_as_its_form() -> None:
    assert [key(name) for name in ("S.A. Lavrov", "S. A. Lavrov", "Muelle S.A.", "N.N.")] == [
        "s a lavrov",
        "s a lavrov",
        "mule sa",
        "n n",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("People’s Liberation Army", "pla"),
        ("Public Joint Stock Company Ministry of Defence and of War", "mdv"),
        ("Two Words", None),
        ("One Two Three Four Five Six Seven Eight Nine Ten", None),
    ],
)
def test_a_name_of_several_words_has_initials(name: str, expected: str | None) -> None:
    assert initials(key(name)) == expected


@pytest.mark.parametrize("name", ["AS Siguldas", "Banka-Tat", "Bank AS SE", "at Trade"])
def test_what_only_looks_like_an_article_stays(name: str) -> None:
    assert "al" not in key(name).split()


def test_a_key_is_words_of_plain_letters() -> None:
    assert key('  "KAB-Bank" (O.O.O.) 5 ') == "kab bank lc 5"
    assert key("***") == ""


def test_generic_words_are_keys_themselves() -> None:
    assert {key(word) for word in ("company", "LLC", "ООО", "AG", "bank", "dr", "bin")} <= GENERIC


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Дерипаска", "Cyrillic"), ("王毅", "Han"), ("Müller 5º", ""), ("PAO Сбербанк", "Cyrillic"), ("", "")],
)
def test_the_script_is_that_of_the_first_foreign_letter(name: str, expected: str) -> None:
    assert script(name) == expected


def test_consonants_with_a_vowel_between_stay_two() -> None:
    assert (bones("kaiakiran"), bones("kran")) == ("kkrn", "krn")


def test_consonants_alone_join_arabic_with_latin_letters() -> None:
    assert [bones(word) for word in key("محمد الأسد").split()] == [
        bones(key(word)) for word in ("Mohamed", "al", "Assad")
    ]
    assert bones(key("משה")) == bones(key("Moshe"))


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Sech1n", True),
        ("URALVAG0NZAV0D", True),
        ("Plant 44", False),
        ("1st Brigade", False),
        ("SU-35", False),
        ("", False),
    ],
)
def test_digits_inside_a_word_are_told_from_numbers(name: str, inside: bool) -> None:
    assert digits_inside(name) is inside
    assert any(map(str.isdigit, plain(name))) is (not inside and any(map(str.isdigit, name)))
