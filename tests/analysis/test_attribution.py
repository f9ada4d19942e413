"""Who is said to have said a sentence is found in the usual ways of saying it, and in no others."""

import pytest

from briefer.analysis.attribution import attribution, hearsay

SAID = {
    "The minister, Anna Beispiel said that it stays.": ("Anna Beispiel", "said"),
    "Former Treasury official Carl Muster noted that orders exist.": ("Former Treasury official Carl Muster", "noted"),
    "European leaders, particularly President Anna Beispiel, have expressed concerns about it.": (
        "European leaders, particularly President Anna Beispiel",
        "expressed",
    ),
    "The minister, speaking in Bern, told reporters so.": ("The minister", "told"),
    "According to Carl Muster, it stays.": ("Carl Muster", "according to"),
    "It stays, according to the Ministry of Finance.": ("the Ministry of Finance", "according to"),
    "“It stays,” said Anna Beispiel, the minister.": ("Anna Beispiel", "said"),
    "“It stays,” wrote Carl Muster in a post on the net.": ("Carl Muster", "wrote"),
    '"It stays," Muster told reporters, "for now."': ("Muster", "told"),
    "Muster: “It stays.”": ("Muster", "quoted"),
    "On Monday Carl Muster said it stays.": ("Carl Muster", "said"),
    "President Anna Beispiel on Thursday urged them to stay.": ("President Anna Beispiel", "urged"),
    "In a statement the ministry said it stays.": ("the ministry", "said"),
    "As Mr. Muster put it, this is over.": ("Mr. Muster", "put it"),
    "In his speech, Muster went further, warning that it ends.": ("Muster", "warning"),
    "Sponsors claim that fifty are for it.": ("Sponsors", "claim"),
    "But the Commission has repeatedly warned that it stays.": ("the Commission", "warned"),
    "Песков заявил, что санкции останутся.": ("Песков", "заявил"),
    "«Ждём», — сказал Дмитрий Образцов.": ("Дмитрий Образцов", "сказал"),
    "Об этом сообщил 4 марта представитель МИД Иван Образцов.": ("представитель МИД Иван Образцов", "сообщил"),
    "По словам министра Ивана Образцова, всё готово.": ("министра Ивана Образцова", "по словам"),
    "В министерстве заявили, что пять судов ушли.": ("В министерстве", "заявили"),
    "За словами Олени Зразок, санкції лишаться.": ("Олени Зразок", "за словами"),
}


@pytest.mark.parametrize("sentence", SAID)
def test_the_speaker_and_the_verb_are_found(sentence: str) -> None:
    found = attribution(sentence)
    assert found is not None
    assert (found.speaker, found.verb) == SAID[sentence]


UNSAID = (
    "The member states renewed the listings.",
    "This suggests that talks failed.",
    "Evidence suggested that the bank moved funds.",
    "The move was announced in Bern.",
    "Its stated objectives are in Article 1.",
    "Russia’s stated aims are known.",
    "The first reported case dates from 2018.",
    "On Monday announced cuts took effect.",
    "In promised cuts lies hope.",
    "A report of 3 March lists them.",
    "He read “Muster said so” aloud.",
    "Monday said nothing.",
    "“It stays,” said nothing of note.",
    f"Muster and {'another and ' * 8}friends said so.",
    "It lapsed on 12 March.",
    "",
)


@pytest.mark.parametrize("sentence", UNSAID)
def test_where_nobody_speaks_nobody_is_found(sentence: str) -> None:
    assert attribution(sentence) is None


UNNAMED = (
    "According to multiple sources, it stays.",
    "Western officials said that it stays.",
    "The ministry said that it stays.",
    "It stays, according to people familiar with the matter.",
    "He said that it stays.",
    "По данным ведомства, рынок упал.",
    "Он заявил, что это так.",
)


@pytest.mark.parametrize("sentence", UNNAMED)
def test_a_crowd_or_a_role_is_not_a_name(sentence: str) -> None:
    found = attribution(sentence)
    assert found is not None
    assert not found.named


def test_he_or_she_is_who_spoke_before() -> None:
    found = attribution("She added that it ends.", "Anna Beispiel")
    assert found is not None
    assert (found.speaker, found.named) == ("Anna Beispiel", True)


def reported(sentence: str) -> list[str]:
    found = attribution(sentence)
    assert found is not None
    return [sentence[start:end].strip() for start, end in found.spans]


def test_the_speakers_words_end_where_the_article_goes_on_in_its_own() -> None:
    assert reported("Muster said it stays, signaling his resolve.") == ["it stays"]
    assert reported("Muster said it stays, although that is untrue.") == ["it stays"]
    assert reported("According to Muster, it stays, showing resolve.") == [", it stays"]
    assert reported("It stays, according to Muster, a wise man.") == ["It stays,"]


def test_quotations_are_the_speakers_words_wherever_they_stand() -> None:
    assert reported("Muster said it stays, calling it “wise”.") == ["“wise”", "it stays"]


@pytest.mark.parametrize("sentence", ["It was widely reported that more follow.", "Allegedly it stays."])
def test_hearsay_names_the_words_that_leave_it_to_nobody(sentence: str) -> None:
    assert hearsay(sentence)
    assert not hearsay("Muster said so.")
