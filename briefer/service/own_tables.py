"""What an office's own tables look like, in words for whoever fills one in."""

from briefer.sources.table_rows import COLUMNS
from briefer.sources.tables import NEEDED


def own_tables() -> str:
    """Names the columns of each kind of table, those that are needed with a star."""
    rows = (
        f"  {kind}: {', '.join(f'{column}*' if column in NEEDED[kind] else column for column in columns)}"
        for kind, columns in COLUMNS.items()
    )
    head = "Tables of your own are CSV, XLSX or JSON with some of these columns (* is needed), in any order:"
    return "\n".join((head, *rows))
