"""What could be eased, asked of the library directly: entities and measures by id, on a day."""

from datetime import date
from pathlib import Path

from briefer import rulebook
from briefer.analysis.relief import relief, relief_of_measures
from briefer.library import Library
from briefer.model.errors import BadCall
from briefer.model.relief import Relief
from briefer.pack.identity import Records


def eased(library: Library, ids: tuple[str, ...], as_of: date, overlay: Path | None) -> tuple[Relief, ...]:
    """Gives the answers in the order asked; of records that are decided to be one the first asked for answers."""
    book = rulebook.load(overlay)
    measures = library.measures(ids)
    named = {measure.id for measure in measures}
    records = Records(library, as_of)
    entities = records.read(id for id in ids if id not in named)
    for id in ids:
        if id not in named and id not in records.shown:
            raise BadCall(
                f"The library holds no entity or measure “{id}” on {as_of}; look for it with `briefer search`."
            )
    found = (*relief(entities, book, as_of), *relief_of_measures(measures, book, as_of))
    return tuple(sorted(found, key=lambda one: ids.index(one.id)))
