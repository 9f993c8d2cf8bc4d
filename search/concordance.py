"""Keyword in context: each occurrence with the words around it, within its sentence."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from loaders.fold import key
from search.found import Found, Order
from search.match import occurrences
from search.sentences import sentence_of, starts

Sorting = Literal["order", "left", "right", "keyword"]
SORTINGS: tuple[Sorting, ...] = ("order", "left", "right", "keyword")
COLUMNS = ("position", "row", "id", "left", "keyword", "right", "start", "end")
_SORTED_WORDS = 5


def concordance(
    found: Found, sort: Sorting = "order", order: Order = "newest", quotes: int | None = None
) -> pd.DataFrame:
    """One row an occurrence (COLUMNS): `left` and `right` are the rest of its sentence, as printed; `start` and `end`
    the place of `keyword` in the quote.

    `left` sorts by the nearest word to the left, then the next; `right` by the words to the right; `order` keeps the
    order of the quotes. `quotes` looks at that many quotes only, the first in order. A quote found by its speaker
    alone has no row.
    """
    frame = found.index.quotes
    lines = []
    keys: list[tuple[list[str], list[str], str]] = []
    for position in found.page(order, 0, found.n if quotes is None else quotes):
        text, language = frame["quote"].iat[position], frame["language"].iat[position]
        words, matches = occurrences(text, language, found.query)
        if not matches:
            continue
        beginnings = starts(text)
        for match in matches:
            start, end = words[match.first].start, words[match.last - 1].end
            first, _ = sentence_of(beginnings, start, len(text))
            _, last = sentence_of(beginnings, end - 1, len(text))
            left, right = text[first:start], text[end:last].rstrip()
            row, ident = frame["row"].iat[position], frame["id"].iat[position]
            lines.append((position, row, ident, left, text[start:end], right, start, end))
            before = [w.token for w in words[max(match.first - _SORTED_WORDS, 0) : match.first] if w.start >= first]
            after = [w.token for w in words[match.last : match.last + _SORTED_WORDS] if w.end <= last]
            keys.append((before[::-1], after, key(text[start:end])))
    ways = {
        "order": lambda place: place,
        "left": lambda place: (keys[place][0], keys[place][1]),
        "right": lambda place: (keys[place][1], keys[place][0]),
        "keyword": lambda place: (keys[place][2], keys[place][1]),
    }
    ordered = sorted(range(len(lines)), key=ways[sort])
    return pd.DataFrame([lines[place] for place in ordered], columns=list(COLUMNS))
