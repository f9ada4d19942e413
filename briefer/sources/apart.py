"""Reads a large list in a process of its own, so that reading it and storing it share the work of two cores.

The child runs this module and gets the reading as it is; the records come back through its output, many to a frame,
then how it ended: well, with a sentence for the user, or with a fault of the program. What is the second half of a
reading is done here, as storing takes less time than reading.
"""

import gc
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import IO

import msgspec

from briefer.language import _
from briefer.model.errors import BrieferError
from briefer.model.facts import EntityRecord
from briefer.sources.reading import Halves, Reading, Record

SMALL = 8 * 1024**2
"""Bytes of a file that is read sooner than a process is started."""

AHEAD = 1024**2
"""Bytes that may wait to be stored, where the system grants so much; this keeps both processes at work."""

BATCH = 250
RECORDS, OTHER, END, FAULT, BUG = b"RO.FB"
"""What a frame holds: entities; one record of another kind; nothing; an error for the user; a traceback."""

LENGTH = 4
START = "import sys; sys.path[:] = sys.argv[1:]; from briefer.sources.apart import main; main()"
FROZEN = "--read-apart"
"""What a frozen program, which is no interpreter, is told instead (packaging/start.py)."""

_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(list[EntityRecord]).decode


def apart(reading: Reading) -> Reading:
    """The reading, which starts a process for its records where that is worth it and can be done."""
    large = reading.kind == "list" and sum(path.stat().st_size for path in reading.files) >= SMALL
    if large and (os.cpu_count() or 1) > 1:
        return replace(reading, records=partial(_records, reading))
    return reading


def _records(reading: Reading) -> Iterator[Record]:
    """The head at once, which is all that is asked of a file that is known; the process starts with what follows."""
    with ExitStack() as ends:
        yield from _halves(reading).second(lambda: ends.enter_context(_child(reading)))


def _halves(reading: Reading) -> Halves:
    """The reading's own, else all but the head, and the head before it."""
    return reading.halves or Halves(first=partial(_rest, reading), second=partial(_behind_head, reading))


def _rest(reading: Reading) -> Iterator[Record]:
    return islice(reading.records(), 1, None)


def _behind_head(reading: Reading, rest: Callable[[], Iterator[Record]]) -> Iterator[Record]:
    given = reading.records()
    yield from islice(given, 1)
    del given
    yield from rest()


@contextmanager
def _child(reading: Reading) -> Iterator[Iterator[Record]]:
    """What a process gives that reads the first half; it ends with the context."""
    call = [FROZEN] if getattr(sys, "frozen", False) else ["-c", START, *sys.path]
    child = subprocess.Popen(  # noqa: S603  this program itself
        [sys.executable, *call], stdin=subprocess.PIPE, stdout=subprocess.PIPE, pipesize=AHEAD
    )
    with child:
        try:
            assert child.stdin
            with child.stdin:
                pickle.dump(reading, child.stdin)
            assert child.stdout
            yield _received(child.stdout, reading)
        finally:
            child.kill()


def _received(source: IO[bytes], reading: Reading) -> Iterator[Record]:
    while (kind := source.read(1)) and kind[0] != END:
        packed = source.read(int.from_bytes(source.read(LENGTH), "big"))
        if kind[0] == RECORDS:
            yield from _DECODE(packed)
        elif kind[0] == OTHER:
            yield pickle.loads(packed)  # noqa: S301  from our own process
        elif kind[0] == FAULT:
            raise _fault(*pickle.loads(packed))  # noqa: S301  from our own process
        else:
            raise RuntimeError(packed.decode())
    if not kind:
        raise BrieferError(
            _("{path}: the process that reads the file was stopped; import it again.", path=reading.path)
        )


def _fault(kind: type[BrieferError], said: str) -> BrieferError:
    """An error with its sentence, whatever it is made of."""
    fault = kind.__new__(kind)
    fault.args = (said,)
    return fault


def main() -> None:
    """Reads what its input names and gives its records; run in the child alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops, and stops this process
    gc.disable()  # records hold no cycles
    try:
        feed(pickle.load(sys.stdin.buffer), sys.stdout.buffer)  # noqa: S301  from our own process
    except BrokenPipeError:  # the parent wants no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def feed(reading: Reading, target: IO[bytes]) -> None:
    """Writes the records of the first half, and how it ended."""
    try:
        for kind, packed in _frames(_halves(reading).first()):
            _send(target, kind, packed)
    except BrokenPipeError:
        raise
    except BrieferError as fault:
        _send(target, FAULT, pickle.dumps((type(fault), str(fault))))
    except Exception:
        _send(target, BUG, traceback.format_exc().encode())
    else:
        _send(target, END, b"")


def _frames(records: Iterator[Record]) -> Iterator[tuple[int, bytes]]:
    batch: list[EntityRecord] = []
    try:
        for each in records:
            if isinstance(each, EntityRecord):
                batch.append(each)
            if batch and (len(batch) == BATCH or not isinstance(each, EntityRecord)):
                yield RECORDS, _ENCODE(batch)
                batch.clear()
            if not isinstance(each, EntityRecord):
                yield OTHER, pickle.dumps(each)
    except Exception:
        yield RECORDS, _ENCODE(batch)
        raise
    yield RECORDS, _ENCODE(batch)


def _send(target: IO[bytes], kind: int, packed: bytes) -> None:
    target.write(bytes((kind,)) + len(packed).to_bytes(LENGTH, "big") + packed)
    target.flush()
