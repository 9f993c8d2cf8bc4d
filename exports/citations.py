"""How to cite a page: APA 7, Chicago 17 (author-date), BibTeX, RIS and CSL-JSON.

All five describe one kind of thing, a web page, so they are written here; citation processors bring a hundred megabytes
of styles. Tests read the machine forms back with the libraries of those formats. The styles follow
https://apastyle.apa.org/style-grammar-guidelines/references/examples/webpage-website-references and
https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-2.html.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from loaders.dates import MONTHS, parse


@dataclass(frozen=True)
class Page:
    """A source as a citation needs it. `published` is None, or EDTF no finer than the page gives it."""

    id: str
    title: str
    publisher: str
    url: str
    accessed: str
    published: str | None = None
    language: str = "en"


def page_of(source: Any) -> Page:
    """A source record → Page. A page without a title is cited by its address."""
    return Page(
        source.id,
        source.title or source.url,
        source.publisher,
        source.url,
        source.accessed,
        source.published,
        source.language,
    )


def _parts(text: str | None) -> tuple[int, ...]:
    """(year, month, day) as far as the date is known; empty for none."""
    if not text:
        return ()
    span = parse(text)
    if span.start is None or span.precision not in ("day", "month", "year"):
        return ()
    return (span.start.year, span.start.month, span.start.day)[: {"year": 1, "month": 2, "day": 3}[span.precision]]


def apa(page: Page) -> str:
    year, *rest = _parts(page.published) or ("n.d.",)
    day = f", {MONTHS[int(rest[0]) - 1]}" + (f" {rest[1]}" if len(rest) > 1 else "") if rest else ""
    retrieved = "" if rest or year != "n.d." else f"Retrieved {_long(page.accessed)}, from "
    return f"{_ended(page.publisher)} ({year}{day}). {_ended(page.title)} {retrieved}{page.url}"


def chicago(page: Page) -> str:
    year, *rest = _parts(page.published) or ("n.d.",)
    day = f" {MONTHS[int(rest[0]) - 1]}" + (f" {rest[1]}" if len(rest) > 1 else "") + "." if rest else ""
    title = page.title if page.title.endswith((".", "?", "!")) else f"{page.title}."
    return f"{_ended(page.publisher)} {_ended(str(year))} “{title}”{day} Accessed {_long(page.accessed)}. {page.url}."


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _long(text: str) -> str:
    year, month, day = _parts(text)
    return f"{MONTHS[month - 1]} {day}, {year}"


def bibtex(page: Page) -> str:
    parts = _parts(page.published)
    date = "-".join(f"{part:02d}" for part in parts)
    fields = {
        "author": f"{{{_tex(page.publisher)}}}",
        "title": f"{{{_tex(page.title)}}}",
        "year": str(parts[0]) if parts else "",
        "date": date,
        "url": page.url,
        "urldate": page.accessed,
        "langid": page.language,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{page.id},\n{body}\n}}\n"


def _tex(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text.replace("\\", "/"))


def ris(page: Page) -> str:
    parts = _parts(page.published)
    date = "/".join(f"{part:02d}" for part in parts) + "/" * (3 - len(parts)) if parts else ""
    year, month, day = _parts(page.accessed)
    lines = [
        ("TY", "ELEC"),
        ("AU", page.publisher),
        ("TI", page.title),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", date),
        ("PB", page.publisher),
        ("UR", page.url),
        ("Y2", f"{year}/{month:02d}/{day:02d}/"),
        ("LA", page.language),
        ("ID", page.id),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in lines if value) + "ER  - \n"


def csl(page: Page) -> dict[str, Any]:
    """One CSL-JSON item."""
    item: dict[str, Any] = {
        "id": page.id,
        "type": "webpage",
        "title": page.title,
        "author": [{"literal": page.publisher}],
        "container-title": page.publisher,
        "URL": page.url,
        "language": page.language,
        "accessed": {"date-parts": [list(_parts(page.accessed))]},
    }
    if _parts(page.published):
        item["issued"] = {"date-parts": [list(_parts(page.published))]}
    return item


def csl_json(pages: list[Page]) -> str:
    return json.dumps([csl(page) for page in pages], ensure_ascii=False, indent=2)


STYLES: dict[str, Callable[[Page], str]] = {
    "APA": apa,
    "Chicago": chicago,
    "BibTeX": bibtex,
    "RIS": ris,
    "CSL-JSON": lambda page: csl_json([page]),
}
