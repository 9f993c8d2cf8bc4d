"""What travels with every file: the filters in words, n, the data's version, licence, sources and how to cite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.fold import fold

# Enough of Cyrillic in Latin letters for a file's name; folding has turned Kazakh letters into these.
_LATIN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya",
    "ъ": "", "ь": "",
})  # fmt: skip
LICENCE = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"


@dataclass(frozen=True)
class About:
    """The story of one table. `notes` are its caveats; `sources` lines name the pages behind it; `address` its view."""

    name: str
    title: str
    pair: str
    filters: str
    records: int
    version: str
    made: date
    address: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def citation(self) -> str:
        return (
            f"Dyad contributors ({self.made.year}). {self.pair}: {self.title} [data set], version {self.version}, "
            f"filters: {self.filters}. Made {self.made.isoformat()} from {len(self.sources)} source pages."
        )

    def as_dict(self) -> dict[str, Any]:
        """In the order in which a reader needs it."""
        return {
            "title": self.title,
            "pair": self.pair,
            "filters": self.filters,
            "records": self.records,
            "data_version": self.version,
            "made": self.made.isoformat(),
            "address": self.address,
            "licence": LICENCE,
            "cite_as": self.citation,
            "notes": list(self.notes),
            "sources": list(self.sources),
        }

    def file_name(self, suffix: str) -> str:
        """`dyad-records-by-year-culture-2026-11-23.csv`: chart, filter, date; ASCII, 120 characters at most."""
        filters = _slug(self.filters) or "filtered"  # a script that has no Latin letters here
        return f"dyad-{_slug(self.name)[:40]}-{filters}"[:95].strip("-") + f"-{self.made.isoformat()}.{suffix}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text).translate(_LATIN)).strip("-")
