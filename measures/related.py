"""Which records point at one another, and how."""

from __future__ import annotations

import pandas as pd

from loaders.frames import Frames, commitments_of
from loaders.model import Initiative, Meeting, Statement

# What a record says of another, and what the other hears.
RELATIONS = {
    "part_of": ("Part of", "Has as parts"),
    "follows_up": ("Follows up", "Followed up by"),
    "implements": ("Implements", "Implemented by"),
    "restates": ("Restates", "Restated by"),
    "occasion": ("Said at", "Said on this occasion"),
    "about": ("Speaks of", "Spoken of in"),
    "kept_by": ("Kept by", "Keeps a promise of"),
    "meeting": ("Steps taken at", "Initiatives moved here"),
}


def related(frames: Frames, ident: str) -> pd.DataFrame:
    """`relation`, `id`, `kind`, `title`, `when`: every record that this one names or that names it."""
    rows = []
    for record in frames.documents.values():
        if not isinstance(record, (Meeting, Statement, Initiative)):
            continue
        for relation, other in _named(record):
            forth, back = RELATIONS[relation]
            if record.id == ident:
                rows.append((forth, other))
            elif other == ident:
                rows.append((back, record.id))
    found = pd.DataFrame(list(dict.fromkeys(rows)), columns=["relation", "id"])
    order = {words: number for number, pair in enumerate(RELATIONS.values()) for words in pair}
    known = frames.records.set_index("id")[["kind", "title", "when", "start"]].rename_axis(None)
    table = found.join(known, on="id", how="inner").assign(order=lambda frame: frame["relation"].map(order))
    return table.sort_values(["order", "start", "id"])[["relation", "id", "kind", "title", "when"]].reset_index(
        drop=True
    )


def _named(record: Meeting | Statement | Initiative) -> list[tuple[str, str]]:
    """(relation, id) of every record that this one names."""
    found = [
        (name, other) for name in ("part_of", "follows_up", "implements", "restates") for other in getattr(record, name)
    ]
    if isinstance(record, Statement):
        found += [("occasion", record.occasion)] if record.occasion else []
        found += [("about", other) for other in record.about]
    found += [("kept_by", other) for promise in commitments_of(record) for other in promise.kept_by]
    if isinstance(record, Initiative):
        found += [("meeting", step.meeting) for step in record.steps if step.meeting]
    return found
