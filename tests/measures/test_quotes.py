"""Quotes of the small pair in each order, and their facets counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders.frames import Frames
from loaders.selection import Selection, View
from measures.quotes import Order, facets, quotes
from tests.made_up import frames_of

NEWEST = ["joint-communique", "carla-on-energy", "ada-on-culture", "bolat-on-the-bridge"]


def test_newest_and_oldest(everything: View) -> None:
    assert quotes(everything, None, "newest")["id"].tolist() == NEWEST
    assert quotes(everything, None, "oldest")["id"].tolist() == NEWEST[::-1]


def test_a_quote_comes_with_its_date_and_words(everything: View) -> None:
    row = quotes(everything, None, "newest").set_index("id").loc["bolat-on-the-bridge"]
    assert row["quote"] == "Қарасу көпірі — ещё один мост: дорога наша общая."
    assert (row["when"], row["date"], row["year"], row["date_basis"]) == ("about 2021", "2021~", 2021, "stated")
    assert (row["speaker"], row["side"], row["level"]) == ("bolat-wye", "XBB", "minister")


def test_relevance_keeps_what_was_found_and_orders_it(everything: View) -> None:
    rows = everything.frames.records.set_index("id").index
    scores = pd.Series({rows.get_loc("ada-on-culture"): 0.5, rows.get_loc("carla-on-energy"): 2.0})
    assert quotes(everything, scores, "relevant")["id"].tolist() == ["carla-on-energy", "ada-on-culture"]
    assert quotes(everything, scores, "oldest")["id"].tolist() == ["ada-on-culture", "carla-on-energy"]
    assert quotes(everything, pd.Series(dtype="float64"), "relevant").empty


def test_equal_relevance_puts_the_newest_first(everything: View) -> None:
    found = quotes(everything, None, "newest")
    same = pd.Series(1.0, index=found["row"])
    assert quotes(everything, same, "relevant")["id"].tolist() == NEWEST


def test_the_filter_narrows_what_was_found(small: Frames) -> None:
    view = Selection(sides=("XAA",)).apply(small)  # a joint statement is of both sides
    assert quotes(view, None, "newest")["id"].tolist() == ["joint-communique", "ada-on-culture"]


def test_facets(everything: View) -> None:
    found = facets(everything, quotes(everything, None, "newest"))
    assert {name: table.values.tolist() for name, table in found.items()} == {
        "speaker": [  # the communiqué was spoken by nobody
            ["ada-ekson", "Ada Ekson", 1],
            ["bolat-wye", "Bolat Wye", 1],
            ["carla-third", "Carla Third", 1],
        ],
        "side": [["XAA", "Exland", 1], ["joint", "Joint", 1], ["third", "Third parties", 1], ["XBB", "Whyland", 1]],
        "sector": [
            ["culture", "Culture", 2],
            ["energy", "Energy", 2],
            ["political", "Political relations", 1],
            ["trade-investment", "Trade and investment", 1],
            ["transport", "Transport", 1],
        ],
        "year": [["2024", "2024", 1], ["2022", "2022", 1], ["2021", "2021", 2]],
    }


def test_facets_of_what_was_found_only(everything: View) -> None:
    found = quotes(everything, None, "newest")
    tables = facets(everything, found[found["id"] == "joint-communique"])
    assert tables["speaker"].empty
    assert tables["sector"]["value"].tolist() == ["culture", "political", "trade-investment"]
    assert tables["year"].values.tolist() == [["2024", "2024", 1]]


@pytest.mark.parametrize("order", ["relevant", "newest", "oldest"])
def test_undated_quotes_come_last_and_restated_ones_not_at_all(order: Order) -> None:
    said = {"speaker": "ada", "side": "XAA", "language": "en", "wording": "verbatim", "sources": ["source-a"]}
    data = frames_of([
        ("statement", said | {"id": "dated", "date": "2020", "quote": "Once."}),
        ("statement", said | {"id": "undated", "date": "XXXX", "quote": "Some day."}),
        ("statement", said | {"id": "again", "date": "2021", "quote": "Once.", "restates": ["dated"]}),
    ])  # fmt: skip
    view = Selection().apply(data)
    found = quotes(view, None, order)
    assert found["id"].tolist() == ["dated", "undated"]
    assert facets(view, found)["year"].values.tolist() == [["2020", "2020", 1]]
