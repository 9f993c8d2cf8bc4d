"""Sectors and pillars of the small pair, counted by hand both ways: whole and in parts.

Sectors of the fifteen counted records, the main one first:
first-summit political · commission-third-session transport, energy · business-forum trade-investment, transport, culture ·
expert-talks none · embassy-reception culture · state-visit political · ada-on-culture culture · bolat-on-the-bridge
transport, energy · joint-communique political, culture, trade-investment · carla-on-energy energy · railway transport,
trade-investment · year-of-culture culture, education, youth · energy-cable energy, digital · student-exchange education ·
clean-water environment.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest

from loaders.frames import Frames
from loaders.selection import Selection, View
from loaders.vocabulary import vocabulary
from measures import sectors
from measures.activity import periods

F = Fraction
WHOLE = {
    "political": 3,
    "trade-investment": 3,
    "transport": 4,
    "energy": 4,
    "digital": 1,
    "culture": 5,
    "education": 2,
    "youth": 1,
    "environment": 1,
}
PARTS = {
    "political": 2 + F(1, 3),
    "trade-investment": F(1, 3) + F(1, 3) + F(1, 2),
    "transport": F(1, 2) + F(1, 3) + F(1, 2) + F(1, 2),
    "energy": F(1, 2) + F(1, 2) + 1 + F(1, 2),
    "digital": F(1, 2),
    "culture": F(1, 3) + 1 + 1 + F(1, 3) + F(1, 3),
    "education": F(1, 3) + 1,
    "youth": F(1, 3),
    "environment": F(1),
}


def test_whole_counts_each_record_once_in_each_of_its_sectors(everything: View) -> None:
    table = sectors.by_sector(everything, "whole")
    assert table["sector"].tolist() == list(vocabulary().sectors)
    assert dict(zip(table["sector"], table["Records"], strict=True)) == dict.fromkeys(vocabulary().sectors, 0) | WHOLE
    assert table["Records"].dtype == "int64"
    assert sectors.mentions(everything) == 24
    row = table.set_index("sector").loc["culture"]
    assert row.tolist() == ["society", "Culture", 2, 2, 1, 5]  # pillar, name, meetings, statements, initiatives, all


def test_parts_divide_each_record_equally_among_its_sectors(everything: View) -> None:
    table = sectors.by_sector(everything, "parts").set_index("sector")["Records"]
    assert table[list(PARTS)].tolist() == pytest.approx([float(part) for part in PARTS.values()])
    assert table.sum() == pytest.approx(14)
    assert sectors.unsectored(everything) == 1


def test_pillars(everything: View) -> None:
    whole = sectors.by_pillar(everything, "whole")
    assert dict(zip(whole["pillar"], whole["Records"], strict=True)) == {
        "politics": 3,
        "economy": 3,
        "connectivity": 6,
        "society": 6,
        "environment": 1,
    }
    assert whole["name"].tolist() == ["Politics", "Economy", "Connectivity", "Society", "Environment"]
    parts = sectors.by_pillar(everything, "parts").set_index("pillar")
    assert parts["Records"].tolist() == pytest.approx([7 / 3, 7 / 6, 29 / 6, 14 / 3, 1])
    # Connectivity: the commission; the bridge (1) and energy; of initiatives half the railway and all of the cable.
    assert parts.loc["connectivity", ["Meetings", "Statements", "Initiatives"]].tolist() == pytest.approx(
        [4 / 3, 2, 1.5]
    )


def test_a_filter_to_one_sector_keeps_the_other_parts_of_its_records(small: Frames) -> None:
    """Three records have trade: the forum, the communiqué and the railway."""
    view = Selection(sectors=("trade-investment",)).apply(small)
    table = sectors.by_sector(view, "parts").set_index("sector")["Records"]
    found = table[table > 0].to_dict()
    assert found == pytest.approx({"political": 1 / 3, "trade-investment": 7 / 6, "transport": 5 / 6, "culture": 2 / 3})
    assert table.sum() == pytest.approx(view.n) == 3


def test_a_pillar_asks_for_all_of_its_sectors(small: Frames) -> None:
    view = Selection(sectors=("connectivity",)).apply(small)
    assert sorted(view.counted["id"]) == [
        "bolat-on-the-bridge",
        "business-forum",
        "carla-on-energy",
        "commission-third-session",
        "energy-cable",
        "railway",
    ]


def test_sectors_by_year(everything: View) -> None:
    table = sectors.by_sector_year(everything, "whole")
    assert len(table) == 18 * 31
    some = table[table["Records"] > 0].set_index(["sector", "year"])["Records"]
    # Undated culture (the reception) and education (the exchange) are in no square; nor is what has no sector.
    assert some.to_dict() == {
        ("political", 1994): 1,
        ("political", 2021): 1,
        ("political", 2024): 1,
        ("trade-investment", 2012): 1,
        ("trade-investment", 2020): 1,
        ("trade-investment", 2024): 1,
        ("transport", 2012): 1,
        ("transport", 2019): 1,
        ("transport", 2020): 1,
        ("transport", 2021): 1,
        ("energy", 2019): 1,
        ("energy", 2020): 1,
        ("energy", 2021): 1,
        ("energy", 2022): 1,
        ("digital", 2020): 1,
        ("culture", 2020): 1,
        ("culture", 2021): 1,
        ("culture", 2023): 1,
        ("culture", 2024): 1,
        ("education", 2023): 1,
        ("youth", 2023): 1,
        ("environment", 2021): 1,
    }
    parts = sectors.by_sector_year(everything, "parts").set_index(["sector", "year"])["Records"]
    assert parts["trade-investment", 2020] == pytest.approx(1 / 3)
    assert parts.sum() == pytest.approx(12)  # 15 less two undated and one that is vague and has no sector either


def test_change_between_two_periods(everything: View) -> None:
    spans = periods(everything)
    assert spans is not None
    table = sectors.change(everything, spans, "whole").set_index("sector")
    some = table[(table["now"] > 0) | (table["before"] > 0)]
    assert some[["before", "now", "change"]].to_dict("index") == {
        "political": {"before": 0, "now": 2, "change": 2},
        "trade-investment": {"before": 0, "now": 2, "change": 2},
        "transport": {"before": 1, "now": 2, "change": 1},
        "energy": {"before": 1, "now": 3, "change": 2},
        "digital": {"before": 0, "now": 1, "change": 1},
        "culture": {"before": 0, "now": 4, "change": 4},
        "education": {"before": 0, "now": 1, "change": 1},
        "youth": {"before": 0, "now": 1, "change": 1},
        "environment": {"before": 0, "now": 1, "change": 1},
    }
    parts = sectors.change(everything, spans, "parts")
    assert parts["now"].sum() == pytest.approx(9)
    assert parts["before"].sum() == pytest.approx(1)


@pytest.mark.parametrize("counting", ["whole", "parts"])
def test_an_empty_view_has_every_sector_at_zero(small: Frames, counting: sectors.Counting) -> None:
    view = Selection(text="no such word").apply(small)
    assert sectors.by_sector(view, counting)["Records"].tolist() == [0] * 18
    assert sectors.by_pillar(view, counting)["Records"].tolist() == [0] * 5
    assert sectors.by_sector_year(view, counting)["Records"].tolist() == [0] * 18 * 31
    assert (sectors.unsectored(view), sectors.mentions(view)) == (0, 0)


def test_what_an_empty_cell_means(small: Frames) -> None:
    """Transport in 2019 is the commission; sport was looked for in two years; nothing else of 2019 has a mark."""
    found = sectors.searched(small)
    assert found.loc[[("transport", 2019), ("sport", 2019), ("sport", 2020)]].tolist() == ["found", "none", "none"]
    assert ("sport", 2021) not in found.index
    assert found.index.is_unique
    assert found.value_counts().to_dict() == {"found": 22, "none": 2}
    hidden = sectors.by_sector_year(Selection(kinds=("statement",)).apply(small), "whole")
    cells = hidden.set_index(["sector", "year"])
    assert cells.loc[("transport", 2019), ["Records", "searched"]].tolist() == [0, "found"]


def test_a_record_outweighs_a_search_in_vain(small: Frames) -> None:
    coverage = pd.DataFrame([(2019, "transport", "none", "Roads")], columns=small.coverage.columns)
    assert sectors.searched(replace(small, coverage=coverage)).loc[("transport", 2019)] == "found"
