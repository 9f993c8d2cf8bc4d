"""What travels with a file: its story, and a name that tells chart, filter and date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.about import LICENCE, About

ABOUT = About(
    "records-by-year",
    "Records by year and kind",
    "Exland and Whyland",
    "Culture · 2020–2026",
    34,
    "abc123",
    date(2026, 11, 23),
    "https://dyad.example.org/?sector=culture",
    ("3 records not drawn.",),
    ("Agency: https://agency.example.org/1", "Ministry: https://ministry.example.org/2"),
)


def test_the_story_in_full() -> None:
    assert ABOUT.as_dict() == {
        "title": "Records by year and kind",
        "pair": "Exland and Whyland",
        "filters": "Culture · 2020–2026",
        "records": 34,
        "data_version": "abc123",
        "made": "2026-11-23",
        "address": "https://dyad.example.org/?sector=culture",
        "licence": LICENCE,
        "cite_as": "Dyad contributors (2026). Exland and Whyland: Records by year and kind [data set], version abc123, "
        "filters: Culture · 2020–2026. Made 2026-11-23 from 2 source pages.",
        "notes": ["3 records not drawn."],
        "sources": ["Agency: https://agency.example.org/1", "Ministry: https://ministry.example.org/2"],
    }
    assert LICENCE.startswith("CC BY 4.0")


@pytest.mark.parametrize(
    ("filters", "name"),
    [
        ("Culture · 2020–2026", "dyad-records-by-year-culture-2020-2026-2026-11-23.csv"),
        ("everything", "dyad-records-by-year-everything-2026-11-23.csv"),
        ("“Işıqlı yol” · Əkson", "dyad-records-by-year-isiqli-yol-ekson-2026-11-23.csv"),
        ("“Қарасу көпірі”", "dyad-records-by-year-karasu-kopiri-2026-11-23.csv"),
        ("“ещё один щедрый объезд”", "dyad-records-by-year-eshche-odin-shchedryi-obezd-2026-11-23.csv"),
        ("“შეხვედრა”", "dyad-records-by-year-filtered-2026-11-23.csv"),
        ("../../etc/passwd\0", "dyad-records-by-year-etc-passwd-2026-11-23.csv"),
    ],
)
def test_file_name(filters: str, name: str) -> None:
    assert replace(ABOUT, filters=filters).file_name("csv") == name


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["zip", "xlsx", "json", "png", "svg"]))
def test_any_file_name_is_short_plain_and_dated(name: str, filters: str, suffix: str) -> None:
    made = replace(ABOUT, name=name, filters=filters).file_name(suffix)
    assert len(made.removesuffix(f".{suffix}") + ".metadata.json") <= 120  # the longest of them, inside the zip
    assert made.isascii()
    assert made.startswith("dyad-")
    assert made.endswith(f"-2026-11-23.{suffix}")
    assert set(made.removesuffix(f".{suffix}")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_long_chart_name_leaves_room_for_the_filter() -> None:
    assert "-culture-" in replace(ABOUT, name="long " * 60).file_name("csv")
