"""How to cite a page: APA 7, Chicago 17 (author-date), BibTeX, RIS and CSL-JSON.

All five describe one kind of thing, a web page, so they are written here; citation processors bring a hundred megabytes
of styles. Tests read the machine forms back with the libraries of those formats. The styles follow
https://apastyle.apa.org/style-grammar-guidelines/references/examples/webpage-website-references and
https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-2.html.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exports.about import About
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
    """A source record → Page. A page without a title says so, as APA 7 has it for works without one."""
    return Page(
        source.id,
        source.title or "[Untitled page]",
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


def quoted(words: str, who: str, when: str, page: Page) -> str:
    """A quote with who said it as what, when, and the page it stands on, ready for a text."""
    return f"{words} ({who}, {when}). {apa(page)}"


def chicago(page: Page) -> str:
    year, *rest = _parts(page.published) or ("n.d.",)
    day = f" {MONTHS[int(rest[0]) - 1]}" + (f" {rest[1]}" if len(rest) > 1 else "") + "." if rest else ""
    title = page.title if page.title.endswith((".", "?", "!")) else f"{page.title}."
    return f"{_ended(page.publisher)} {_ended(str(year))} “{title}”{day} Accessed {_long(page.accessed)}. {page.url}."


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _long(text: str) -> str:
    """`November 23, 2026`, or as much of it as is known."""
    year, *rest = _parts(text) or ("n.d.",)
    day = f" {rest[1]}," if len(rest) > 1 else ""
    return f"{MONTHS[int(rest[0]) - 1]}{day} {year}" if rest else str(year)


def bibtex(page: Page) -> str:
    parts = _parts(page.published)
    date = "-".join(f"{part:02d}" for part in parts)
    fields = {
        "author": f"{{{_tex(page.publisher)}}}",
        "title": f"{{{_tex(page.title)}}}",
        "year": str(parts[0]) if parts else "",
        "date": date,
        "url": page.url.replace("{", "%7B").replace("}", "%7D"),  # BibTeX counts braces even here
        "urldate": page.accessed,
        "langid": page.language,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{page.id},\n{body}\n}}\n"


# Commands rather than \{ and \}: BibTeX counts braces whether or not a backslash stands before them.
_TEX = {"{": "lbrace", "}": "rbrace", "\\": "textbackslash", "~": "textasciitilde", "^": "textasciicircum"}


def _tex(text: str) -> str:
    return re.sub(r"[&%$#_{}\\~^]", lambda m: f"\\{_TEX[m[0]]}{{}}" if m[0] in _TEX else f"\\{m[0]}", text)


def ris(page: Page) -> str:
    parts = _parts(page.published)
    lines = [
        ("TY", "ELEC"),
        ("AU", page.publisher),
        ("TI", page.title),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", _slashed(parts)),
        ("PB", page.publisher),
        ("UR", page.url),
        ("Y2", _slashed(_parts(page.accessed))),
        ("LA", page.language),
        ("ID", page.id),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in lines if value) + "ER  - \n"


def _slashed(parts: tuple[int, ...]) -> str:
    """`2024/03/11`, `2024/03/`, `2024//`: RIS keeps the slashes of what is not known."""
    return "/".join(f"{part:02d}" for part in parts) + "/" * (3 - len(parts)) if parts else ""


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
    }
    for name, text in (("accessed", page.accessed), ("issued", page.published)):
        if parts := _parts(text):
            item[name] = {"date-parts": [list(parts)]}
    return item


def csl_json(pages: list[Page]) -> str:
    return json.dumps([csl(page) for page in pages], ensure_ascii=False, indent=2)


def to_citations(pages: list[Page], about: About) -> bytes:
    """A zip of all pages as BibTeX, RIS and CSL-JSON, for a reference manager, with the story of the selection."""
    stem = about.file_name("x").removesuffix(".x")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{stem}.bib", "\n".join(map(bibtex, pages)))
        archive.writestr(f"{stem}.ris", "\n".join(map(ris, pages)))
        archive.writestr(f"{stem}.csl.json", csl_json(pages))
        archive.writestr(f"{stem}.metadata.json", json.dumps(about.as_dict(), ensure_ascii=False, indent=2))
    return packed.getvalue()


STYLES: dict[str, Callable[[Page], str]] = {
    "APA": apa,
    "Chicago": chicago,
    "BibTeX": bibtex,
    "RIS": ris,
    "CSL-JSON": lambda page: csl_json([page]),
}
