"""The selection as an address: there and back, and a sentence for each value that the data no longer has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.frames import Frames
from loaders.selection import FILTER_NAMES, PARAMETERS, Selection, choices, from_query
from tests.made_up import selections, small_frames


def test_the_address(small: Frames) -> None:
    chosen = Selection(
        first="2020", last="2024-06", sectors=("society", "energy"), kinds=("meeting",), text="road & rail"
    )
    query = {
        "from": ["2020"],
        "to": ["2024-06"],
        "sector": ["society", "energy"],
        "kind": ["meeting"],
        "q": ["road & rail"],
    }
    assert chosen.to_query() == query
    assert from_query(query, small) == (chosen, [])
    assert Selection().to_query() == {}
    assert from_query({}, small) == (Selection(), [])


@given(st.data(), st.text(max_size=200))
def test_there_and_back(data: st.DataObject, text: str) -> None:
    chosen = replace(data.draw(selections(small_frames())), text=text)
    assert from_query(chosen.to_query(), small_frames()) == (chosen, [])


@pytest.mark.parametrize(
    ("query", "selection", "notes"),
    [
        ({"sector": ["cultur", "energy"]}, Selection(sectors=("energy",)),
         ["This link asks for the sector “cultur”, which is not in the data: did you mean “culture”?"]),
        ({"person": ["zzz"]}, Selection(),
         ["This link asks for the person “zzz”, which is not in the data: it was ignored"]),
        ({"side": ["joint"]}, Selection(),
         ["This link asks for the side “joint”, which is not in the data: it was ignored"]),
        ({"from": ["199X"]}, Selection(),
         ["This link asks for from=199X, which is not a year, month or day: it was ignored"]),
        ({"to": ["2024-02-30"]}, Selection(),
         ["This link asks for to=2024-02-30, which is not a year, month or day: it was ignored"]),
        ({"from": ["2020/2021"]}, Selection(),
         ["This link asks for from=2020/2021, which is not a year, month or day: it was ignored"]),
        # Of several values where one belongs, the first; a repeated value once; an empty one not at all.
        ({"from": ["2020", "2021"], "kind": ["meeting", "meeting", ""], "q": [""]},
         Selection(first="2020", kinds=("meeting",)), []),
        ({"from": ["2025"], "to": ["2020-06"]}, Selection(first="2020-06", last="2025"),
         ["This link asks for 2025 to 2020-06, which is backwards: it was turned"]),
        ({"from": ["2024-07"], "to": ["2024"]}, Selection(first="2024-07", last="2024"), []),
        ({"q": ["x" * 300]}, Selection(text="x" * 200), []),
        ({"utm_source": ["mail"], "page": ["2"]}, Selection(), []),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_told_and_ignored(
    small: Frames, query: dict[str, list[str]], selection: Selection, notes: list[str]
) -> None:
    assert from_query(query, small) == (selection, notes)


anything = st.text(max_size=12) | st.sampled_from(
    ["energy", "meeting", "XAA", "ada-ekson", "2020", "2021-06", "society"]
)
queries = st.dictionaries(st.sampled_from([*PARAMETERS.values(), "other"]), st.lists(anything, max_size=3))


@given(queries)
def test_any_address_gives_a_selection_of_what_is_offered(query: dict[str, list[str]]) -> None:
    frames = small_frames()
    offered: dict[str, Any] = choices(frames)
    chosen, notes = from_query(query, frames)
    for name, values in offered.items():
        given_values = [value for value in query.get(PARAMETERS[name], []) if value]
        assert list(getattr(chosen, name)) == [value for value in dict.fromkeys(given_values) if value in values]
        unknown = [value for value in given_values if value not in values]
        called = FILTER_NAMES.get(PARAMETERS[name], PARAMETERS[name])
        assert sum(f"the {called} “" in note for note in notes) == len(unknown)
    # Whatever came in, it can be applied, and its own address brings it back without a note.
    assert chosen.apply(frames).n <= 15
    assert from_query(chosen.to_query(), frames) == (chosen, [])
