"""Where initiatives stand. Announced is not delivered: no number here mixes statuses."""

from __future__ import annotations

import pandas as pd

from loaders.selection import View
from loaders.vocabulary import vocabulary

OPEN = ("announced", "signed", "under-way", "suspended")


def by_status(view: View) -> pd.DataFrame:
    """Counted initiatives by the status of their last recorded step: `status`, `name`, `initiatives`."""
    counts = view.counted.loc[view.counted["kind"] == "initiative", "status"].value_counts()
    names = vocabulary().terms["status"]
    rows = [(status, name, int(counts.get(status, 0))) for status, name in names.items()]
    return pd.DataFrame(rows, columns=["status", "name", "initiatives"])


def last_moved(view: View, status: str) -> pd.DataFrame:
    """Counted initiatives whose last step has this status, the latest step first: `id`, `title`, `when`, `note`."""
    counted = view.counted
    wanted = counted[(counted["kind"] == "initiative") & (counted["status"] == status)]
    steps = view.frames.steps.groupby("id").tail(1).set_index("id")
    frame = wanted[["id", "title"]].join(steps[["when", "note", "start"]], on="id")
    return frame.sort_values("start", ascending=False)[["id", "title", "when", "note"]].reset_index(drop=True)
