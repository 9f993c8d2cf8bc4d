"""What a reader typed → pieces, each with its place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["open", "close", "quoted", "bare", "field", "near", "minus", "or", "and"]
_OPENING = '"“”„‟«»'
_MINUS = "-−‐‑"
_SPACE = re.compile(r"[\s\x00-\x20\u200b\ufeff]+")
_BARE = re.compile(rf"[^\s\x00-\x20()（）{_OPENING}]+")
_NEAR = re.compile(r"near(?::(\d{0,6})\s*)?(?=\()", re.IGNORECASE)
_FIELD = re.compile(r"([A-Za-z]{2,20}):(?!//)")


class Piece(NamedTuple):
    """`text` is the content: of a quotation without its marks, of a field its name, of `near` its distance."""

    kind: Kind
    text: str
    start: int
    end: int
    whole: bool = True  # False: a quotation that was not closed


def pieces(text: str) -> list[Piece]:
    """Every character belongs to a piece or to the space between pieces."""
    found: list[Piece] = []
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        piece = _piece(text, at, after_space=at == 0 or not text[at - 1].isalnum())
        found.append(piece)
        at = max(piece.end, at + 1)
    return found


def _piece(text: str, at: int, after_space: bool) -> Piece:
    character = text[at]
    if character in "(（":
        return Piece("open", "(", at, at + 1)
    if character in ")）":
        return Piece("close", ")", at, at + 1)
    if character in _OPENING:
        end = next((i for i in range(at + 1, len(text)) if text[i] in _OPENING), len(text))
        return Piece("quoted", text[at + 1 : end], at, min(end + 1, len(text)), whole=end < len(text))
    if character in _MINUS and after_space and at + 1 < len(text) and not _SPACE.match(text, at + 1):
        return Piece("minus", character, at, at + 1)
    if near := _NEAR.match(text, at):
        return Piece("near", near[1] or "", at, near.end())
    if field := _FIELD.match(text, at):
        return Piece("field", field[1].lower(), at, field.end())
    bare = _BARE.match(text, at)
    end = bare.end() if bare else at + 1
    word = text[at:end]
    if word in ("OR", "AND"):
        return Piece("or" if word == "OR" else "and", word, at, end)
    if word == "NOT":
        return Piece("minus", word, at, end)
    return Piece("bare", word, at, end)
