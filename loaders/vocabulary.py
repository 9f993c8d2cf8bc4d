"""The codes that records may hold and the names that readers see, read from `data/vocabularies/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vocabularies"


@dataclass(frozen=True)
class Vocabulary:
    """Names by code, in the order of display.

    `terms` maps a list's name (`level`, `status`, …) to {code: name}; `pillars` and `sectors` map ids to names;
    `pillar_of` maps a sector to its pillar; `dac` and `iati` hold the crosswalks that exist.
    """

    terms: dict[str, dict[str, str]]
    plurals: dict[str, str]
    pillars: dict[str, str]
    sectors: dict[str, str]
    pillar_of: dict[str, str]
    dac: dict[str, str]
    iati: dict[str, str]

    def name(self, code: str) -> str:
        """The reader's name for any code of any list; the code itself where none is known."""
        for names in (self.sectors, self.pillars, *self.terms.values()):
            if code in names:
                return names[code]
        return code

    def sectors_under(self, pillar: str) -> tuple[str, ...]:
        return tuple(s for s, p in self.pillar_of.items() if p == pillar)


@cache
def vocabulary() -> Vocabulary:
    """Read once a process: the vocabularies are part of the code's contract, unlike the records."""
    pillars = yaml.safe_load((FOLDER / "sectors.yaml").read_text("utf-8"))
    terms = yaml.safe_load((FOLDER / "terms.yaml").read_text("utf-8"))
    sectors = [(p["id"], s) for p in pillars for s in p["sectors"]]
    return Vocabulary(
        terms={name: {t["id"]: t["name"] for t in items} for name, items in terms.items()},
        plurals={t["id"]: t["plural"] for t in terms["kind"]},
        pillars={p["id"]: p["name"] for p in pillars},
        sectors={s["id"]: s["name"] for _, s in sectors},
        pillar_of={s["id"]: p for p, s in sectors},
        dac={s["id"]: s["dac"] for _, s in sectors if "dac" in s},
        iati={t["id"]: t["iati"] for t in terms["status"]},
    )
