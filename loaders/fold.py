"""Folding: one spelling for letters that readers treat as the same, in texts and queries alike.

Every character folds to exactly one character, so that a match in the folded text lies at the same place in the
original. Azerbaijani ə/e, ı/i, ö/o …, Russian ё/е, Kazakh letters and their Russian stand-ins, typographic quotes and
hyphens, and Latin letters with marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SAME = {
    "ə": "e", "Ə": "e", "ı": "i", "İ": "i", "I": "i", "ø": "o", "ß": "s", "ł": "l", "đ": "d",
    "ё": "е", "Ё": "е", "ә": "а", "Ә": "а", "ғ": "г", "Ғ": "г", "қ": "к", "Қ": "к", "ң": "н", "Ң": "н",
    "ө": "о", "Ө": "о", "ұ": "у", "Ұ": "у", "ү": "у", "Ү": "у", "һ": "х", "Һ": "х", "і": "и", "І": "и",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'", "`": "'", "ʻ": "'",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


@cache
def _character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    lowered = character.lower()
    base = unicodedata.normalize("NFD", lowered)[0] if character.isalpha() else lowered
    # й is a letter of its own, not и with a mark. What is left without marks (ø of Ø, і of ї) may stand in for another.
    return lowered[0] if lowered in ("й",) else _SAME.get(base, base)


def fold(text: str) -> str:
    """Same length as `text`; case, marks and stand-in letters gone."""
    return "".join(map(_character, text))


def spans(text: str, terms: list[str], whole_words: bool = False) -> list[tuple[int, int]]:
    """(start, end) of every folded occurrence of the terms in the original text, merged and in order."""
    folded = fold(text)
    found: list[tuple[int, int]] = []
    for term in filter(None, (fold(term).strip() for term in terms)):
        pattern = re.escape(term).replace(r"\ ", r"\s+")
        pattern = rf"(?<!\w){pattern}(?!\w)" if whole_words else pattern
        found += [match.span() for match in re.finditer(pattern, folded)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
