"""Words of a text: where they stand, how they are spelled once folded, and their stems."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from loaders.fold import IGNORED, MARK, fold

# A soft hyphen belongs to a word only between its letters; a mark of its own belongs to the letter before it.
_FOLDED = re.compile(rf"\w[\w{MARK}]*(?:{IGNORED}+\w[\w{MARK}]*)*")
_PRINTED = re.compile(r"\w[\w\u0300-\u036f]*(?:\u00ad+\w[\w\u0300-\u036f]*)*")
# Pages type the schwa and the dotted i of one script inside words of the other; the neighbours tell which is meant.
_LATIN = r"A-Za-z\u00c0-\u024f\u0259"
_CYRILLIC = r"\u0400-\u04ff"
_IN_LATIN = re.compile(rf"(?<=[{_LATIN}])[әӘ]|[әӘ](?=[{_LATIN}])")
_IN_CYRILLIC = re.compile(rf"(?<=[{_CYRILLIC}])[əƏiI]|[əƏiI](?=[{_CYRILLIC}])")
_HIDDEN = str.maketrans("", "", IGNORED + MARK)
_STEMMABLE = 30
# Languages that pile up endings: Snowball has no stemmer for them, and the beginning of a word tells its stem.
AGGLUTINATIVE = frozenset({"az", "kk", "tr", "uz", "ky", "tk", "tt"})


class Word(NamedTuple):
    """`token` is what is compared; `start` and `end` are where it stands in the original text."""

    token: str
    start: int
    end: int


def words(text: str, exact: bool = False) -> list[Word]:
    """The words in order: folded, or, in exact mode, letter for letter as printed."""
    if exact:
        found = _PRINTED.finditer(text.replace("_", " "))
        return [Word(_as_printed(match.group()), *match.span()) for match in found]
    found = _FOLDED.finditer(_folded(text))
    return [Word(match.group().translate(_HIDDEN), *match.span()) for match in found]


def tokens(text: str, exact: bool = False) -> list[str]:
    """The tokens of `words`, sooner."""
    if exact:
        return [word.token for word in words(text, exact=True)]
    folded = _folded(text)
    found: list[str] = _FOLDED.findall(folded)
    hidden = IGNORED in folded or MARK in folded
    return [token.translate(_HIDDEN) for token in found] if hidden else found


def _folded(text: str) -> str:
    """Folded with an eye on the neighbours of a letter, which `fold` alone does not look at. Of the same length."""
    if not text.isascii():
        if "\u0306" in text:  # й in two characters is still no и
            text = text.replace("и\u0306", "й" + MARK).replace("И\u0306", "й" + MARK)
        text = _IN_LATIN.sub("ə", text)
        text = _IN_CYRILLIC.sub(lambda found: "ә" if found.group() in "əƏ" else "і", text)
    return fold(text).replace("_", " ")


def _as_printed(word: str) -> str:
    return unicodedata.normalize("NFC", word.replace(IGNORED, ""))


def is_agglutinative(language: str) -> bool:
    return language.split("-", 1)[0] in AGGLUTINATIVE


_lock = threading.Lock()
_english = snowballstemmer.stemmer("english")
_russian = snowballstemmer.stemmer("russian")


@lru_cache(maxsize=1 << 19)
def stem(token: str) -> str:
    """The stem of a folded word: Snowball's English for Latin letters, its Russian for Cyrillic ones.

    The script decides, not the language of the page, so that one word has one stem in every text and query.
    """
    if len(token) > _STEMMABLE or not token.isalpha():
        return token
    with _lock:  # the stemmers keep their word in themselves
        if token.isascii():
            return str(_english.stemWord(token))
        if "а" <= token[0] <= "я":
            found = str(_russian.stemWord(token))
            # Surnames and genitives in -ов, -ев: Токаев and Токаева, договор and договоров share what is left.
            return str(_russian.stemWord(found)) if found.endswith(("ов", "ев")) and found != token else found
    return token
