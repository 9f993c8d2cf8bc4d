"""Where the small pair's five initiatives stand, and which moved last."""

from __future__ import annotations

from loaders.frames import Frames
from loaders.selection import Selection, View
from measures import initiatives


def test_by_status_counts_the_last_step_only(everything: View) -> None:
    """The railway was announced and signed, but stands as delivered; the cable was announced and is under way."""
    table = initiatives.by_status(everything)
    assert table.values.tolist() == [
        ["announced", "Announced", 1],
        ["signed", "Signed", 0],
        ["under-way", "Under way", 2],
        ["delivered", "Delivered", 1],
        ["suspended", "Suspended", 1],
        ["cancelled", "Cancelled", 0],
    ]


def test_by_status_under_a_filter(small: Frames) -> None:
    table = initiatives.by_status(Selection(sectors=("energy",)).apply(small)).set_index("status")
    assert table["initiatives"].to_dict() == dict.fromkeys(table.index, 0) | {"under-way": 1}


def test_last_moved_shows_the_step_that_moved_it_the_latest_first(everything: View) -> None:
    table = initiatives.last_moved(everything, "under-way")
    assert table.values.tolist() == [
        ["energy-cable", "Energy and data cable", "January 2022 – June 2022", "Laid by half"],
        ["clean-water", "Clean water for both banks", "since 3 March 2021", ""],
    ]
    assert initiatives.last_moved(everything, "suspended")[["id", "when"]].values.tolist() == [
        ["student-exchange", "date unknown"]
    ]
    assert initiatives.last_moved(everything, "cancelled").empty
