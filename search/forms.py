"""How a text is put into the index, and which patterns of index tokens a part of a query stands for.

A text becomes streams of tokens, told apart by a marker before each token:
- most languages: the words as they are, then their stems;
- agglutinative languages: the words, marked, so that only there a word also finds what begins with it;
- last, who speaks.
The index holds the streams one after another; the matcher that highlights reads the same streams, so both agree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from search.tree import Name, Near, Phrase, Prefix, Word
from search.words import is_agglutinative, stem

STEM, GLUED, WHO = "\ue001", "\ue002", "\ue003"
# Shorter words begin too many others.
MIN_BEGINNING = 3
# The last letter of a stem softens before a vowel: dostluq → dostluğu, kömək → köməyi, ынтымақтастық → -тығы.
_SOFTENED = {"q": "g", "k": "yg", "к": "г", "п": "б"}
_MIN_SOFTENED = 4
_MAX_COMBINED = 24

Stream = list[str]


@dataclass(frozen=True)
class Pattern:
    """Index tokens side by side; `begins` lets the last be the beginning of a token."""

    tokens: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True)
class NearPattern:
    distance: int
    items: tuple[Pattern, ...]


Forms = list[Pattern | NearPattern]
Speakers = Callable[[str, bool], list[str]]


def streams(tokens: list[str], language: str, exact: bool = False) -> list[Stream]:
    """The streams of a text; the i-th token of each stands for its i-th word."""
    if exact:
        return [[spelled(token) for token in tokens]]
    if is_agglutinative(language):
        return [[GLUED + token for token in tokens]]
    return [tokens, [STEM + stem(token) for token in tokens]]


def spelled(token: str) -> str:
    """A word as printed, so that the index, which lowers A to Z, still tells capitals from small letters."""
    return "".join("\ue000" + c.lower() if "A" <= c <= "Z" else c for c in token)


def forms(leaf: Word | Prefix | Phrase | Near | Name, exact: bool, same: Callable[[str], frozenset[str]]) -> Forms:
    """Every pattern that a leaf stands for. `same` gives the other spellings of a word of a registered name."""
    if isinstance(leaf, Near):
        return list(_near(leaf, exact, same))
    if isinstance(leaf, Name):
        return [pattern for tokens in leaf.spellings for pattern in _by_form(tokens)]
    if exact:
        return [Pattern(tuple(map(spelled, leaf.tokens)), isinstance(leaf, Prefix))]
    if isinstance(leaf, Word):
        return [*_word(leaf, same)]
    return [*_as_typed(leaf)]


def _word(leaf: Word, same: Callable[[str], frozenset[str]]) -> list[Pattern]:
    if len(leaf.tokens) > 1:
        return _by_form(leaf.tokens)
    spellings = [leaf.tokens[0], *sorted(same(leaf.tokens[0]) - {leaf.tokens[0]})]
    return list(dict.fromkeys(pattern for spelling in spellings for pattern in _by_form((spelling,))))


def _as_typed(leaf: Word | Prefix | Phrase) -> list[Pattern]:
    begins = isinstance(leaf, Prefix)
    return [Pattern(leaf.tokens, begins), Pattern(tuple(GLUED + token for token in leaf.tokens), begins)]


def _by_form(tokens: tuple[str, ...]) -> list[Pattern]:
    stems = Pattern(tuple(STEM + stem(token) for token in tokens))
    *before, last = tokens
    begins = len(last) >= MIN_BEGINNING and last.isalpha()
    endings = [last]
    if len(last) >= _MIN_SOFTENED and begins:
        endings += [last[:-1] + soft for soft in _SOFTENED.get(last[-1], "")]
    glued = [Pattern(tuple(GLUED + token for token in (*before, ending)), begins) for ending in endings]
    return [stems, *glued]


def _near(leaf: Near, exact: bool, same: Callable[[str], frozenset[str]]) -> list[NearPattern]:
    """Words count by form; beside a phrase or a prefix all count as typed, because stems hold neither."""
    by_form = not exact and all(isinstance(item, Word) for item in leaf.items)
    options: list[list[Pattern]] = []
    for item in leaf.items:
        if by_form and isinstance(item, Word):
            options.append(_word(item, same))
        elif exact:
            options.append([Pattern(tuple(map(spelled, item.tokens)), isinstance(item, Prefix))])
        else:
            options.append(_as_typed(item))
    found: list[NearPattern] = []
    for marker in ("", STEM, GLUED):
        fitting = [[p for p in patterns if _marker(p) == marker] for patterns in options]
        combined = 1
        for patterns in fitting:
            combined *= len(patterns)
        if combined > _MAX_COMBINED:
            fitting = [patterns[:1] for patterns in fitting]
        if combined:
            found += [NearPattern(leaf.distance, items) for items in product(*fitting)]
    return found


def _marker(pattern: Pattern) -> str:
    first = pattern.tokens[0][:1]
    return first if first in (STEM, GLUED) else ""
