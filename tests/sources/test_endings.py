"""A table that ends within its last row is told of, whatever the publisher."""

import gzip
from pathlib import Path

import pytest

from briefer.sources import recognise
from tests.sources.reads import Write, entities, warnings

SIMPLE = "id,schema,name,aliases,sanctions,dataset,last_change\na,Person,A,,Other,One,2025-01-02\n"
OFAC = '36,"AERO",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
TOLD = "the last row has no line end, so the file may be cut off in it; compare it with the publisher's"


def told(path: Path) -> list[str]:
    return [each.message for each in warnings(path) if "no line end" in each.message]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n \t", "\n\n"])
def test_a_table_that_is_ended_is_not_told_of(write: Write, ending: str) -> None:
    assert told(write("targets.simple.csv", SIMPLE.strip() + ending)) == []


def test_a_table_cut_within_its_last_cell_is_told_of_and_read(write: Write) -> None:
    path = write("targets.simple.csv", SIMPLE[:-2])
    assert told(path) == [f"targets.simple.csv: {TOLD}"]
    assert entities(path)[0].values[-1].value == "2025-01-0"


def test_of_a_set_the_file_that_is_cut_is_named(write: Write) -> None:
    alias = '36,12,"aka","AERO-CARIBBEAN",-0- \r\n'
    write("alt.csv", alias[:-4])
    write("add.csv", "\x1a")
    assert told(write("sdn.csv", OFAC + "\x1a")) == [f"alt.csv: {TOLD}"]
    write("alt.csv", alias)
    assert told(write("sdn.csv", OFAC[:-3])) == [f"sdn.csv: {TOLD}"]


def test_a_table_that_was_packed_is_told_of_by_its_own_name(write: Write) -> None:
    path = write("targets.simple.csv.gz", gzip.compress(SIMPLE[:-2].encode()))
    assert told(path) == [f"targets.simple.csv: {TOLD}"]


def test_a_table_of_ones_own_may_end_as_it_likes(write: Write) -> None:
    assert warnings(write("issues.csv", "id,title,proposition\neasing,Easing,Ease.")) == []


REAL = (
    "ofac/sdn-2021-csv/sdn.csv",
    "ofac/sdn-2023-csv/sdn.csv",
    "eu/eu_fsf_sample_rebuilt.csv",
    "eu/32014R0269.csv",
    "uk/UK-Sanctions-List_sample_rebuilt.csv",
)


@pytest.mark.parametrize("name", REAL)
def test_what_a_publisher_hands_out_is_ended(real_lists: Path, name: str) -> None:
    assert told(real_lists / name) == []


@pytest.mark.parametrize("name", [name for name in REAL if "sdn" not in name])
def test_what_a_publisher_hands_out_and_was_cut_is_told_of(real_lists: Path, tmp_path: Path, name: str) -> None:
    cut = tmp_path / Path(name).name
    cut.write_bytes((real_lists / name).read_bytes().rstrip(b"\r\n"))
    assert told(cut) == [f"{cut.name}: {TOLD}"]
    assert recognise(cut).kind == "list"
