"""What a reader typed → the words and exact phrases to look for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.fold import fold

MAX_LENGTH = 300
_PART = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Query:
    """All of `words` and all of `phrases` must occur: words match from their beginning, phrases exactly, folded."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.phrases)

    def in_words(self) -> str:
        """What was understood: `words beginning with “cult” and the phrase “common values”`."""
        parts = [f"words beginning with “{word}”" for word in self.words] + [f"the phrase “{p}”" for p in self.phrases]
        return " and ".join(parts)

    def pattern(self) -> re.Pattern[str] | None:
        """Matches, in folded text, what the query found."""
        parts = [r"\W+".join(map(re.escape, phrase.split())) + r"(?!\w)" for phrase in self.phrases]
        parts += [re.escape(word) + r"\w*" for word in self.words]
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})") if parts else None


def parse_query(text: str) -> Query:
    """Never raises: a lone quotation mark closes at the end, and what holds no letter or digit is passed over."""
    words: list[str] = []
    phrases: list[str] = []
    for quoted, bare in _PART.findall(fold(text[:MAX_LENGTH]).replace("\0", " ")):
        tokens = _WORD.findall(quoted or bare)
        if len(tokens) > 1 or (quoted and tokens):
            phrases.append(" ".join(tokens))
        else:
            words += tokens
    return Query(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(phrases)))


def highlights(text: str, query: Query) -> list[tuple[int, int]]:
    """(start, end) in the original text of all that the query matched."""
    pattern = query.pattern()
    return [match.span() for match in pattern.finditer(fold(text))] if pattern else []
