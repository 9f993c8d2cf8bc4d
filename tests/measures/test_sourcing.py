"""How well the small pair is sourced, counted by hand."""

from __future__ import annotations

import pytest

from loaders.frames import Frames
from loaders.selection import Selection, View
from measures.sourcing import languages, sourcing


def test_sourcing_of_everything(everything: View) -> None:
    """Records and their pages: the railway four, the commission, the visit and the cable two, eleven others one.

    Official: the summit, the commission, the visit, Ada, Bolat, the railway and the water. Both sides: the commission,
    the visit, the cable (agency of one, press of the other) and the railway (agency of one, ministry of the other).
    """
    assert sourcing(everything).values.tolist() == [
        ["Sources a record", 1.4, "sources"],  # 21 of 15
        ["Records with an official source", 46.7, "%"],  # 7 of 15
        ["Records with sources of both sides", 26.7, "%"],  # 4 of 15
        ["Pages read", 6, "pages"],
        ["Publishers", 6, "publishers"],
        ["Languages read", 3, "languages"],
    ]


def test_languages_of_the_pages(everything: View) -> None:
    assert languages(everything).set_index("language")["pages"].to_dict() == {"en": 4, "ru": 1, "kk": 1}


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        # Four statements with a page each, two of them official.
        (Selection(kinds=("statement",)), [1.0, 50.0, 0.0, 4, 4, 2]),
        (Selection(text="no such word"), [0.0, 0.0, 0.0, 0, 0, 0]),
    ],
)
def test_sourcing_of_a_view(small: Frames, asked: Selection, values: list[float]) -> None:
    assert sourcing(asked.apply(small))["value"].tolist() == values
