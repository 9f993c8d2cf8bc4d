"""Commitments of the small pair: one kept by the railway, one by the year of culture, one not seen kept."""

from __future__ import annotations

from loaders.frames import Frames
from loaders.selection import Selection, View
from measures.promises import kept_or_open, of_states, promises


def test_every_commitment_is_listed_the_latest_first(everything: View) -> None:
    columns = ["id", "what", "side", "due", "kept_by", "kept", "note"]
    assert promises(everything)[columns].values.tolist() == [
        ["ada-on-culture", "Hold a year of culture", "Exland", "June 2023", "year-of-culture", True, ""],
        ["state-visit", "Build the railway", "Joint", "2024", "railway", True, ""],
        ["state-visit", "Open a ferry line", "Whyland", "", "", False, "Said twice."],
    ]
    assert [str(day) for day in promises(everything)["due_end"]] == ["2023-06-30", "2024-12-31", "None"]


def test_kept_and_open(everything: View, small: Frames) -> None:
    assert kept_or_open(everything).values.tolist() == [["kept", 2, 2], ["open", 1, 1]]
    statements = Selection(kinds=("statement",)).apply(small)
    assert kept_or_open(statements).values.tolist() == [["kept", 1, 1], ["open", 0, 0]]


def test_only_those_of_the_state_asked_for(everything: View) -> None:
    table = promises(everything)
    assert of_states(table, ("open",))["what"].tolist() == ["Open a ferry line"]
    assert of_states(table, ("kept", "made"))["what"].tolist() == ["Hold a year of culture", "Build the railway"]
    assert len(of_states(table, ())) == len(of_states(table, ("kept", "open"))) == 3


def test_a_view_without_any(small: Frames) -> None:
    view = Selection(kinds=("initiative",)).apply(small)
    assert promises(view).empty
    assert kept_or_open(view)["commitments"].tolist() == [0, 0]
