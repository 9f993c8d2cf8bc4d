"""The law of the measures: under any selection, the parts and what could not be placed sum to the view's n."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.selection import View
from loaders.vocabulary import vocabulary
from measures import activity, drift, initiatives, sectors, sourcing, timeline
from search import drift as said
from search.found import ORDERS, Order
from search.index import QuoteIndex
from search.words import tokens
from tests.made_up import views

KINDS = ["Meetings", "Statements", "Initiatives"]
lanes = st.sampled_from(["kind", "pillar", "side"])
countings = st.sampled_from(["whole", "parts"])
few = settings(max_examples=40)  # each case builds a pair of its own


@few
@given(views())
def test_years_and_the_unplaced_sum_to_n(view: View) -> None:
    table = activity.by_year(view)
    assert table["Records"].sum() + activity.unplaced(view)["records"].sum() == view.n
    assert table["Records"].tolist() == table[KINDS].sum(axis=1).tolist()
    low, high = activity.years_shown(view)
    assert table["year"].tolist() == list(range(low, high + 1))


@few
@given(views())
def test_kinds_sum_to_n_and_agree_with_the_years(view: View) -> None:
    by_kind = activity.by_kind(view).set_index("name")["records"]
    assert by_kind.sum() == view.n
    assert (activity.by_year(view)[KINDS].sum() <= by_kind[KINDS]).all()


@few
@given(views())
def test_parts_of_sectors_and_the_unsectored_sum_to_n(view: View) -> None:
    unsectored = sectors.unsectored(view)
    for table in (sectors.by_sector(view, "parts"), sectors.by_pillar(view, "parts")):
        assert table["Records"].sum() + unsectored == pytest.approx(view.n)
        assert table[KINDS].sum(axis=1).tolist() == pytest.approx(table["Records"].tolist())


@few
@given(views())
def test_whole_sectors_sum_to_the_mentions(view: View) -> None:
    table = sectors.by_sector(view, "whole")
    assert table["Records"].sum() == sectors.mentions(view)
    assert table[KINDS].sum(axis=1).tolist() == table["Records"].tolist()


@few
@given(views())
def test_whole_pillars_hold_each_record_once_a_pillar(view: View) -> None:
    table = sectors.by_pillar(view, "whole").set_index("pillar")
    sectors_of = view.link("sector")
    pillars = sectors_of["value"].astype(str).map(vocabulary().pillar_of)
    for pillar, total in table["Records"].items():
        assert total == sectors_of.loc[pillars == pillar, "row"].nunique()
    assert table[KINDS].sum(axis=1).tolist() == table["Records"].tolist()


@few
@given(views(), countings)
def test_sector_years_are_the_sectors_of_the_placed(view: View, counting: sectors.Counting) -> None:
    table = sectors.by_sector_year(view, counting)
    placed = sectors.weights(view, counting)
    placed = placed[placed["row"].isin(activity.began(view).index)]
    assert table["Records"].sum() == pytest.approx(placed["weight"].sum())
    if counting == "parts":
        # Whatever is not in a square has no sector, or a year that is not on the axis.
        began = activity.began(view)
        without = (~began.index.isin(view.link("sector")["row"])).sum()
        assert table["Records"].sum() + without + activity.unplaced(view)["records"].sum() == pytest.approx(view.n)


@few
@given(views(), countings)
def test_a_change_counts_what_its_two_periods_began(view: View, counting: sectors.Counting) -> None:
    spans = activity.periods(view)
    if spans is None:
        return
    table = sectors.change(view, spans, counting)
    for column, selection in (("now", spans.now), ("before", spans.before)):
        period = selection.apply(view.frames)
        assert table[column].sum() == pytest.approx(sectors.by_sector_year(period, counting)["Records"].sum())
    assert (table["now"] - table["before"]).tolist() == pytest.approx(table["change"].tolist())
    headline = activity.headline(view)
    for column, selection in (("now", spans.now), ("before", spans.before)):
        assert headline[column].sum() == activity.by_year(selection.apply(view.frames))["Records"].sum()


@few
@given(views(), lanes)
def test_marks_and_the_undated_sum_to_n(view: View, lane: timeline.Lane) -> None:
    marks = timeline.marks(view, lane)
    undated = (view.counted["start"].isna() & view.counted["end"].isna()).sum()
    assert len(marks) + undated == view.n
    assert marks["id"].is_unique
    assert set(marks["lane"]) <= set(timeline.lane_names(view, lane))


@few
@given(views(), lanes)
def test_marks_of_one_row_never_overlap(view: View, lane: timeline.Lane) -> None:
    marks = timeline.marks(view, lane)
    low, high = timeline.extent(view)
    assert low <= high
    assert ((low <= marks["start"]) & (marks["start"] <= marks["end"]) & (marks["end"] <= high)).all()
    for _, row in marks.sort_values("start").groupby(["lane", "row"]):
        for earlier, later in pairwise(row.itertuples()):
            assert earlier.end < later.start


@few
@given(views(), lanes, st.sampled_from(["month", "quarter", "year"]))
def test_bins_and_the_unbinned_sum_to_n(view: View, lane: timeline.Lane, period: timeline.Period) -> None:
    table = timeline.bins(view, lane, period)
    assert table["records"].sum() + timeline.unbinned(view, period) == view.n
    assert not table.duplicated(["lane", "period"]).any()
    assert set(table["lane"]) <= set(timeline.lane_names(view, lane))
    days = {"month": (28, 31), "quarter": (90, 92), "year": (365, 366)}[period]
    lasts = (table["end"] - table["start"]).dt.days + 1
    assert lasts.between(*days).all()


@few
@given(views())
def test_statuses_sum_to_the_initiatives(view: View) -> None:
    table = initiatives.by_status(view)
    assert table["initiatives"].sum() == (view.counted["kind"] == "initiative").sum()
    for status, number in zip(table["status"], table["initiatives"], strict=True):
        assert len(initiatives.last_moved(view, status)) == number


@few
@given(views(), st.sampled_from(ORDERS))
def test_quotes_are_the_counted_statements(view: View, order: Order) -> None:
    index = QuoteIndex.of(view.frames)
    found = index.search(index.understand(""), view)
    statements = view.counted[view.counted["kind"] == "statement"]
    assert sorted(found.ids(order, 0, found.n)) == sorted(statements["id"])
    facets = found.facets()
    assert facets["side"]["quotes"].sum() == found.n
    assert facets["year"]["quotes"].sum() + statements["year"].isna().sum() == found.n


@few
@given(views(), st.booleans())
def test_words_by_year_are_those_of_the_counted_statements(view: View, by_side: bool) -> None:
    index = QuoteIndex.of(view.frames)
    table = drift.per_year(said.drift(index, [index.understand("мост")], view).table, by_side)
    dated = view.counted[(view.counted["kind"] == "statement") & view.counted["year"].notna()]
    assert table["words"].sum() == sum(len(tokens(text)) for text in dated["title"])
    assert table["occurrences"].sum() == sum(tokens(text).count("мост") for text in dated["title"])


@few
@given(views())
def test_shares_of_sources_lie_between_none_and_all(view: View) -> None:
    table = sourcing.sourcing(view)
    shares = table.loc[table["unit"] == "%", "value"]
    assert shares.between(0, 100).all()


@few
@given(views(), lanes)
def test_a_restatement_is_counted_nowhere(view: View, lane: timeline.Lane) -> None:
    """Every measure answers the same when the restatements are taken out of the data's mask beforehand."""
    without = View(view.frames, view.selection, view.mask & view.frames.records["counted"].to_numpy())
    assert without.restated == 0
    assert without.n == view.n
    for measure in (
        activity.by_year,
        activity.by_kind,
        activity.unplaced,
        activity.headline,
        initiatives.by_status,
        sourcing.sourcing,
        lambda v: sectors.by_sector(v, "whole"),
        lambda v: sectors.by_pillar(v, "parts"),
        lambda v: sectors.by_sector_year(v, "parts"),
        lambda v: timeline.marks(v, lane),
        lambda v: timeline.bins(v, lane, "year"),
    ):
        pd.testing.assert_frame_equal(measure(view), measure(without))
