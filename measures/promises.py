"""What was promised, and what is seen to be kept: kept by which record, never by judgement."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from loaders.dates import in_words
from loaders.selection import View


def promises(view: View) -> pd.DataFrame:
    """Commitments of the counted records, the latest promise first.

    Columns `id` (of the record), `when`, `title`, `what`, `side` (a name), `due` (in words, or empty), `due_end`
    (the last day of it, or None), `kept_by` (ids, joined by a bar), `kept`, `note`.
    """
    table = view.of_counted(view.frames.commitments)
    records = view.frames.records.loc[table["row"].to_numpy(), ["when", "title", "start"]].reset_index(drop=True)
    frame = pd.concat([table.reset_index(drop=True), records], axis=1)
    frame["kept"] = frame["kept_by"] != ""
    frame["side"] = frame["side"].map(view.frames.side_name)
    frame["due"] = frame["due"].map(lambda due: in_words(due) if due else "")
    frame = frame.sort_values("start", ascending=False, kind="stable", na_position="last").reset_index(drop=True)
    return frame[["id", "when", "title", "what", "side", "due", "due_end", "kept_by", "kept", "note"]]


def of_states(table: pd.DataFrame, states: Collection[str]) -> pd.DataFrame:
    """Those of `promises` that a filter by state asks for: a record kept for an open one may hold kept ones too."""
    wanted = set(states) & {"kept", "open"}
    return table if len(wanted) != 1 else table[table["kept"].astype(bool) == (wanted == {"kept"})]


def kept_or_open(view: View) -> pd.DataFrame:
    """`state` (a code of the filter `promises`), `commitments`, `records`: how many are seen kept, how many are not."""
    table = promises(view)
    states = {"kept": table[table["kept"].astype(bool)], "open": table[~table["kept"].astype(bool)]}
    rows = [(state, len(part), part["id"].nunique()) for state, part in states.items()]
    return pd.DataFrame(rows, columns=["state", "commitments", "records"])
