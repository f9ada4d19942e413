"""A ZIP archive that depends on nothing but what is put into it."""

import shutil
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX = 3
_PLAIN_FILE = 0o600 << 16
_CHUNK = 1 << 18


class FixedZip(ZipFile):
    """A ZIP whose members carry no clock, no mode and no system of their own, so that same input gives same bytes."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_args: Any, **_kwargs: Any) -> None:
        """Adds a member from memory."""
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, ZipInfo) else zinfo_or_arcname
        super().writestr(_member(name), data)

    def write(self, filename: Any, arcname: Any = None, *_args: Any, **_kwargs: Any) -> None:
        """Adds a member from a file, piece by piece: a sheet may be larger than the memory it is given."""
        member = _member(str(arcname))
        # Told beforehand, the size decides by itself on ZIP64, whose headers differ between versions of Python.
        member.file_size = Path(filename).stat().st_size
        with Path(filename).open("rb") as source, self.open(member, "w") as target:
            shutil.copyfileobj(source, target, _CHUNK)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, _UNIX, _PLAIN_FILE
    return member
