"""The index of a FollowTheMoney file where checksums of ids collide."""

import zlib
from itertools import count

from tests.sources.reads import Write, entities, warnings
from tests.sources.test_ftm import line


def colliding() -> tuple[str, str]:
    """Two ids with the same 24 bits of checksum, which is all that the index keeps of an id."""
    seen: dict[int, str] = {}
    for number in count():
        key = zlib.crc32(f"id-{number}".encode()) & 0xFFFFFF
        if key in seen:
            return seen[key], f"id-{number}"
        seen[key] = f"id-{number}"
    raise AssertionError


def test_ids_that_collide_are_told_apart(write: Write) -> None:
    one, other = colliding()
    sanctions = line("s1", "Sanction", entity=one, programId="ONE") + line(
        "s2", "Sanction", entity=other, programId="OTHER"
    )
    path = write("x.ftm.json", line(one) + line(other) + sanctions)
    first, second = entities(path)
    assert [item.programme for item in first.designations] == ["ONE"]
    assert [item.programme for item in second.designations] == ["OTHER"]
    assert not warnings(path)


def test_an_unknown_end_that_collides_with_a_known_id_is_unknown(write: Write) -> None:
    one, other = colliding()
    found = entities(write("x.ftm.json", line(one) + line("b") + line("e", "Ownership", owner=other, asset="b")))
    assert [[link.subject for link in record.links] for record in found] == [[], [other]]
