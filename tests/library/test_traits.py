"""What is taken out of the fields of identifiers."""

import pytest

from briefer.library.bodies import Glance, Named
from briefer.library.traits import NUMBER, as_stated, contacts, is_email, numbers, traits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("75 1234567", ("751234567",)),
        ("IMO 9123456", ("9123456",)),
        ("Russian passport no 550314316 valid from 6.12.2019 until 6.12.2029", ("550314316",)),
        ("271201003620 / 016154160136 (Russia)", ("271201003620", "016154160136")),
        ("771380617804, Russia", ("771380617804",)),
        ("Alt: A59655618 (Iran), expires 15 September 2027", ("A59655618",)),
        ("none known", ("NONEKNOWN",)),
        ("12", ()),
        ("7301193828, 0710012691", ("7301193828", "0710012691")),
        ("722706177 (in 2015)", ("722706177",)),
        ("7702165310 / 770201001", ("7702165310", "770201001")),
        ("2568101 (TRN), 68085539 (BRN)", ("2568101", "68085539")),
        ("7701583410(Tax ID/INN)", ("7701583410",)),
        ("1027700132195 7707083893", ("1027700132195", "7707083893")),
        ("A59655618 (now B9466363)", ("A59655618", "B9466363")),
        ("T04338017, expired 08 May 2013,", ("T04338017",)),
        ("series 6103 No 814361, issued on 8.4.2003", ("814361",)),
        ("1 402 015 986", ("1402015986",)),
        ("12/BAHANA(N)010023", ("12BAHANAN010023",)),
        ("13/Ta Ta Na (Naing)019077", ("NAING019077",)),
    ],
)
def test_a_field_gives_the_numbers_that_stand_in_it(text: str, found: tuple[str, ...]) -> None:
    assert tuple(numbers(text)) == found


def test_call_signs_and_wallets_identify() -> None:
    stated = (Named(prop="callSign", value="T2 EA4"), Named(prop="publicKey", value="0x12d66f87A04a9e22"))
    found = traits(Glance(id="a", schema="Thing", caption="A", values=stated))
    assert list(found) == [("call sign", "T2EA4"), ("wallet", "0X12D66F87A04A9E22")]


def test_the_code_of_a_tax_office_identifies_nobody() -> None:
    stated = (
        ("kppCode", "770701001"),
        ("idNumber", "770743001"),
        ("taxNumber", "7707083893 / 770701001"),
        ("registrationNumber", "190431002"),
        ("passportNumber", "770701001"),
    )
    found = traits(
        Glance(
            id="a", schema="Company", caption="A", values=tuple(Named(prop=prop, value=text) for prop, text in stated)
        )
    )
    assert list(found) == [(NUMBER, "7707083893"), (NUMBER, "190431002"), ("passport", "770701001")]


@pytest.mark.parametrize(
    ("prop", "text", "found"),
    [
        ("email", "Info@Rt-Komplekt.ru, office4291@gmail.com.", ("info@rt-komplekt.ru", "office4291@gmail.com")),
        ("email", "none", ()),
        ("website", "http://www.Odsd.ru/", ("odsd.ru",)),
        ("website", "https://vk.com/luguardnews; gasmash.ru:8080", ("vk.com/luguardnews", "gasmash.ru")),
        ("website", "info@odsd.ru", ()),
        ("phone", "+ 7 (812) 640-19-10, + 7 (921) 910-31-32", ("78126401910", "79219103132")),
        ("phone", "8 (495) 781-05-73 / 0086 13621583465", ("74957810573", "8613621583465")),
        ("phone", "(357)(22668608) ext. 12", ("35722668608",)),
        ("phone", "+98 912 345 6789, +380 44 123 45 67", ("989123456789", "380441234567")),
    ],
)
def test_contacts_are_read_as_they_are_dialled_and_typed(prop: str, text: str, found: tuple[str, ...]) -> None:
    kinds = {"email": "e-mail", "website": "website", "phone": "telephone"}
    stated = Glance(id="a", schema="Thing", caption="A", values=(Named(prop=prop, value=text),))
    assert list(traits(stated)) == [(kinds[prop], each) for each in found]
    assert [each for kind, each in contacts(text) if kind == kinds[prop]] == list(found)


def test_an_e_mail_address_is_told_from_a_text_that_holds_one() -> None:
    assert (is_email(" A.B@c-d.com "), is_email("A B@c.com"), is_email("@c.com")) == (True, False, False)


@pytest.mark.parametrize(
    ("kind", "value", "prop", "text", "shown"),
    [
        ("wallet", "1HN9ERTC", "publicKey", "1Hn9ErTC", "1Hn9ErTC"),
        ("passport", "751234567", "passportNumber", "75 1234567 (Russia)", "75 1234567"),
        ("IMO number", "9123456", "imoNumber", "IMO 9123456", "9123456"),
        ("telephone", "78126401910", "phone", "+ 7 (812) 640-19-10", "7 (812) 640-19-10"),
        ("telephone", "74957810573", "phone", "8 (495) 781-05-73", "8 (495) 781-05-73"),
        ("telephone", "74957810573", "phone", "8 (495) 781-05-74", ""),
        ("wallet", "1HN9ERTC", "notes", "1Hn9ErTC", ""),
    ],
)
def test_a_mark_is_shown_as_its_field_writes_it(kind: str, value: str, prop: str, text: str, shown: str) -> None:
    assert as_stated(kind, value, prop, text) == shown
