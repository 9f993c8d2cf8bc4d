"""What each filter keeps of the small pair, counted by hand, and how filters narrow each other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.frames import Frames
from loaders.selection import Chip, Selection, View, choices
from tests.made_up import frames_of, selections, small_frames, views

ALL = {
    "expert-talks", "first-summit", "railway", "commission-third-session", "business-forum", "energy-cable",
    "bolat-on-the-bridge", "clean-water", "ada-on-culture", "state-visit", "state-visit-retold", "carla-on-energy",
    "year-of-culture", "joint-communique", "embassy-reception", "student-exchange",
}  # fmt: skip
UNDATED = {"embassy-reception", "student-exchange"}
CULTURE = {
    "business-forum",
    "ada-on-culture",
    "state-visit-retold",
    "year-of-culture",
    "joint-communique",
    "embassy-reception",
}
OFFICIAL = {"first-summit", "railway", "commission-third-session", "bolat-on-the-bridge", "clean-water",
            "ada-on-culture", "state-visit"}  # fmt: skip
MEETINGS = {"expert-talks", "first-summit", "commission-third-session", "business-forum", "state-visit",
            "state-visit-retold", "embassy-reception"}  # fmt: skip


def kept(frames: Frames, **fields: Any) -> set[str]:
    return set(Selection(**fields).apply(frames).records["id"])


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        ({}, ALL),
        # A record is kept if its dates overlap the range: a decade does, an open end does, an unknown date does not.
        ({"first": "2022"},
         {"railway", "energy-cable", "clean-water", "carla-on-energy", "year-of-culture", "joint-communique"}),
        ({"last": "1994"}, {"expert-talks", "first-summit"}),
        ({"last": "1990"}, {"expert-talks"}),
        ({"first": "2000", "last": "2011"}, set()),
        ({"first": "2016", "last": "2018"}, {"railway"}),
        ({"first": "2030"}, {"clean-water"}),
        ({"first": "1900"}, ALL - UNDATED),
        ({"first": "2021-06-03", "last": "2021-06-03"},
         {"railway", "energy-cable", "bolat-on-the-bridge", "clean-water", "state-visit"}),
        ({"first": "2024-07"}, {"clean-water"}),
        ({"first": "2024-06"}, {"clean-water", "railway"}),
        ({"first": "2025", "last": "2020"}, set()),
        ({"sectors": ("culture",)}, CULTURE),
        ({"sectors": ("society",)}, CULTURE | {"student-exchange"}),
        ({"sectors": ("environment",)}, {"clean-water"}),
        ({"sectors": ("environment", "digital")}, {"clean-water", "energy-cable"}),
        ({"sectors": ("sport",)}, set()),
        ({"kinds": ("meeting",)}, MEETINGS),
        ({"kinds": ("statement",)}, {"bolat-on-the-bridge", "ada-on-culture", "carla-on-energy", "joint-communique"}),
        ({"sides": ("third",)}, {"state-visit", "carla-on-energy"}),
        ({"sides": ("XBB",)}, ALL - {"ada-on-culture", "carla-on-energy", "year-of-culture"}),
        ({"sides": ("XAA", "third")}, ALL - {"bolat-on-the-bridge"}),
        ({"levels": ("expert", "business")}, {"expert-talks", "carla-on-energy", "business-forum"}),
        ({"people": ("carla-third",)}, {"state-visit", "carla-on-energy"}),
        ({"institutions": ("joint-commission",)}, {"commission-third-session", "joint-communique"}),
        # A status is that of the last step, and only an initiative has one.
        ({"statuses": ("delivered",)}, {"railway"}),
        ({"statuses": ("announced", "under-way")}, {"energy-cable", "clean-water", "year-of-culture"}),
        ({"sourced": ("official",)}, OFFICIAL),
        ({"sourced": ("both-sides",)}, {"railway", "commission-third-session", "energy-cable", "state-visit"}),
        # Two demands on the sources of one record, so both must hold.
        ({"sourced": ("official", "both-sides")}, {"railway", "commission-third-session", "state-visit"}),
        ({"sourced": ("disputed",)}, {"commission-third-session"}),
        ({"promises": ("made",)}, {"state-visit", "ada-on-culture"}),
        ({"promises": ("kept",)}, {"state-visit", "ada-on-culture"}),
        # One of its promises was kept and one was not seen kept: it is found under either, and under both.
        ({"promises": ("open",)}, {"state-visit"}),
        ({"promises": ("kept", "open")}, {"state-visit"}),
        ({"text": "ferry LINE"}, {"state-visit"}),
        ({"text": "ИСИК"}, set()),
        ({"text": "ısıq"}, {"ada-on-culture"}),
        ({"text": "IŞIQ"}, {"ada-on-culture"}),
        ({"text": "visit PRESS"}, {"state-visit-retold"}),
        ({"text": "  "}, ALL),
        ({"text": "100%"}, set()),
        # Fields narrow each other.
        ({"kinds": ("meeting",), "sectors": ("culture",)},
         {"business-forum", "state-visit-retold", "embassy-reception"}),
        ({"kinds": ("meeting",), "sectors": ("culture",), "first": "2021"}, {"state-visit-retold"}),
        ({"people": ("ada-ekson",), "institutions": ("joint-commission",)}, {"commission-third-session"}),
    ],
)  # fmt: skip
def test_what_is_kept(small: Frames, fields: dict[str, Any], ids: set[str]) -> None:
    assert kept(small, **fields) == ids


def test_counts_leave_out_what_restates_another(small: Frames) -> None:
    view = Selection(sectors=("culture",)).apply(small)
    assert (len(view.records), view.n, view.restated, view.total) == (6, 5, 1, 15)
    assert "state-visit-retold" not in set(view.counted["id"])
    # The long tables and anything with rows follow the counted records, not all that show.
    rows = set(view.link("sector")["row"])
    assert set(small.records["id"].iloc[sorted(rows)]) == CULTURE - {"state-visit-retold"}
    assert view.link("sector")["value"].tolist().count("culture") == 5
    assert view.of_counted(small.steps)["id"].tolist() == ["year-of-culture"]


def test_in_words(small: Frames) -> None:
    def words(**fields: Any) -> str:
        return Selection(**fields).apply(small).in_words()

    assert words() == "15 of 15 records · 1 more record restates another and is not counted"
    assert words(sectors=("energy",), first="2022", last="2026") == "2 of 15 records · 2022–2026 · Energy"
    assert (
        words(kinds=("statement",), sides=("third",), text="pays")
        == "1 of 15 records · Statements · Third parties · “pays”"
    )
    assert words(first="2024-07") == "1 of 15 records · since July 2024"
    assert words(last="1990") == "1 of 15 records · until 1990"
    assert words(first="2012", last="2012") == "1 of 15 records · 2012"


def test_chips_in_the_order_of_the_sidebar(small: Frames) -> None:
    chosen = Selection(
        first="2020", sectors=("society", "energy"), kinds=("meeting",), sides=("XAA",), levels=("minister",),
        people=("ada-ekson",), institutions=("joint-commission",), text="road",
    )  # fmt: skip
    assert chosen.chips(small) == [
        Chip("dates", "", "since 2020"),
        Chip("sectors", "society", "Society"),
        Chip("sectors", "energy", "Energy"),
        Chip("kinds", "meeting", "Meetings"),
        Chip("sides", "XAA", "Exland"),
        Chip("levels", "minister", "Minister"),
        Chip("people", "ada-ekson", "Ada Ekson"),
        Chip("institutions", "joint-commission", "Joint Commission of Exland and Whyland"),
        Chip("text", "", "“road”"),
    ]
    assert Selection().in_words(small) == "everything"
    left = chosen
    for chip in chosen.chips(small):
        left = left.without(chip.field, chip.value)
    assert left.is_all and not chosen.is_all


def test_one_code_in_two_lists_has_two_names(small: Frames) -> None:
    labels = [chip.label for chip in Selection(levels=("official",), sourced=("official",)).chips(small)]
    assert labels == ["Official", "With an official source"]


def test_without(small: Frames) -> None:
    chosen = Selection(first="2020", last="2021", sectors=("energy", "culture"), text="x")
    assert chosen.without("dates") == Selection(sectors=("energy", "culture"), text="x")
    assert chosen.without("sectors", "energy").sectors == ("culture",)
    assert chosen.without("sectors").sectors == ()
    assert chosen.without("text").text == ""


def test_loosened_says_what_each_filter_costs(small: Frames) -> None:
    view = Selection(kinds=("statement",), people=("carla-third",), first="2023").apply(small)
    assert view.n == 0
    # Without the dates: her one statement. Without the kind or the person: nothing of hers, one statement since 2023.
    assert [(chip.field, n) for chip, n in view.loosened()] == [("dates", 1), ("people", 1), ("kinds", 0)]


def test_choices(small: Frames) -> None:
    offered = choices(small)
    assert offered["sectors"][:5] == ["politics", "political", "legal-parliamentary", "defence-security", "economy"]
    # The environment is a pillar and its only sector: offered once.
    assert offered["sectors"].count("environment") == 1 and len(offered["sectors"]) == 4 + 18
    assert offered["kinds"] == ["meeting", "statement", "initiative"]
    assert offered["sides"] == ["XAA", "XBB", "third"]
    assert offered["people"] == ["ada-ekson", "bolat-wye", "carla-third"]
    assert offered["institutions"] == ["exland-railways", "joint-commission"]
    assert choices(frames_of([]))["people"] == []


@given(views())
def test_a_filter_more_never_adds_a_record(view: View) -> None:
    for chip in view.selection.chips(view.frames):
        wider = view.selection.without(chip.field) if chip.field != "dates" else view.selection.without("dates")
        assert not (view.mask & ~wider.apply(view.frames).mask).any()
    assert view.n + view.restated == len(view.records)


@given(st.data())
def test_values_of_one_field_add_up(data: st.DataObject) -> None:
    frames = small_frames()
    chosen = data.draw(selections(frames))
    for field in ("sectors", "kinds", "sides", "levels", "people", "institutions"):
        values = getattr(chosen, field)
        if len(values) == 2:
            one, other = (chosen.without(field, value).apply(frames).mask for value in values)
            assert (chosen.apply(frames).mask == (one | other)).all()
