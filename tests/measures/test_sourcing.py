"""How well the small pair is sourced, counted by hand."""

from __future__ import annotations

from loaders.selection import View
from measures.sourcing import sourcing


def test_sourcing_of_everything(everything: View) -> None:
    """Records and their pages: the railway four, the commission, the visit and the cable two, eleven others one.

    Official: the summit, the commission, the visit, Ada, Bolat, the railway and the water. Both sides: the commission,
    the visit, the cable (agency of one, press of the other) and the railway (agency of one, ministry of the other).
    """
    assert sourcing(everything).values.tolist() == [
        ["Sources a record", 1.4, "sources"],  # 21 of 15
        ["Records with an official source", 46.7, "%"],  # 7 of 15
        ["Records with sources of both sides", 26.7, "%"],  # 4 of 15
        ["Records with accounts that disagree", 1, "records"],
        ["Pages read", 6, "pages"],
        ["Publishers", 6, "publishers"],
        ["Languages read", 3, "languages"],
    ]
