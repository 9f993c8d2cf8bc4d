"""Pieces of a query → a tree, and the mistakes beside it.

either   := together (OR together)*
together := part (AND? part)*
part     := - part | ( either ) | near:5( words ) | field: value | "phrase" | prefix* | word
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from loaders.problems import nearest
from search.lexer import Piece, pieces
from search.tree import All, Any, Field, Mistake, Near, Node, Not, Phrase, Prefix, Word, joined
from search.words import tokens

FIELDS = ("speaker", "role", "side", "level", "sector", "year", "lang", "occasion")
MAX_LENGTH, MAX_TERMS, MAX_DEPTH, MAX_DISTANCE, NEAR = 2000, 80, 12, 50, 5
_POSSESSIVE = re.compile(r"['’ʼ`]s$", re.IGNORECASE)


@dataclass(frozen=True)
class Parsed:
    """`tree` is None where nothing was asked for."""

    tree: Node | None
    mistakes: tuple[Mistake, ...] = ()


def parse(text: str, exact: bool = False) -> Parsed:
    """Never raises; what cannot be read is a mistake beside a tree of the rest."""
    parser = _Parser(text[:MAX_LENGTH], exact)
    tree = parser.everything()
    if len(text) > MAX_LENGTH:
        parser.wrong(MAX_LENGTH, len(text), f"the search is {len(text):,} characters long", "shorten it")
    return Parsed(tree, tuple(sorted(parser.mistakes)))


@dataclass
class _Parser:
    text: str
    exact: bool
    at: int = 0
    terms: int = 0
    in_field: str = ""
    mistakes: list[Mistake] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pieces = pieces(self.text)

    def wrong(self, start: int, end: int, what: str, mend: str) -> None:
        self.mistakes.append(Mistake(start, end, what, mend))

    def next(self) -> Piece | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def everything(self) -> Node | None:
        parts: list[Node] = []
        while (piece := self.next()) is not None:
            if piece.kind == "close":
                self.wrong(piece.start, piece.end, "this bracket closes nothing", "remove it, or open one before")
                self.at += 1
                continue
            node = self.either(0)
            parts += [node] if node else []
        return joined(All, parts)

    def either(self, depth: int) -> Node | None:
        options: list[Node] = []
        while True:
            node = self.together(depth)
            options += [node] if node else []
            piece = self.next()
            if piece is None or piece.kind != "or":
                return joined(Any, options)
            self.at += 1
            after = self.next()
            if node is None or after is None or after.kind in ("close", "or"):
                self.wrong(piece.start, piece.end, "OR needs something on both sides", "write: peace OR stability")

    def together(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while (piece := self.next()) is not None and piece.kind not in ("or", "close"):
            if piece.kind == "and":
                self.at += 1  # all parts are wanted anyway
                continue
            node = self.part(depth)
            parts += [node] if node else []
        return joined(All, parts)

    def part(self, depth: int) -> Node | None:
        piece = self.pieces[self.at]
        self.at += 1
        if piece.kind == "minus":
            return self.without(piece, depth)
        if piece.kind == "open":
            return self.group(piece, depth)
        if piece.kind == "near":
            return self.near(piece)
        if piece.kind == "field":
            return self.filter(piece, depth)
        return self.leaf(piece)

    def without(self, piece: Piece, depth: int) -> Node | None:
        after = self.next()
        if after is None or after.kind in ("close", "or", "and"):
            self.wrong(piece.start, piece.end, "nothing follows the minus", "write the word to leave out: -war")
            return None
        if depth >= MAX_DEPTH:
            self.too_deep(piece)
            return None
        node = self.part(depth + 1)
        return node.part if isinstance(node, Not) else Not(node) if node else None

    def group(self, piece: Piece, depth: int) -> Node | None:
        if depth >= MAX_DEPTH:
            self.too_deep(piece)
            return None
        node = self.either(depth + 1)
        if not self.closed():
            self.wrong(piece.start, piece.end, "this bracket is not closed", "add ) where the group ends")
        elif node is None:
            self.wrong(piece.start, self.pieces[self.at - 1].end, "the brackets are empty", "put words into them")
        return node

    def closed(self) -> bool:
        piece = self.next()
        if piece is None or piece.kind != "close":
            return False
        self.at += 1
        return True

    def too_deep(self, piece: Piece) -> None:
        self.wrong(piece.start, piece.end, f"more than {MAX_DEPTH} brackets inside each other", "use fewer")

    def near(self, piece: Piece) -> Node | None:
        distance = min(int(piece.text or NEAR), MAX_DISTANCE)
        if piece.text and int(piece.text) > MAX_DISTANCE:
            self.wrong(piece.start, piece.end, f"{piece.text} words apart is too far", f"use at most {MAX_DISTANCE}")
        self.at += 1  # the bracket, which the lexer has seen
        items: list[Word | Prefix | Phrase] = []
        while (inner := self.next()) is not None and inner.kind != "close":
            self.at += 1
            if inner.kind in ("bare", "quoted"):
                node = self.leaf(inner)
                items += [node] if isinstance(node, Word | Prefix | Phrase) else []
            else:
                self.wrong(inner.start, inner.end, "near takes words and phrases only", "write: near:5(peace treaty)")
        if not self.closed():
            self.wrong(piece.start, piece.end, "the bracket of near is not closed", "add ) after its last word")
        if len(items) < 2:
            self.wrong(piece.start, piece.end, "near needs two words", "write: near:5(peace treaty)")
        return Near(distance, tuple(items)) if len(items) > 1 else items[0] if items else None

    def filter(self, piece: Piece, depth: int) -> Node | None:
        value = self.next()
        if piece.text not in FIELDS:
            mend = nearest(piece.text, FIELDS).replace("use one of", "filters are")
            self.wrong(piece.start, piece.end, f"“{piece.text}:” is not a filter", mend)
            return self.leaf(Piece("bare", piece.text, piece.start, piece.end - 1))
        if value is None or value.kind not in ("bare", "quoted", "open"):
            self.wrong(piece.start, piece.end, f"“{piece.text}:” has no value", f"write one after it: {piece.text}:…")
            return None
        if value.kind != "open":
            self.at += 1
            return self.value(piece.text, value, piece.start)
        outer, self.in_field = self.in_field, piece.text
        self.at += 1
        node = self.group(value, depth)
        self.in_field = outer
        return node

    def value(self, name: str, piece: Piece, start: int) -> Node | None:
        if not self.room(piece):
            return None
        return Field(name, piece.text.strip(), start, piece.end)

    def room(self, piece: Piece) -> bool:
        self.terms += 1
        if self.terms == MAX_TERMS + 1:
            self.wrong(piece.start, len(self.text), f"more than {MAX_TERMS} words", "search for fewer at once")
        return self.terms <= MAX_TERMS

    def leaf(self, piece: Piece) -> Node | None:
        """A word, prefix or phrase; inside `field:( … )` a value of that field."""
        if self.in_field:
            return self.value(self.in_field, piece, piece.start)
        if piece.kind == "quoted":
            if not piece.whole:
                self.wrong(piece.start, piece.start + 1, "this quotation mark is not closed", "add another at its end")
            return self.made(Prefix if piece.text.rstrip().endswith("*") else Phrase, piece, piece.text)
        text = piece.text
        if "*" in text.rstrip("*") or text.strip("*") == "":
            self.wrong(piece.start, piece.end, "* stands only at the end of a word", "write: cultur*")
        elif text.endswith("*"):
            return self.made(Prefix, piece, text)
        return self.made(Word, piece, text.replace("*", " "))

    def made(self, kind: type[Word] | type[Prefix] | type[Phrase], piece: Piece, text: str) -> Node | None:
        found = tuple(tokens(text if self.exact else _POSSESSIVE.sub("", text), self.exact))
        if not found:
            # A dash or a full stop is how people write; an emoji was meant to find something.
            if piece.text.strip("*") and not all(unicodedata.category(c)[0] == "P" for c in piece.text.strip()):
                said = piece.text.strip()[:20]
                self.wrong(piece.start, piece.end, f"“{said}” holds no letter or digit", "it was passed over")
            elif piece.kind == "quoted":
                self.wrong(piece.start, piece.end, "nothing is quoted", "put words between the quotation marks")
            return None
        if len(found) > MAX_TERMS:
            self.wrong(piece.start, piece.end, f"more than {MAX_TERMS} words", "search for fewer at once")
            found = found[:MAX_TERMS]
        if kind is Prefix and len(found) == 1 and len(found[0]) < 2:
            self.wrong(piece.start, piece.end, "one letter begins too many words", "give two letters or more before *")
            return None
        return kind(found, text.strip().rstrip("*")) if self.room(piece) else None
