"""Where the words of a query stand in the original text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from loaders.fold import merged
from search.forms import Forms, NearPattern, Pattern, Stream, streams
from search.query import Query
from search.words import Word, words

Place = tuple[int, int]
# A pair of very common words may stand together in very many ways; one text needs no more than these.
_MAX_CLUMPS = 2000


@dataclass(frozen=True)
class Match:
    """One occurrence: words `first` to `last` (not included) of the text; `parts` are what to mark in it."""

    first: int
    last: int
    parts: tuple[Place, ...]


def highlights(text: str, language: str, query: Query) -> list[tuple[int, int]]:
    """(start, end) in the original text of all that the query matched, in order, none overlapping."""
    found = words(text, query.exact)
    return merged(
        [(found[a].start, found[b - 1].end) for match in _all(found, language, query) for a, b in match.parts]
    )


def occurrences(text: str, language: str, query: Query) -> tuple[list[Word], list[Match]]:
    """The words of a text, and the matches among them: in order, none inside another."""
    found = words(text, query.exact)
    kept: list[Match] = []
    for match in sorted(set(_all(found, language, query)), key=lambda match: (match.first, -match.last)):
        if not kept or match.first >= kept[-1].last:
            kept.append(match)
    return found, kept


def _all(found: list[Word], language: str, query: Query) -> list[Match]:
    if not query.wanted:
        return []
    ways = streams([word.token for word in found], language, query.exact)
    return [match for forms in query.patterns for match in matches(forms, ways)]


def matches(forms: Forms, ways: list[Stream]) -> list[Match]:
    """Every place where any of the patterns stands in any stream."""
    found: list[Match] = []
    for pattern in forms:
        for stream in ways:
            if isinstance(pattern, Pattern):
                found += [Match(a, b, ((a, b),)) for a, b in _places(pattern, stream)]
            else:
                found += _clumps(pattern, stream)
    return found


def _places(pattern: Pattern, stream: Stream) -> list[Place]:
    *before, last = pattern.tokens
    size = len(pattern.tokens)
    found = []
    for end, token in enumerate(stream, 1):
        here = token.startswith(last) if pattern.begins else token == last
        if here and end >= size and stream[end - size : end - 1] == before:
            found.append((end - size, end))
    return found


def _clumps(pattern: NearPattern, stream: Stream) -> list[Match]:
    """As FTS5 has it: at most `distance` words between the end of the first item and the beginning of the last."""
    places = [_places(item, stream) for item in pattern.items]
    if not all(places):
        return []
    found: list[Match] = []
    for tried, clump in enumerate(product(*places)):
        if tried == _MAX_CLUMPS:
            break
        ordered = sorted(clump)
        if ordered[-1][0] - ordered[0][1] <= pattern.distance:
            found.append(Match(ordered[0][0], max(end for _, end in ordered), tuple(ordered)))
    return found
