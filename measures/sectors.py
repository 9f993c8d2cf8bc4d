"""How records divide among sectors.

A record may have several sectors. Counted `whole`, it counts once in each, and the sum of the sectors exceeds n by the
extra mentions; counted in `parts`, it is divided equally among them, and the sectors sum to n less the unplaced.
"""

from __future__ import annotations

from typing import Literal

import pandas as pd

from loaders.frames import Frames
from loaders.selection import View
from loaders.vocabulary import vocabulary
from measures.activity import Periods, began, years_shown

Counting = Literal["whole", "parts"]


def weights(view: View, counting: Counting) -> pd.DataFrame:
    """One row a counted record and sector: `row`, `sector`, `pillar`, `kind`, `year`, `weight`."""
    table = view.link("sector")
    records = view.frames.records
    rows = table["row"].to_numpy()
    sector = table["value"].astype(str)
    share = 1.0 / table.groupby("row")["value"].transform("size") if counting == "parts" else 1.0
    return pd.DataFrame(
        {
            "row": rows,
            "sector": sector.to_numpy(),
            "pillar": sector.map(vocabulary().pillar_of).to_numpy(),
            "kind": records["kind"].astype(str).to_numpy()[rows],
            "year": records["year"].to_numpy()[rows],
            "weight": share if isinstance(share, float) else share.to_numpy(dtype=float),
        }
    )


def unsectored(view: View) -> int:
    """Counted records without a sector."""
    return view.n - view.link("sector")["row"].nunique()


def by_sector(view: View, counting: Counting) -> pd.DataFrame:
    """`sector`, `pillar` (ids), `name`, one column a kind, `Records`; every sector of the vocabulary, in its order."""
    words = vocabulary()
    table = weights(view, counting).pivot_table(
        index="sector", columns="kind", values="weight", aggfunc="sum", observed=False
    )
    table = (
        table.reindex(index=list(words.sectors), columns=list(words.plurals)).fillna(0.0).rename(columns=words.plurals)
    )
    table["Records"] = table.sum(axis=1)
    table.columns.name = None
    table.insert(0, "name", list(words.sectors.values()))
    table.insert(0, "pillar", [words.pillar_of[sector] for sector in table.index])
    return _tidy(table.reset_index(names="sector"), counting)


def by_pillar(view: View, counting: Counting) -> pd.DataFrame:
    """As by_sector, for pillars. Counted whole, a record counts once in a pillar however many of its sectors it has."""
    words = vocabulary()
    table = weights(view, counting)
    if counting == "whole":
        table = table.drop_duplicates(["row", "pillar"])
    table = table.pivot_table(index="pillar", columns="kind", values="weight", aggfunc="sum", observed=False)
    table = (
        table.reindex(index=list(words.pillars), columns=list(words.plurals)).fillna(0.0).rename(columns=words.plurals)
    )
    table["Records"] = table.sum(axis=1)
    table.columns.name = None
    table.insert(0, "name", list(words.pillars.values()))
    return _tidy(table.reset_index(names="pillar"), counting)


def by_sector_year(view: View, counting: Counting) -> pd.DataFrame:
    """`sector`, `name`, `year`, `Records`, `searched` for every sector and every year shown.

    `searched` tells what a 0 means, whatever the filters: `found` (there are records, though not in this view), `none`
    (looked for, nothing found), or empty (not looked for).
    """
    words = vocabulary()
    low, high = years_shown(view)
    table = weights(view, counting).dropna(subset="year")
    sums = table.groupby(["sector", "year"])["weight"].sum()
    grid = pd.MultiIndex.from_product([list(words.sectors), range(low, high + 1)], names=["sector", "year"])
    frame = sums.reindex(grid, fill_value=0.0).rename("Records").reset_index()
    frame.insert(1, "name", frame["sector"].map(words.sectors))
    frame["searched"] = searched(view.frames).reindex(grid, fill_value="").to_numpy()
    return _tidy(frame, counting)


def searched(frames: Frames) -> pd.Series:
    """By sector and year: `found` where any record is, `none` where records were looked for and not found."""
    none = frames.coverage.query("outcome == 'none'")
    looked = pd.Series("none", index=pd.MultiIndex.from_frame(none[["sector", "year"]]))
    links = frames.links["sector"]
    recorded = pd.DataFrame(
        {"sector": links["value"].astype(str), "year": frames.records["year"].to_numpy()[links["row"].to_numpy()]}
    )
    cells = pd.MultiIndex.from_frame(recorded.dropna().drop_duplicates())
    return pd.concat([pd.Series("found", index=cells), looked[~looked.index.isin(cells)]])


def change(view: View, spans: Periods, counting: Counting) -> pd.DataFrame:
    """`sector`, `name`, `before`, `now`, `change`: records that began in each of two spans, by sector."""
    words = vocabulary()
    columns = {}
    for column, selection in (("before", spans.before), ("now", spans.now)):
        part = selection.apply(view.frames)
        table = weights(part, counting)
        columns[column] = table[table["row"].isin(began(part).index)].groupby("sector")["weight"].sum()
    frame = pd.DataFrame(columns).reindex(list(words.sectors)).fillna(0.0)
    frame["change"] = frame["now"] - frame["before"]
    frame.insert(0, "name", list(words.sectors.values()))
    return _tidy(frame.reset_index(names="sector"), counting)


def mentions(view: View) -> int:
    """How many record-sector pairs there are: the sum of the sectors when records count whole."""
    return len(view.link("sector"))


def _tidy(frame: pd.DataFrame, counting: Counting) -> pd.DataFrame:
    """Whole counts as integers; parts as they are, so that they sum to the whole."""
    if counting == "parts":
        return frame
    return frame.astype(dict.fromkeys(frame.select_dtypes("float").columns, "int64"))
