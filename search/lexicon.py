"""What the data knows by name: people and institutions in every spelling, sides, sectors, levels, languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from loaders.fold import key
from loaders.frames import Frames
from loaders.problems import nearest
from loaders.vocabulary import vocabulary
from search.tree import Among, Any, Node, Years
from search.words import stem, tokens
from search.years import read_years

LANGUAGES = {
    "en": "English", "ru": "Russian", "az": "Azerbaijani", "kk": "Kazakh", "tr": "Turkish", "fr": "French",
    "de": "German", "uz": "Uzbek", "ky": "Kyrgyz", "tk": "Turkmen", "ka": "Georgian", "hy": "Armenian", "zh": "Chinese",
    "kk-Latn": "Kazakh in Latin letters", "ar": "Arabic", "es": "Spanish", "fa": "Persian", "it": "Italian",
    "kaa": "Karakalpak", "uk": "Ukrainian",
}  # fmt: skip
# Parts of names that are words of their own and name nobody.
_NOBODY = frozenset(tokens("oglu oğlu ogly qızı gizi kizi оглы огли кызы улы ұлы uly бек bey the of and for и"))


@dataclass(frozen=True)
class Unknown:
    """A value that the data does not have, and the mend."""

    what: str
    mend: str


@dataclass(frozen=True)
class Lexicon:
    """`people`, `institutions`: every spelling by id, the name first. The rest: {code: names that mean it}."""

    people: dict[str, tuple[str, ...]]
    institutions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sides: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sectors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    languages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    occasions: dict[str, str] = field(default_factory=dict)
    speaking: frozenset[str] = frozenset()

    @classmethod
    def of(cls, frames: Frames) -> Lexicon:
        words, said = vocabulary(), frames.statements
        adjectives = {side.code: (side.name, side.adjective) for side in frames.pair.sides}
        sectors: dict[str, tuple[str, ...]] = {ident: (name,) for ident, name in words.sectors.items()}
        for pillar, name in words.pillars.items():
            for sector in words.sectors_under(pillar):
                sectors[sector] = (*sectors[sector], name, pillar)
        tags = sorted(set(said["language"]))
        occasions = [ident for ident in said["occasion"].dropna().unique() if ident in frames.documents]
        return cls(
            people=_spellings(frames, "person"),
            institutions=_spellings(frames, "institution"),
            sides={code: adjectives.get(code, (frames.side_name(code),)) for code in sorted(set(said["side"]))},
            sectors=sectors,
            levels={code: (name,) for code, name in words.terms["level"].items()},
            languages={tag: (LANGUAGES.get(tag, tag), *_wider(tag)) for tag in tags},
            roles=tuple(sorted(set(said["role"].dropna()))),
            occasions={ident: str(frames.documents[ident].title) for ident in occasions},
            speaking=frozenset(said["speaker"].fillna(said["institution"]).dropna()),
        )

    def label(self, column: str, value: str) -> str:
        """The reader's name for a facet's value; the value itself where none is known."""
        if column == "speaker":
            found = self.people.get(value) or self.institutions.get(value)
            return found[0] if found else value
        if column == "occasion":
            return self.occasions.get(value, value)
        tables = {"side": self.sides, "sector": self.sectors, "level": self.levels, "language": self.languages}
        found = tables.get(column, {}).get(value)
        return found[0] if found else value

    def same(self, token: str) -> frozenset[str]:
        """Other spellings of one word of people's names, in either script: tokayev → токаев."""
        return self._aligned.get(stem(token), frozenset())

    def names(self, run: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """Every spelling of the institution that a run of words spells out in full; empty where it spells none."""
        return self._institutions.get(run, ())

    def institutions_called(self, run: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of the institutions that a run of words spells out."""
        return tuple(i for i, spellings in self.institutions.items() if run in {tuple(tokens(s)) for s in spellings})

    def speakers(self, token: str, begins: bool = False) -> list[str]:
        """Ids of those who speak in the data and bear a word in any spelling of their name."""
        if begins:
            return sorted({i for word, ids in self._bearers.items() if word.startswith(token) for i in ids})
        return sorted(self._by_stem.get(stem(token), ()))

    def resolve(self, name: str, value: str) -> Node | Unknown:
        """What `name:value` keeps."""
        if name == "year":
            years = read_years(value)
            return years if isinstance(years, Years) else Unknown(*years)
        if name == "speaker":
            return self._speaker(value)
        if name == "role":
            return self._role(value)
        if name == "occasion":
            return self._occasion(value)
        table = {"side": self.sides, "sector": self.sectors, "level": self.levels, "lang": self.languages}[name]
        column = "language" if name == "lang" else name
        found = {code for code, names in table.items() if key(value) in {key(code), *map(key, names)}}
        if not found:
            known = [*table, *(names[0] for names in table.values())]
            return Unknown(f"no {_said(name)} is called “{value}”", nearest(value, known))
        labels = {table[code][0] for code in found}
        said = (
            labels.pop() if len(labels) == 1 else next(n for c in found for n in (c, *table[c]) if key(n) == key(value))
        )
        return Among(column, frozenset(found), LANGUAGES.get(said, said) if name == "lang" else said)

    def _speaker(self, value: str) -> Node | Unknown:
        if value in self.people or value in self.institutions:
            return Among("speaker", frozenset({value}), self.label("speaker", value))
        begins = value.endswith("*")
        wanted = [set(self.speakers(token, begins)) for token in tokens(value)]
        found = set.intersection(*wanted) if wanted else set()
        if not found:
            known = [spelling for ident in self.speaking for spelling in self._all(ident)]
            mend = nearest(value, [*known, *(spelling.split()[-1] for spelling in known)])
            # A list of some hundred names helps nobody.
            mend = mend if mend.startswith("did") else "write a surname, as in speaker:Tokayev"
            return Unknown(f"nobody who speaks here is called “{value}”", mend)
        said = " or ".join(sorted(self.label("speaker", ident) for ident in found))
        return Among("speaker", frozenset(found), said if len(found) < 4 else f"{len(found)} people called “{value}”")

    def _role(self, value: str) -> Node | Unknown:
        wanted = {stem(token) for token in tokens(value)}
        roles = frozenset(role for role in self.roles if wanted <= {stem(token) for token in tokens(role)})
        levels = frozenset(code for code, names in self.levels.items() if key(value) in {code, *map(key, names)})
        if not wanted or not (roles or levels):
            return Unknown(f"no role here holds “{value}”", _near_role(value, self.roles))
        among = [Among("role", roles, f"“{value}”")] if roles else []
        among += [Among("level", levels, f"“{value}”")] if levels else []
        return Any(tuple(among)) if len(among) > 1 else among[0]

    def _occasion(self, value: str) -> Node | Unknown:
        if value in self.occasions:
            return Among("occasion", frozenset({value}), f"“{self.occasions[value]}”")
        wanted = {stem(token) for token in tokens(value)}
        found = frozenset(i for i, title in self.occasions.items() if wanted <= {stem(t) for t in tokens(title)})
        if not wanted or not found:
            return Unknown(f"no occasion here is called “{value}”", "use words of its title: occasion:summit")
        return Among("occasion", found, f"an occasion called “{value}”")

    def _all(self, ident: str) -> tuple[str, ...]:
        return self.people.get(ident, ()) + self.institutions.get(ident, ())

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for ident in self.speaking:
            for token in {token for spelling in self._all(ident) for token in tokens(spelling)} - _NOBODY:
                found.setdefault(token, set()).add(ident)
        return found

    @cached_property
    def _by_stem(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for token, idents in self._bearers.items():
            found.setdefault(stem(token), set()).update(idents)
        for token in list(found):
            for other in self._aligned.get(token, ()):
                found[token] = found[token] | self._bearers.get(other, set())
        return found

    @cached_property
    def _aligned(self) -> dict[str, frozenset[str]]:
        """stem → the words that stand at its place in other spellings of the same person's name."""
        found: dict[str, set[str]] = {}
        for spellings in self.people.values():
            split = [tokens(spelling) for spelling in spellings]
            for mine in split:
                for other in split:
                    # A patronymic or a missing hyphen shifts the places; the last word is then the surname.
                    pairs = zip(mine, other, strict=True) if len(mine) == len(other) else [(mine[-1:], other[-1:])]
                    for a, b in pairs:
                        a, b = "".join(a), "".join(b)
                        if a and b and not {a, b} & _NOBODY and len(a) > 1 and len(b) > 1:
                            found.setdefault(stem(a), set()).add(b)
        return {token: frozenset(others) for token, others in found.items()}

    @cached_property
    def _institutions(self) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
        for spellings in self.institutions.values():
            split = tuple(dict.fromkeys(filter(None, (tuple(tokens(spelling)) for spelling in spellings))))
            for mine in split if len(split) > 1 else ():
                found[mine] = tuple(dict.fromkeys([*found.get(mine, ()), *split]))
        return found


def _spellings(frames: Frames, kind: str) -> dict[str, tuple[str, ...]]:
    register = frames.registers[kind]
    return {
        ident: tuple(dict.fromkeys([name, *(spelling for group in names.values() for spelling in group)]))
        for ident, name, names in zip(register.index, register["name"], register["names"], strict=True)
    }


def _wider(tag: str) -> Iterable[str]:
    """`kk-Latn` is Kazakh too."""
    base = tag.split("-", 1)[0]
    return (base, LANGUAGES.get(base, base)) if base != tag else ()


def _near_role(value: str, roles: tuple[str, ...]) -> str:
    mend = nearest(value, {word for role in roles for word in role.split()})
    return mend if mend.startswith("did") else "write a word of a role, as in role:ambassador"


def _said(name: str) -> str:
    return {"lang": "language", "level": "level"}.get(name, name)
