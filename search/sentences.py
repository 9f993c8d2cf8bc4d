"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right

# A full stop ends a sentence only before a capital or an opening mark, and not after an initial or these words.
_END = re.compile(r"[.!?…]+[\"”»’')\]]*\s+(?=[\"“„«‘'(\[—–-]*\s*[^\W\d_a-zа-я])")
_SHORTENED = "mr mrs ms dr prof st vs no e.g i.e г гг им тыс млн млрд т.е т.к т.д ж mln mlrd dos"
_SHORT = frozenset(_SHORTENED.split())


def starts(text: str) -> list[int]:
    """The offsets at which sentences begin, 0 the first."""
    found = [0]
    for match in _END.finditer(text):
        before = text[found[-1] : match.start()].rsplit(None, 1)
        last = before[-1].lower().lstrip("(\"“«'") if before else ""
        initial = len(last) == 1 and last.isalpha()
        if text[match.start()] != "." or not (last in _SHORT or initial):
            found.append(match.end())
    return found


def sentence_of(beginnings: list[int], place: int, length: int) -> tuple[int, int]:
    """(start, end) of the sentence that a place of a text of some length lies in."""
    at = bisect_right(beginnings, place) - 1
    return beginnings[at], beginnings[at + 1] if at + 1 < len(beginnings) else length
