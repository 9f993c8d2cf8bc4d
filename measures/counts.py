"""What a pair's records amount to, in one paragraph: the README quotes it, so that no number there is kept by hand."""

from __future__ import annotations

from pathlib import Path

from loaders.frames import Frames
from loaders.selection import Selection
from measures.promises import promises
from measures.sectors import searched
from measures.sourcing import sourcing

START, END = "<!-- counts: written by `make counts` -->", "<!-- end of counts -->"


def counts(frames: Frames) -> str:
    """Counts of the records, their years, their sources, commitments and coverage, in words."""
    view = Selection().apply(frames)
    kinds = view.counted["kind"].value_counts()
    told = {row.measure: row.value for row in sourcing(view).itertuples()}
    promised = promises(view)
    cells = searched(frames).value_counts()
    sentences = (
        f"{kinds['meeting']:,} meetings, {kinds['statement']:,} statements and {kinds['initiative']:,} initiatives,",
        f"{frames.first_year} to {frames.last_year}, and {len(frames.indicators):,} figures by named reporters.",
        f"They rest on {told['Pages read']:,.0f} pages of {told['Publishers']:g} publishers",
        f"in {told['Languages read']:g} languages: {told['Sources a record']:g} a record,",
        f"an official one for {told['Records with an official source']:g}%,",
        f"one of each side for {told['Records with sources of both sides']:g}%.",
        f"{len(promised)} commitments are marked, {int(promised['kept'].sum())} of them seen kept.",
        f"Of the cells of sector and year, {cells.get('found', 0)} hold records",
        f"and {cells.get('none', 0)} were searched in vain.",
    )
    return " ".join(sentences)


def write_counts(readme: Path, frames: Frames) -> None:
    """Put the paragraph between its two marks. Raises ValueError if the marks are not there."""
    text = readme.read_text("utf-8")
    before, after = text.index(START) + len(START), text.index(END)
    readme.write_text(f"{text[:before]}\n{counts(frames)}\n{text[after:]}", "utf-8")
