"""A library in which imports can be tried: each sees what those before it did, and nothing of them stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from briefer.library import migrations, sqlite
from briefer.library.store import Library


@contextmanager
def rehearsal(path: Path) -> Iterator[Library]:
    """Opens a library of which no file is made or changed.

    A missing one is an empty one elsewhere, one of an older schema a copy elsewhere. LibraryFault as in `Library.open`.
    """
    with (
        TemporaryDirectory(prefix="briefer-", ignore_cleanup_errors=True) as place,
        Library.open(_stage(path, Path(place))) as library,
        library.rehearsing(),
    ):
        yield library


def _stage(path: Path, place: Path) -> Path:
    if not path.exists():
        return place / "empty.sqlite"
    engine = sqlite.engine(path)
    try:
        with sqlite.faults(path):
            return sqlite.copy_beside(engine, place / path.name, 0) if migrations.lags(engine) else path
    finally:
        engine.dispose()
