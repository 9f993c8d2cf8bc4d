"""Quotes under a view: which match, and what each facet would leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pandas as pd

from loaders.selection import View
from loaders.vocabulary import vocabulary

Order = Literal["relevant", "newest", "oldest"]


def quotes(view: View, relevance: pd.Series | None, order: Order) -> pd.DataFrame:
    """The counted statements of a view, and of a search where `relevance` (score by row) is given, in order.

    Columns of Frames.statements with `start`, `when`, `date_basis` and `relevance`.
    """
    frame = view.of_counted(view.frames.statements).set_index("row", drop=False)
    frame = frame.join(view.frames.records[["start", "when", "date", "date_basis", "level", "year"]])
    if relevance is not None:
        frame = frame.join(relevance.rename("relevance"), how="inner")
    by = {"relevant": ["relevance", "start", "id"], "newest": ["start", "id"], "oldest": ["start", "id"]}[order]
    by = [column for column in by if column in frame.columns]
    return frame.sort_values(by, ascending=order == "oldest", na_position="last").reset_index(drop=True)


def facets(view: View, found: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """For speaker, side, sector and year: `value`, `name`, `quotes`, most first (years: newest first)."""
    words = vocabulary()
    frames = view.frames
    sector = view.link("sector")
    sectors = sector[sector["row"].isin(found["row"])]["value"].astype(str)
    columns: dict[str, tuple[Any, Callable[[str], str]]] = {
        "speaker": (found["speaker"].dropna(), lambda ident: frames.label("person", ident)),
        "side": (found["side"], frames.side_name),
        "sector": (sectors, words.name),
        "year": (found["year"].dropna().astype("int64").astype(str), str),
    }
    tables = {}
    for name, (values, label) in columns.items():
        counts = values.value_counts().rename_axis("value").rename("quotes").reset_index()
        counts.insert(1, "name", [label(value) for value in counts["value"]])
        order = ["value"] if name == "year" else ["quotes", "name"]
        tables[name] = counts.sort_values(order, ascending=name != "year" and [False, True]).reset_index(drop=True)
    return tables
