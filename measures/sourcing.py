"""How fresh and how well sourced the data is."""

from __future__ import annotations

import pandas as pd

from loaders.selection import View


def sourcing(view: View) -> pd.DataFrame:
    """`measure`, `value`, `unit`: a row each for what a reader would ask before trusting a number.

    Shares are of the counted records. "Both sides" means that a source of each country is named.
    """
    n = view.n
    links = view.link("source")
    register = view.frames.registers["source"]
    named = register.reindex(links["value"].astype(str))
    rows = [
        ("Sources a record", round(len(links) / n, 2) if n else 0.0, "sources"),
        ("Records with an official source", _share(int(view.counted["official"].sum()), n), "%"),
        ("Records with sources of both sides", _share(int(view.counted["both_sides"].sum()), n), "%"),
        ("Records with accounts that disagree", int(view.counted["disputed"].sum()), "records"),
        ("Pages read", int(links["value"].nunique()), "pages"),
        ("Publishers", int(named["publisher"].nunique()), "publishers"),
        ("Languages read", int(named["language"].nunique()), "languages"),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "unit"])


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
