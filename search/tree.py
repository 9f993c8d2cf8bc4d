"""What a query asks for, as a tree of values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Word:
    """A word in any of its forms. Several tokens stand side by side: `Nagorno-Karabakh`. `typed` is for the reader."""

    tokens: tuple[str, ...]
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Prefix:
    """Words that begin so: `cult*`."""

    tokens: tuple[str, ...]
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Phrase:
    """Exactly these words in this order."""

    tokens: tuple[str, ...]
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Near:
    """All of the items with at most `distance` words between the first and the last."""

    distance: int
    items: tuple[Word | Prefix | Phrase, ...]


@dataclass(frozen=True)
class Name:
    """An institution by its registered name: all `words`, any of the `spellings`, or itself speaking."""

    words: tuple[Word, ...]
    spellings: tuple[tuple[str, ...], ...]
    speaking: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """A filter as typed, from `start` to `end` of the query."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Among:
    """A filter as understood: quotes whose `column` has one of `values`; `said` names it to the reader."""

    column: str
    values: frozenset[str]
    said: str


@dataclass(frozen=True)
class Years:
    first: int
    last: int


@dataclass(frozen=True)
class All:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Any:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    part: Node


Text = Word | Prefix | Phrase | Near | Name
Node: TypeAlias = "Text | Field | Among | Years | All | Any | Not"


@dataclass(frozen=True, order=True)
class Mistake:
    """Something in a query that could not be obeyed: from `start` to `end` of what was typed, and how to mend it."""

    start: int
    end: int
    what: str
    mend: str


def joined(kind: type[All] | type[Any], parts: list[Node]) -> Node | None:
    """The parts under one head: none where there are none, the part itself where it is alone."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else (part,)
    flat = list(dict.fromkeys(flat))
    return kind(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None
