"""Years as typed in `year:`."""

from __future__ import annotations

import re

from search.tree import Years

_YEARS = re.compile(r"(\d{4})?\s*(\.{2,3}|…|-|–|—)?\s*(\d{4})?")
_MEND = "write year:2022 or year:2020..2024"


def read_years(value: str) -> Years | tuple[str, str]:
    """`2022`, `2020..2024`, `2020..`, `..2024`; or what is wrong and how to mend it."""
    found = _YEARS.fullmatch(value.strip())
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        return f"“{value}” is not a year or a span of years", _MEND
    first = int(found[1] or 0)
    last = int(found[3] or (9999 if found[2] else first))
    if first > last:
        return f"{value} ends before it begins", f"write year:{last}..{first}"
    return Years(first, last)
