"""Spelling by Hunspell and the dictionaries of the system, where both are there; nothing where they are not.

The library is called through its C interface (hunspell.h), which has been the same since version 1.3.
"""

import ctypes
import os
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from briefer.settings import folder

FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/usr/local/share/hunspell")
NAMES = ("libhunspell-1.7.so.0", "libhunspell-1.8.so.0", "libhunspell-1.7.0.dylib", "libhunspell-1.7-0.dll")
SKIP = re.compile(r"\[[@#][^\]]*\]?|https?://\S+|`[^`]*`|\S+@\S+")
"""Citations, mentions, addresses and code are not spelt."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LONGEST = 60


def languages() -> tuple[str, ...]:
    """Gives the languages of which the system holds a dictionary, as en_GB; none where there is no Hunspell."""
    if _library() is None:
        return ()
    found = {path.stem for path in _dictionaries() if path.with_suffix(".aff").exists()}
    return tuple(sorted(each for each in found if not each.startswith("hyph_")))


def speller(language: str) -> "Speller | None":
    """Gives the speller of a language such as en-GB, or of another land that speaks it; None where there is none."""
    library, wanted = _library(), language.replace("-", "_")
    by_name = {path.stem: path for path in _dictionaries() if path.with_suffix(".aff").exists()}
    near = sorted(name for name in by_name if name.partition("_")[0] == wanted.partition("_")[0])
    name = wanted if wanted in by_name else next(iter(near), "")
    return Speller(library, by_name[name]) if library is not None and name else None


class Speller:
    """One dictionary with the user's own words; it may be asked from any thread."""

    def __init__(self, library: ctypes.CDLL, dictionary: Path) -> None:
        self.language = dictionary.stem
        self._lock = threading.Lock()
        self._library = library
        self._known: set[str] = set()
        self._handle = library.Hunspell_create(*map(os.fsencode, (dictionary.with_suffix(".aff"), dictionary)))
        named: bytes = library.Hunspell_get_dic_encoding(self._handle) or b"UTF-8"
        self._encoding = named.decode("ascii").replace("microsoft-cp", "cp")
        self.know(_own())

    def close(self) -> None:
        """Lets the dictionary go."""
        with self._lock:
            if self._handle:
                self._library.Hunspell_destroy(self._handle)
                self._handle = None

    def know(self, words: Iterable[str]) -> None:
        """Takes words as right while this lives, such as the names of a pack."""
        self._known |= {word.casefold() for each in words for word in WORD.findall(each)}

    def learn(self, word: str) -> None:
        """Takes a word as right from now on, in every pack."""
        kept = {*_own(), word}
        from briefer.files import write_atomically

        write_atomically(_file(), "".join(f"{each}\n" for each in sorted(kept)).encode())
        self.know((word,))

    def wrong(self, line: str) -> Iterator[tuple[int, int]]:
        """Yields where a line of Markdown has words that are not in the dictionary: start and length."""
        bare = SKIP.sub(lambda found: " " * len(found[0]), line)
        for found in WORD.finditer(bare):
            if not self.right(found[0]):
                yield found.start(), len(found[0])

    def right(self, word: str) -> bool:
        """Whether a word is spelt right; abbreviations in capitals and what is too long to be a word are let be."""
        plain = word.replace("’", "'")
        if len(plain) < 2 or plain.isupper() or len(plain) > LONGEST or plain.casefold() in self._known:
            return True
        bare = plain.removesuffix("'s").casefold()
        return bare in self._known or self._spelt(plain)

    def _spelt(self, word: str) -> bool:
        try:
            coded = word.encode(self._encoding)
        except UnicodeEncodeError:
            return True  # of another script than the dictionary's
        with self._lock:
            return self._handle is None or bool(self._library.Hunspell_spell(self._handle, coded))

    def suggest(self, word: str, most: int = 6) -> tuple[str, ...]:
        """Gives words that may have been meant."""
        listed = ctypes.POINTER(ctypes.c_char_p)()
        with self._lock:
            if self._handle is None:
                return ()
            coded = word.replace("’", "'").encode(self._encoding, "ignore")
            count = self._library.Hunspell_suggest(self._handle, ctypes.byref(listed), coded)
            found = tuple(str(listed[at] or b"", self._encoding) for at in range(min(count, most)))
            self._library.Hunspell_free_list(self._handle, ctypes.byref(listed), count)
        return found


def _library() -> ctypes.CDLL | None:
    library = None
    for name in NAMES:
        with suppress(OSError):
            library = library or ctypes.CDLL(name)
    if library is None:
        return None
    handle = ctypes.c_void_p
    words = ctypes.POINTER(ctypes.POINTER(ctypes.c_char_p))
    library.Hunspell_create.argtypes, library.Hunspell_create.restype = (ctypes.c_char_p, ctypes.c_char_p), handle
    library.Hunspell_destroy.argtypes = (handle,)
    library.Hunspell_get_dic_encoding.argtypes = (handle,)
    library.Hunspell_get_dic_encoding.restype = ctypes.c_char_p
    library.Hunspell_spell.argtypes = (handle, ctypes.c_char_p)
    library.Hunspell_suggest.argtypes = (handle, words, ctypes.c_char_p)
    library.Hunspell_free_list.argtypes = (handle, words, ctypes.c_int)
    return library


def _dictionaries() -> Iterator[Path]:
    asked = os.environ.get("DICPATH", "").split(os.pathsep)
    for each in (*filter(None, asked), *FOLDERS):
        yield from sorted(Path(each).glob("*.dic"))


def _file() -> Path:
    return folder() / "words.txt"


def _own() -> tuple[str, ...]:
    return tuple(_file().read_text(encoding="utf-8").split()) if _file().exists() else ()
