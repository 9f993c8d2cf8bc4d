"""Text from records → Markdown that shows it as it is."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def plain(text: str) -> str:
    """Escape whatever Markdown or Streamlit's own marks would read as something else."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def marked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text escaped, with each span highlighted."""
    parts, at = [], 0
    for start, end in spans:
        parts += [_keep(text[at:start]), f":orange-background[{_keep(text[start:end])}]"]
        at = end
    return "".join([*parts, _keep(text[at:])])


def _keep(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))


def count(number: int, word: str, many: str | None = None) -> str:
    """`1 record`, `2 records`."""
    return f"{number:,} {word if number == 1 else many or word + 's'}"


def shortened(text: str, length: int) -> str:
    """The text cut at a word, with an ellipsis, for a list; its record has the whole."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + " …"
