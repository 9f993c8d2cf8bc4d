"""What the records of the small pair say of one another, from both ends."""

from __future__ import annotations

import pytest

from loaders.frames import Frames
from measures.related import related


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        (
            "state-visit",
            [
                ("Follows up", "first-summit"),
                ("Restated by", "state-visit-retold"),
                ("Said on this occasion", "ada-on-culture"),
                ("Kept by", "railway"),
            ],
        ),
        ("state-visit-retold", [("Restates", "state-visit")]),
        ("first-summit", [("Followed up by", "state-visit"), ("Implemented by", "railway")]),
        (
            "railway",
            [
                ("Implements", "first-summit"),
                ("Spoken of in", "bolat-on-the-bridge"),
                ("Spoken of in", "joint-communique"),
                ("Keeps a promise of", "state-visit"),
            ],
        ),
        ("joint-communique", [("Speaks of", "railway"), ("Speaks of", "year-of-culture")]),
        ("energy-cable", [("Steps taken at", "business-forum")]),
        ("business-forum", [("Initiatives moved here", "energy-cable")]),
        ("clean-water", []),
    ],
)
def test_relations_are_told_from_both_ends(small: Frames, ident: str, expected: list[tuple[str, str]]) -> None:
    table = related(small, ident)
    assert list(zip(table["relation"], table["id"], strict=True)) == expected


def test_the_other_record_is_named(small: Frames) -> None:
    row = related(small, "business-forum").iloc[0]
    assert row.tolist() == [
        "Initiatives moved here",
        "energy-cable",
        "initiative",
        "Energy and data cable",
        "10 May 2020 – June 2022",
    ]
