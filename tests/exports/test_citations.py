"""Citations of a page: APA and Chicago to the letter, machine forms read back by the libraries of those formats."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from exports.about import About
from exports.citations import STYLES, Page, apa, bibtex, chicago, csl, csl_json, page_of, quoted, ris, to_citations
from loaders.frames import Frames

PAGE = Page(
    "agency-1", "Leaders meet", "Exland News Agency", "https://agency.example.org/1", "2026-01-05", "2024-03-11", "en"
)
URL = "https://agency.example.org/1"
ODD = "Trade & transport: 50% more {draft}_2 for $5 #1 \\ ~ «Қарасу көпірі» — ещё"


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-03-11", f"Exland News Agency. (2024, March 11). Leaders meet. {URL}"),
        ("2024-03", f"Exland News Agency. (2024, March). Leaders meet. {URL}"),
        ("2024", f"Exland News Agency. (2024). Leaders meet. {URL}"),
        (None, f"Exland News Agency. (n.d.). Leaders meet. Retrieved January 5, 2026, from {URL}"),
        ("202X", f"Exland News Agency. (n.d.). Leaders meet. Retrieved January 5, 2026, from {URL}"),
    ],
)
def test_apa(published: str | None, expected: str) -> None:
    assert apa(replace(PAGE, published=published)) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-03-11", f"Exland News Agency. 2024. “Leaders meet.” March 11. Accessed January 5, 2026. {URL}."),
        ("2024-03", f"Exland News Agency. 2024. “Leaders meet.” March. Accessed January 5, 2026. {URL}."),
        ("2024", f"Exland News Agency. 2024. “Leaders meet.” Accessed January 5, 2026. {URL}."),
        (None, f"Exland News Agency. n.d. “Leaders meet.” Accessed January 5, 2026. {URL}."),
    ],
)
def test_chicago(published: str | None, expected: str) -> None:
    assert chicago(replace(PAGE, published=published)) == expected


@pytest.mark.parametrize("end", [".", "?", "!"])
def test_a_title_that_ends_in_a_mark_of_its_own_gets_no_other(end: str) -> None:
    page = replace(PAGE, title=f"Will the railway open{end}", publisher="Exland Inc.")
    assert apa(page) == f"Exland Inc. (2024, March 11). Will the railway open{end} {URL}"
    assert chicago(page) == (
        f"Exland Inc. 2024. “Will the railway open{end}” March 11. Accessed January 5, 2026. {URL}."
    )


@pytest.mark.parametrize(
    ("accessed", "said", "slashed", "parts"),
    [
        ("2026-01-05", "January 5, 2026", "2026/01/05", [2026, 1, 5]),
        ("2026-01", "January 2026", "2026/01/", [2026, 1]),
        ("2026", "2026", "2026//", [2026]),
    ],
)
def test_a_day_of_access_known_in_part(accessed: str, said: str, slashed: str, parts: list[int]) -> None:
    page = replace(PAGE, accessed=accessed)
    assert f"Accessed {said}. {URL}." in chicago(page)
    assert rispy.loads(ris(page))[0]["access_date"] == slashed
    assert csl(page)["accessed"] == {"date-parts": [parts]}


def bibtex_of(page: Page) -> dict[str, str]:
    """The fields as printed, and those that TeX sets decoded."""
    plain = bibtexparser.parse_string(bibtex(page))
    decoded = bibtexparser.parse_string(bibtex(page), append_middleware=[LatexDecodingMiddleware()])
    assert not plain.failed_blocks and not decoded.failed_blocks
    (entry,) = plain.entries
    assert (entry.entry_type, entry.key) == ("online", page.id)
    fields = {field.key: field.value for field in entry.fields}
    return fields | {name: decoded.entries[0].fields_dict[name].value for name in ("author", "title")}


@pytest.mark.parametrize(
    ("published", "dated"),
    [
        ("2024-03-11", {"year": "2024", "date": "2024-03-11"}),
        ("2024-03", {"year": "2024", "date": "2024-03"}),
        ("2024", {"year": "2024", "date": "2024"}),
        (None, {}),
    ],
)
def test_bibtex_reads_back(published: str | None, dated: dict[str, str]) -> None:
    page = replace(PAGE, title=ODD, publisher="A & B_C", published=published)
    assert bibtex_of(page) == {
        "author": "A & B_C",
        "title": ODD,
        "url": URL,
        "urldate": "2026-01-05",
        "langid": "en",
        **dated,
    }


def test_bibtex_braces_balance_whatever_the_title() -> None:
    """BibTeX counts { and } even after a backslash; one alone would swallow the rest of the file."""
    page = replace(PAGE, title="one { alone", publisher="and } another", url="https://example.org/{x}%20y_z")
    text = bibtex(page)
    assert text.count("{") == text.count("}")
    assert bibtex_of(page)["url"] == "https://example.org/%7Bx%7D%20y_z"
    assert (bibtex_of(page)["title"], bibtex_of(page)["author"]) == ("one { alone", "and } another")


@pytest.mark.parametrize(
    ("published", "dated"),
    [
        ("2024-03-11", {"year": "2024", "date": "2024/03/11"}),
        ("2024-03", {"year": "2024", "date": "2024/03/"}),
        ("2024", {"year": "2024", "date": "2024//"}),
        (None, {}),
    ],
)
def test_ris_reads_back(published: str | None, dated: dict[str, str]) -> None:
    page = replace(PAGE, title=ODD, published=published, language="ru")
    assert rispy.loads(ris(page)) == [
        {
            "type_of_reference": "ELEC",
            "authors": ["Exland News Agency"],
            "title": ODD,
            "publisher": "Exland News Agency",
            "urls": [URL],
            "access_date": "2026/01/05",
            "language": "ru",
            "id": "agency-1",
            **dated,
        }
    ]


def test_a_line_break_in_a_title_does_not_end_a_ris_record() -> None:
    (record,) = rispy.loads(ris(replace(PAGE, title="Leaders\nER  - \nTY  - BOOK meet")))
    assert record["title"] == "Leaders ER - TY - BOOK meet"


def test_csl_json_reads_back() -> None:
    pages = [replace(PAGE, title=ODD), replace(PAGE, id="agency-2", published="2024-03"), replace(PAGE, published=None)]
    first, second, third = json.loads(csl_json(pages))
    assert first == {
        "id": "agency-1",
        "type": "webpage",
        "title": ODD,
        "author": [{"literal": "Exland News Agency"}],
        "container-title": "Exland News Agency",
        "URL": URL,
        "language": "en",
        "accessed": {"date-parts": [[2026, 1, 5]]},
        "issued": {"date-parts": [[2024, 3, 11]]},
    }
    assert (second["id"], second["issued"]) == ("agency-2", {"date-parts": [[2024, 3]]})
    assert "issued" not in third


# Titles are one line; ^ has no way through the decoder, which takes it for an accent.
titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="^"), min_size=1)


@given(titles)
def test_any_title_survives_the_machine_forms(title: str) -> None:
    page = replace(PAGE, title=f"A {title} b")
    assert rispy.loads(ris(page))[0]["title"] == page.title
    assert json.loads(csl_json([page]))[0]["title"] == page.title
    text = bibtex(page)
    assert text.count("{") == text.count("}")
    assert set(bibtex_of(page)) == {"author", "title", "year", "date", "url", "urldate", "langid"}


def test_all_pages_travel_in_one_file_with_their_story() -> None:
    about = About("sources", "Sources", "Exland and Whyland", "Culture", 2, "abc123", date(2026, 1, 5))
    pages = [replace(PAGE, title=ODD), replace(PAGE, id="agency-2", published=None)]
    stem = "dyad-sources-culture-2026-01-05"
    with zipfile.ZipFile(io.BytesIO(to_citations(pages, about))) as archive:
        assert archive.namelist() == [f"{stem}.bib", f"{stem}.ris", f"{stem}.csl.json", f"{stem}.metadata.json"]
        files = {name.removeprefix(stem): archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert [entry.key for entry in bibtexparser.parse_string(files[".bib"]).entries] == ["agency-1", "agency-2"]
    assert [(record["id"], record["title"]) for record in rispy.loads(files[".ris"])] == [
        ("agency-1", ODD),
        ("agency-2", "Leaders meet"),
    ]
    assert json.loads(files[".csl.json"]) == [csl(page) for page in pages]
    assert json.loads(files[".metadata.json"]) == about.as_dict()


def test_a_source_without_a_title_says_so(small: Frames) -> None:
    page = page_of(small.documents["whyland-press-1"])
    assert page == Page(
        "whyland-press-1",
        "[Untitled page]",
        "Whyland Daily",
        "https://press.example.org/1",
        "2026-01-07",
        "2023",
        "kk",
    )
    assert page_of(small.documents["exland-agency-1"]).title == "Will the railway open?"


def test_a_quote_with_its_source() -> None:
    told = quoted("“The road is open.”", "Ada Ekson, Minister of Roads", "11 March 2024, day of publication", PAGE)
    assert told == (
        "“The road is open.” (Ada Ekson, Minister of Roads, 11 March 2024, day of publication). "
        f"Exland News Agency. (2024, March 11). Leaders meet. {URL}"
    )


def test_every_style_is_offered_and_names_the_page() -> None:
    assert list(STYLES) == ["APA", "Chicago", "BibTeX", "RIS", "CSL-JSON"]
    for cite in STYLES.values():
        text = cite(PAGE)
        assert all(part in text for part in ("Leaders meet", "Exland News Agency", URL, "2024"))
