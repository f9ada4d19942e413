"""Letters that are none: control characters as they are pasted, of which some stand for what they meant elsewhere."""

import re

_NEVER = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
"""No letters in any plane (Unicode, 23.7)."""
_CONTROLS = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NEVER}]")


def meant(text: str) -> str:
    """Gives a text without control characters; those of Windows-1252 become the quotes and dashes that they were."""
    return _CONTROLS.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    letter = ord(found[0])
    return bytes([letter]).decode("cp1252", "ignore") if 0x80 <= letter <= 0x9F else ""
