"""A search as understood: what is looked for, in words, and what could not be obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from search.forms import Forms, forms
from search.lexicon import Lexicon, Unknown
from search.parser import MAX_LENGTH, parse
from search.tree import (
    All,
    Among,
    Any,
    Field,
    Mistake,
    Name,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Text,
    Word,
    Years,
    joined,
)

_SAID = {
    "speaker": "said by {}", "role": "in a role with {}", "side": "of the side {}", "level": "at the level {}",
    "sector": "about {}", "language": "in {}", "occasion": "at {}",
}  # fmt: skip


@dataclass(frozen=True)
class Query:
    """`tree` is None where nothing is asked for: then every quote is found. `mistakes` are in order of place."""

    text: str
    tree: Node | None
    mistakes: tuple[Mistake, ...]
    lexicon: Lexicon
    exact: bool = False

    @property
    def is_empty(self) -> bool:
        return self.tree is None

    @cached_property
    def wanted(self) -> tuple[Text, ...]:
        """The words, phrases and so on that a found text may hold: all but what stands after a minus."""
        return tuple(dict.fromkeys(_wanted(self.tree)))

    @cached_property
    def patterns(self) -> tuple[Forms, ...]:
        """For each of `wanted`, the patterns of index tokens that it stands for."""
        return tuple(forms(leaf, self.exact, self.lexicon.same) for leaf in self.wanted)

    def speaking(self, leaf: Text) -> list[str]:
        """Ids of those who bear the name that a word is, so that a name also finds what its bearer says."""
        if isinstance(leaf, Name):
            return list(leaf.speaking)
        if self.exact or not isinstance(leaf, Word | Prefix) or (isinstance(leaf, Prefix) and len(leaf.tokens[-1]) < 3):
            return []
        begins = isinstance(leaf, Prefix)
        bearers = [set(self.lexicon.speakers(token, begins)) for token in leaf.tokens]
        return sorted(set.intersection(*bearers) & self.lexicon.people.keys())

    def in_words(self) -> str:
        """What was understood: `“culture” in any form, and the phrase “common values”, said by Ilham Aliyev`."""
        if self.tree is None:
            return "every quote"
        return _in_words(self.tree, self)


def understand(text: str, lexicon: Lexicon, exact: bool = False) -> Query:
    """What a reader typed, against what the data knows. Never raises."""
    parsed = parse(text, exact)
    mistakes = list(parsed.mistakes)
    tree = _resolved(parsed.tree, lexicon, exact, mistakes) if parsed.tree else None
    return Query(text[:MAX_LENGTH], tree, tuple(sorted(mistakes)), lexicon, exact)


def _resolved(node: Node, lexicon: Lexicon, exact: bool, mistakes: list[Mistake]) -> Node | None:
    if isinstance(node, Field):
        found = lexicon.resolve(node.name, node.value)
        if isinstance(found, Unknown):
            mistakes.append(Mistake(node.start, node.end, found.what, found.mend))
            return None
        return found
    if isinstance(node, Not):
        part = _resolved(node.part, lexicon, exact, mistakes)
        return Not(part) if part else None
    if isinstance(node, All | Any):
        parts = [part for child in node.parts if (part := _resolved(child, lexicon, exact, mistakes))]
        return joined(type(node), _with_names(parts, lexicon) if isinstance(node, All) and not exact else parts)
    return node if exact else _with_names([node], lexicon)[0]


def _with_names(parts: list[Node], lexicon: Lexicon) -> list[Node]:
    """Runs of words that spell out a registered institution, longest first, stand for all its spellings."""
    found: list[Node] = []
    at = 0
    while at < len(parts):
        words: list[Word] = []
        best: Name | None = None
        taken = 1
        for ahead, part in enumerate(parts[at:], 1):
            if not isinstance(part, Word):
                break
            words.append(part)
            run = tuple(token for word in words for token in word.tokens)
            if spellings := lexicon.names(run):
                best, taken = Name(tuple(words), spellings, lexicon.institutions_called(run)), ahead
        found.append(best or parts[at])
        at += taken
    return found


def _wanted(node: Node | None) -> Iterator[Text]:
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from _wanted(part)
    elif isinstance(node, Word | Prefix | Phrase | Near):
        yield node
    elif isinstance(node, Name):
        yield from node.words
        yield node


def _in_words(node: Node, query: Query, inside: bool = False) -> str:
    if isinstance(node, All):
        kept = [part for part in node.parts if not isinstance(part, Not)]
        said = " and ".join(_in_words(part, query, True) for part in kept) or "every quote"
        said += "".join(
            f", without {_in_words(part.part, query, True)}" for part in node.parts if isinstance(part, Not)
        )
        return f"({said})" if inside else said
    if isinstance(node, Any):
        said = " or ".join(_in_words(part, query, True) for part in node.parts)
        return f"({said})" if inside else said
    if isinstance(node, Not):
        return f"every quote, without {_in_words(node.part, query, True)}"
    if isinstance(node, Among):
        return _SAID[node.column].format(node.said)
    if isinstance(node, Years):
        return _years(node)
    return _text(node, query) if not isinstance(node, Field) else ""


def _text(node: Text, query: Query) -> str:
    if isinstance(node, Near):
        items = " and ".join(f"“{item.typed}{'*' * isinstance(item, Prefix)}”" for item in node.items)
        return f"{items} at most {node.distance} words apart"
    said = " ".join(word.typed for word in node.words) if isinstance(node, Name) else node.typed
    letters = ", letter for letter" if query.exact else ""
    if isinstance(node, Name):
        return f"“{said}” in any registered spelling"
    if isinstance(node, Phrase):
        return f"the phrase “{said}”{letters}" if len(node.tokens) > 1 else f"exactly “{said}”{letters}"
    if isinstance(node, Prefix):
        return f"words beginning with “{said}”{letters}"
    return f"“{said}”{letters}" + (" (spoken of or speaking)" if query.speaking(node) else "")


def _years(node: Years) -> str:
    if node.first == node.last:
        return f"in {node.first}"
    if node.last == 9999:
        return f"since {node.first}"
    return f"until {node.last}" if node.first == 0 else f"in {node.first}–{node.last}"
