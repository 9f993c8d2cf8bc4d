"""Folding: one spelling for letters that readers treat as the same, in texts and queries alike.

Every character folds to exactly one character, so that a match in the folded text lies at the same place in the
original. Azerbaijani ə/e, ı/i, ö/o …, Russian ё/е, Kazakh letters and their Russian stand-ins, typographic quotes and
hyphens, Latin letters with marks. What a reader does not see (soft hyphens, zero-width characters) folds to IGNORED,
and a mark that stands as a character of its own to MARK: `key` leaves both out.
"""

from __future__ import annotations

import unicodedata
from functools import cache

IGNORED = "\u00ad"
MARK = "\u034f"
_SAME = {
    "ə": "e", "ǝ": "e", "ı": "i", "İ": "i", "I": "i", "ø": "o", "ß": "s", "ł": "l", "đ": "d",
    "æ": "a", "œ": "o",
    "ё": "е", "ә": "а", "ғ": "г", "қ": "к", "ң": "н",
    "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "′": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
}  # fmt: skip


@cache
def _character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if unicodedata.combining(character):
        return MARK
    if unicodedata.category(character) == "Cf":
        return IGNORED
    lowered = character.lower()
    if lowered in _SAME:
        return _SAME[lowered]
    # й is a letter of its own, not и with a mark.
    if lowered == "й" or not character.isalpha():
        return lowered[0]
    parts = unicodedata.normalize("NFD", lowered)
    # What is left without marks (ø of ǿ, і of ї) may stand in for another.
    return _SAME.get(parts[0], parts[0]) if all(map(unicodedata.combining, parts[1:])) else lowered[0]


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = folded = _character(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Same length as `text`; case, marks and stand-in letters gone."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_TABLE)


def key(text: str) -> str:
    """Folded, and without what a reader does not see: equal keys, equal words. Not of the same length as `text`."""
    return fold(text).replace(IGNORED, "").replace(MARK, "")


def merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping and touching spans as one, in order."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
