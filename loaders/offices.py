"""The office that a role names, read from its words, so that two records can be asked whether they agree.

Roles stay as each source words them (“Foreign Minister”, “Minister of Foreign Affairs of Kazakhstan”); hence this
reading. Roles are written in English; one that is not understood names no office.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from loaders.fold import fold

# The first that occurs is the rank: a longer title stands before the one that it contains.
_RANKS = {
    "deputy-prime-minister": r"(deputy|vice) (prime minister|premier)|vice premier",
    "prime-minister": r"prime minister|premier",
    "deputy-minister": r"(deputy|vice)( \w+){0,4} minister",
    "minister": r"minister",
    "ambassador": r"ambassador",
    "president": r"^(the )?president( of)?( the)?( republic)?( of)?$|head of state",
}
_PORTFOLIOS = {
    "foreign": "foreign", "energy": "energy", "defence": "defence", "defense": "defence", "transport": "transport",
    "transportation": "transport", "agriculture": "agriculture", "culture": "culture", "education": "education",
    "health": "health", "healthcare": "health", "economy": "economy", "economic": "economy", "finance": "finance",
    "emergency": "emergency", "emergencies": "emergency", "internal": "internal", "interior": "internal",
    "trade": "trade", "digital": "digital", "tourism": "tourism", "ecology": "ecology", "justice": "justice",
    "labour": "labour", "labor": "labour", "information": "information", "industry": "industry",
}  # fmt: skip
_LEFT = r"former|ex|first president"
_NOT_IN_OFFICE = re.compile(rf"\b({_LEFT}|acting|then|future|charge|at large)\b")
# Held by one person of a side at a time.
_SINGLE = ("president", "prime-minister", "minister", "ambassador")


class Office(NamedTuple):
    """A rank and, for a minister, the portfolio."""

    rank: str
    portfolio: str = ""

    @property
    def single(self) -> bool:
        """Whether one person of a side at a time holds it."""
        return self.rank in _SINGLE and (self.rank != "minister" or bool(self.portfolio))


def has_left(role: str | None) -> bool:
    """Whether a role is that of one who held an office before (“First President”, “former minister”)."""
    return re.search(rf"\b({_LEFT})\b", " ".join(re.findall(r"\w+", fold(role or "")))) is not None


def office(role: str | None, countries: Collection[str]) -> Office | None:
    """The office in a role, or None. `countries`: the names and adjectives of the pair, for “Ambassador of X to Y”."""
    words = " ".join(re.findall(r"\w+", fold(role or "")))
    if _NOT_IN_OFFICE.search(words):
        return None
    for country in countries:
        words = re.sub(rf"\b{re.escape(fold(country))}\b ?", "", words)
    words = words.strip()
    rank = next((rank for rank, pattern in _RANKS.items() if re.search(rf"\b({pattern})\b", words)), None)
    if rank is None or (rank == "ambassador" and re.search(r"\b(to|in) (?!the republic of|the$|and)\w", words)):
        return None  # an ambassador elsewhere
    portfolio = ""
    if rank in ("minister", "deputy-minister"):
        # Defence industry is a ministry of its own, beside defence.
        known = words.replace("defence industry", "industry").replace("defense industry", "industry")
        portfolio = next((_PORTFOLIOS[word] for word in known.split() if word in _PORTFOLIOS), "")
    return Office(rank, portfolio)
