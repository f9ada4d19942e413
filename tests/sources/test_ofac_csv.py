"""OFAC's legacy CSV set."""

from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings

N = "-0- "


def row(number: int, name: str, kind: str = N, programme: str = "CUBA", remarks: str = N, **columns: str) -> str:
    cells = [str(number), quoted(name), quoted(kind), quoted(programme)]
    cells += [quoted(columns.get(name, N)) for name in ("title", "call", "type", "tonnage", "grt", "flag", "owner")]
    return ",".join([*cells, quoted(remarks)]) + "\r\n"


def quoted(text: str) -> str:
    return text if text == N else '"' + text.replace('"', '""') + '"'


def write_set(write: Write, main: str, *, add: str = "", alt: str = "", comments: str = "", cons: bool = False) -> Path:
    names = (
        ("CONS_ADD.CSV", "CONS_ALT.CSV", "CONS_COMMENTS.CSV") if cons else ("Add.csv", "alt.csv", "SDN_COMMENTS.CSV")
    )
    for name, content in zip(names, (add, alt, comments), strict=True):
        write(name, content + "\x1a")
    return write("cons_prim.csv" if cons else "sdn.csv", main + "\x1a")


def test_a_set_is_found_from_any_of_its_files(write: Write, tmp_path: Path) -> None:
    comment = '36,"one; two; three; four"\r\n'  # more semicolons than commas
    main = write_set(write, row(36, "AERO"), alt='36,12,"aka","AERO-CARIBBEAN",-0- \r\n', comments=comment)
    for name in ("sdn.csv", "alt.csv", "SDN_COMMENTS.CSV"):
        reading = recognise(tmp_path / name)
        assert reading.path == main
        assert (reading.format, reading.kind) == ("ofac-csv", "list")
        assert [file.name for file in reading.files] == ["sdn.csv", "Add.csv", "alt.csv", "SDN_COMMENTS.CSV"]


def test_the_head_names_the_list_without_a_date(write: Write) -> None:
    head = records(write_set(write, row(36, "AERO")))[0]
    assert isinstance(head, Head)
    assert (head.list, head.publisher, head.regime, head.published) == ("ofac-sdn", "OFAC", "US", None)


def test_the_hash_of_a_set_changes_with_each_file_and_not_with_its_name(write: Write, tmp_path: Path) -> None:
    path = write_set(write, row(36, "AERO"))
    first = recognise(path).sha256
    path.rename(tmp_path / "SDN.CSV")
    assert recognise(tmp_path / "SDN.CSV").sha256 == first
    write("alt.csv", '36,12,"aka","AERO-CARIBBEAN",-0- \r\n')
    assert recognise(tmp_path / "SDN.CSV").sha256 != first


def test_a_person_has_names_title_addresses_and_programmes(write: Write) -> None:
    path = write_set(
        write,
        row(7, "DOE, Jane", "individual", "FTO] [SDGT]  [RUSSIA-EO14024", "DOB 1965.", title="Minister"),
        alt='7,1,"aka","ROE, Jane",-0- \r\n7,2,"fka","MISS D",-0- \r\n7,3,"nka","X",-0- \r\n7,4,"zka","Y","odd"\r\n',
        add='7,1,"1 Main St","Havana 10","Cuba",-0- \r\n7,2,-0- ,-0- ,"Cuba",-0- \r\n7,3,-0- ,-0- ,-0- ,-0- \r\n',
    )
    (person,) = entities(path)
    assert (person.id, person.schema, person.caption) == ("ofac-7", "Person", "DOE, Jane")
    assert [(value.prop, value.value, value.note) for value in person.values] == [
        ("name", "DOE, Jane", ""),
        ("lastName", "DOE", ""),
        ("firstName", "Jane", ""),
        ("alias", "ROE, Jane", ""),
        ("previousName", "MISS D", ""),
        ("alias", "X", "n.k.a."),
        ("alias", "Y", "zka; odd"),
        ("position", "Minister", ""),
        ("address", "1 Main St, Havana 10, Cuba", ""),
        ("country", "Cuba", ""),
        ("birthDate", "1965", ""),
    ]
    assert [(item.regime, item.programme, item.list_type, item.start) for item in person.designations] == [
        ("US", tag, "SDN", None) for tag in ("FTO", "SDGT", "RUSSIA-EO14024")
    ]
    assert person.remarks == "DOB 1965."


def test_a_company_with_a_comma_keeps_its_name_whole(write: Write) -> None:
    (company,) = entities(write_set(write, row(8, "CECOEX, S.A.")))
    assert company.schema == "LegalEntity"
    assert [value.prop for value in company.values] == ["name"]


def test_a_vessel_has_its_columns_and_an_owner(write: Write) -> None:
    columns = {"call": "P3QG3", "type": "Tug", "tonnage": "640", "grt": "300", "flag": "Iran", "owner": "NITC"}
    path = write_set(write, row(1, "NITC") + row(9, "AMIN", "vessel", **columns))
    vessel = entities(path)[1]
    assert vessel.schema == "Vessel"
    props = {value.prop: value.value for value in vessel.values}
    assert props["callSign"] == "P3QG3"
    assert props["grossRegisteredTonnage"] == "300"
    (link,) = vessel.links
    assert (link.kind, link.subject, link.object) == ("Ownership", "ofac-1", "ofac-9")


def test_a_type_of_record_that_is_new_is_kept_as_a_note(write: Write) -> None:
    (record,) = entities(write_set(write, row(9, "X", "submarine")))
    assert record.schema == "LegalEntity"
    assert record.values[1].value == "SDN_Type submarine"


def test_a_cut_remark_is_joined_with_its_comment_without_a_space(write: Write) -> None:
    cut = "x" * 980 + "; a.k.a. 'LONG NAM"
    path = write_set(write, row(1, "A", remarks=cut.ljust(1000, "M")), comments='1,"E\'; Gender Male."\r\n')
    (record,) = entities(path)
    assert record.remarks.endswith("MME'; Gender Male.")
    assert record.values[-1].value == "Male"
    assert not warnings(path)


def test_a_cut_remark_without_its_comment_is_told(write: Write, tmp_path: Path) -> None:
    path = write_set(write, row(1, "A", remarks="x" * 1000))
    assert [warned.record for warned in warnings(path)] == ["ofac-1"]
    (tmp_path / "SDN_COMMENTS.CSV").unlink()
    found = warnings(path)
    assert [warned.record for warned in found] == ["", "ofac-1"]
    assert "SDN_COMMENTS.CSV is not beside" in found[0].message


def test_a_comment_that_continues_nothing_is_kept_and_told(write: Write) -> None:
    path = write_set(
        write, row(1, "A", remarks="DOB 1965.") + row(2, "B"), comments='1,"ber 5."\r\n2,"Gender Male."\r\n'
    )
    first, second = entities(path)
    assert first.values[-1].value == "ber 5."
    assert first.remarks == "DOB 1965."
    assert second.values[-1].value == "Male"
    assert [warned.record for warned in warnings(path)] == ["ofac-1"]


def test_linked_names_are_matched_exactly_and_only_where_they_are_unique(write: Write) -> None:
    rows = row(1, "ALPHA") + row(2, "BETA") + row(3, "BETA")
    path = write_set(write, rows + row(4, "X", remarks="Linked To: ALPHA; Linked To: BETA; Linked To: alpha."))
    assert [link.object for link in entities(path)[3].links] == ["ofac-1", "", ""]


def test_a_repeated_number_is_told_and_the_first_row_kept(write: Write) -> None:
    path = write_set(write, row(1, "A") + row(1, "B"))
    assert [record.caption for record in entities(path)] == ["A"]
    assert warnings(path)[0].message == "row 2 repeats this number; the first row was kept"


def test_rows_for_records_that_the_list_lacks_are_told(write: Write) -> None:
    extra = "".join(f'{number},1,"aka","X",-0- \r\n' for number in range(2, 9))
    (warned,) = warnings(write_set(write, row(1, "A"), alt=extra))
    assert warned.message == "ALT.CSV has rows for 7 records that sdn.csv lacks (2, 3, 4, 5, 6 …)"


def test_a_row_for_one_record_that_the_list_lacks_is_told_as_one(write: Write) -> None:
    (warned,) = warnings(write_set(write, row(1, "A"), alt='2,1,"aka","X",-0- \r\n'))
    assert warned.message == "ALT.CSV has rows for 1 record that sdn.csv lacks (2)"


def test_a_set_whose_main_file_is_cut_off_is_refused(write: Write) -> None:
    rows = "".join(f'{number},1,"a street","a town","a land",-0- \r\n' for number in range(1, 23))
    path = write_set(write, row(1, "A"), add=rows)
    with pytest.raises(BadInput, match=r"sdn\.csv: ADD\.CSV beside it has rows for 21 records that it lacks \(2, 3, 4"):
        entities(path)
    assert len(entities(write_set(write, row(1, "A") + row(2, "B"), add=rows))) == 2


def test_the_non_sdn_set_tells_the_part_of_the_list_by_programme(write: Write) -> None:
    directive = "Executive Order 13662 Directive Determination - Subject to Directive 1."
    path = write_set(write, row(1, "A", programme="UKRAINE-EO13662] [RUSSIA-EO14024", remarks=directive), cons=True)
    head, *_ = records(path)
    assert isinstance(head, Head)
    assert head.list == "ofac-cons"
    (record,) = entities(path)
    assert [(item.list_type, item.measures) for item in record.designations] == [
        ("SSI", (directive.removesuffix("."),)),
        ("", ()),
    ]


@pytest.mark.parametrize(("cons", "kinds"), [(True, ["SSI", ""]), (False, ["SSI", "SDN"])])
def test_directives_of_another_order_stand_beside_a_block_too(write: Write, cons: bool, kinds: list[str]) -> None:
    remarks = (
        "Executive Order 13662 Directive Determination - Subject to Directive 1; Executive Order 14024 Directive "
        "Information Subject to Directive 3 - New debt.; Listing Date (EO 14024 Directive 2): 24 Feb 2022."
    )
    path = write_set(write, row(1, "A", programme="UKRAINE-EO13662] [RUSSIA-EO14024", remarks=remarks), cons=cons)
    (record,) = entities(path)
    assert [item.list_type for item in record.designations] == kinds
    assert record.designations[1].measures == (
        "Executive Order 14024 Directive 2",
        "Executive Order 14024 Directive 3",
    )


def test_a_sectoral_tag_on_the_sdn_list_stays_sectoral(write: Write) -> None:
    directive = "Executive Order 13662 Directive Determination - Subject to Directive 1."
    path = write_set(write, row(1, "A", programme="UKRAINE-EO13662] [RUSSIA-EO14024", remarks=directive))
    (record,) = entities(path)
    assert [item.list_type for item in record.designations] == ["SSI", "SDN"]


@pytest.mark.parametrize(("programme", "expected"), [("NS-PLC", "ofac-cons"), ("CUBA", "ofac-sdn")])
def test_a_renamed_file_is_told_by_its_programmes(write: Write, programme: str, expected: str) -> None:
    head = records(write("list.csv", row(1, "A", programme=programme)))[0]
    assert isinstance(head, Head)
    assert head.list == expected


def test_control_characters_in_a_name_are_told(write: Write) -> None:
    path = write_set(write, row(1, "A\x07B"))
    assert entities(path)[0].caption == "AB"
    assert [warned.record for warned in warnings(path)] == ["ofac-1"]


def test_a_lesser_file_without_its_main_file_is_refused(write: Write) -> None:
    with pytest.raises(BadInput, match=r"ALT\.CSV, one of a set of four.*put SDN\.CSV"):
        recognise(write("alt.csv", '36,12,"aka","AERO",-0- \r\n'))


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ('2,"B","indiv', "row 2: the quoting is broken or the file ends early"),
        ("2\r\n", "row 2: the row has 1 column where OFAC's file has 12"),
        ('2,"B",-0- ,"CUBA"\r\n', "row 2: the row has 4 columns where OFAC's file has 12"),
        (row(2, "B").replace("2,", "two,", 1), "row 2: the row starts with 'two', not with a number"),
        (row(2, "B").encode() + b'\xe9,"x"', "line 3: byte "),
    ],
)
def test_a_damaged_file_is_refused_with_its_row(write: Write, tail: str | bytes, expected: str) -> None:
    content = row(1, "A").encode() + (tail.encode() if isinstance(tail, str) else tail)
    with pytest.raises(BadInput) as refused:
        records(write("sdn.csv", content))
    assert expected in str(refused.value)


@pytest.mark.parametrize(("folder", "count"), [("sdn-2023-csv", 11_443), ("sdn-2021-csv", 8_976)])
def test_a_real_set_is_read_whole(real_lists: Path, folder: str, count: int) -> None:
    found = entities(real_lists / "ofac" / folder / "sdn.csv")
    assert len(found) == len({record.id for record in found}) == count
    dated = [value for record in found for value in record.values if value.prop == "birthDate"]
    assert all(value.date and value.date.earliest for value in dated)
    linked = [link for record in found for link in record.links if link.role == "Linked To"]
    assert sum(bool(link.object) for link in linked) > 0.99 * len(linked)


def test_a_real_person_is_read_as_printed(real_lists: Path) -> None:
    found = entities(real_lists / "ofac" / "sdn-2023-csv" / "sdn.csv")
    by_id: dict[str, EntityRecord] = {record.id: record for record in found}
    person = by_id["ofac-35962"]
    assert person.caption == "BROWNING, Natalya"
    assert by_id[person.links[0].object].caption == "TIMCHENKO, Gennady Nikolayevich"
    assert ("nationality", "United Kingdom") in [(value.prop, value.value) for value in person.values]
    aliases = [value.value for value in by_id["ofac-27307"].values if value.prop == "weakAlias"]
    assert "WHOIS HACKING TEAM" in aliases  # stands half in the remark, half in its comment
