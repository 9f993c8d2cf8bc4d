"""The records: what a file may say, field by field.

Every scalar arrives as text and is typed here, so that `NO`, `010` or `2024-02-30` is never silently something else.
The JSON Schemas under `data/schema/` are generated from these classes (`python -m loaders schema`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from loaders.dates import MEND, BadDate, parse
from loaders.problems import nearest
from loaders.vocabulary import vocabulary

QUOTE_WORDS = 60
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def wrong(what: str, mend: str) -> PydanticCustomError:
    """A validation error that carries its own mend. Braces would be read as a template, so both go in as values."""
    return PydanticCustomError("dyad", "{what}", {"what": what, "mend": mend})


def _text(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise wrong("is empty", "give it a value or leave the field out")
    return value.strip() if isinstance(value, str) else value


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise wrong(f"“{value}” is not an id", "use lower-case letters, digits and single hyphens")
    return value


def _date(value: str) -> str:
    try:
        parse(value)
    except BadDate as error:
        raise wrong(str(error), error.mend) from error
    return value


def _one_of(names: Callable[[], dict[str, str]], what: str, value: str) -> str:
    if value not in names():
        raise wrong(f"unknown {what} “{value}”", nearest(value, names()))
    return value


def _bool(value: Any) -> Any:
    if value not in ("true", "false"):
        raise wrong(f"“{value}” is neither true nor false", "write true or false")
    return value == "true"


def _number(value: Any) -> float:
    # `float` alone would take "nan", "1_000" and "infinity", and round more than fifteen digits.
    if not re.fullmatch(r"[-+]?[0-9]{1,15}(\.[0-9]+)?", str(value)):
        raise wrong(f"“{value}” is not a number", "write digits with a point for decimals: 1234.5")
    return float(value)


def _whole(value: Any) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", str(value)):
        raise wrong(f"“{value}” is not a whole number", "write digits only: 3")
    return int(value)


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+([/?#]\S*)?", value):
        raise wrong(f"“{value}” is not a web address", "start it with https:// or http:// and leave no spaces")
    return value


def _quote(value: str) -> str:
    words = len(value.split())
    if words > QUOTE_WORDS:
        raise wrong(f"the quote has {words} words", f"keep at most {QUOTE_WORDS}, ending at the end of a sentence")
    return value


def _pattern(pattern: str, what: str, mend: str, value: str) -> str:
    if not re.fullmatch(pattern, value):
        raise wrong(f"“{value}” is not {what}", mend)
    return value


def _known(name: str) -> AfterValidator:
    """The value is a code of that list of `terms.yaml`."""
    return AfterValidator(partial(_one_of, lambda: vocabulary().terms[name], name.replace("_", " ")))


def _enum(name: str) -> WithJsonSchema:
    return WithJsonSchema({"enum": list(vocabulary().terms[name])})


def _as_number(schema: str) -> WithJsonSchema:
    return WithJsonSchema({"type": [schema, "string"]})


Text = Annotated[str, BeforeValidator(_text)]
Id = Annotated[Text, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})]
# An editor reads a bare 2024 as a number, so the schema takes both; the loader reads text only.
Date = Annotated[
    Text, AfterValidator(_date), WithJsonSchema({"type": ["string", "integer"], "description": f"EDTF: {MEND}."})
]
Sector = Annotated[
    Text,
    AfterValidator(partial(_one_of, lambda: vocabulary().sectors, "sector")),
    WithJsonSchema({"enum": list(vocabulary().sectors)}),
]
Level = Annotated[Text, _known("level"), _enum("level")]
Form = Annotated[Text, _known("form"), _enum("form")]
Status = Annotated[Text, _known("status"), _enum("status")]
Type = Annotated[Text, _known("type"), _enum("type")]
DateBasis = Annotated[Text, _known("date_basis"), _enum("date_basis")]
Wording = Annotated[Text, _known("wording"), _enum("wording")]
Money_ = Annotated[Text, _known("money"), _enum("money")]
Outcome = Annotated[Text, _known("outcome"), _enum("outcome")]
Audit = Annotated[Text, _known("audit"), _enum("audit")]
SourceKind = Annotated[Text, _known("source_kind"), _enum("source_kind")]
InstitutionType = Annotated[Text, _known("institution_type"), _enum("institution_type")]
_SIDE = partial(_pattern, r"[A-Z]{3}|third|joint", "a side", "use an ISO 3166-1 alpha-3 code, “third” or “joint”")
Side = Annotated[Text, AfterValidator(_SIDE), WithJsonSchema({"type": "string", "pattern": "^([A-Z]{3}|third|joint)$"})]
_COUNTRY = partial(_pattern, r"[A-Z]{3}", "a country code", "use ISO 3166-1 alpha-3, such as AZE")
Country = Annotated[Text, AfterValidator(_COUNTRY), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
_LANGUAGE = partial(
    _pattern, r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "a language tag", "use BCP 47, such as en, ru, az, kk"
)
Language = Annotated[Text, AfterValidator(_LANGUAGE), WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}"})]
_YEAR = partial(_pattern, r"[0-9]{4}", "a year", "write four digits: 1997")
Year = Annotated[Text, AfterValidator(_YEAR), WithJsonSchema({"type": ["string", "integer"], "pattern": "^[0-9]{4}$"})]
_CURRENCY = partial(_pattern, r"[A-Z]{3}", "a currency code", "use ISO 4217, such as USD")
Currency = Annotated[Text, AfterValidator(_CURRENCY), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
_QID = partial(_pattern, r"Q[1-9]\d*", "a Wikidata id", "write it as Q42")
Wikidata = Annotated[Text, AfterValidator(_QID), WithJsonSchema({"type": "string", "pattern": "^Q[1-9][0-9]*$"})]
Url = Annotated[Text, AfterValidator(_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Quote = Annotated[Text, AfterValidator(_quote), WithJsonSchema({"type": "string"})]
Bool = Annotated[bool, BeforeValidator(_bool), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Number = Annotated[float, BeforeValidator(_number), _as_number("number")]
Whole = Annotated[int, BeforeValidator(_whole), _as_number("integer")]
Words = Annotated[dict[str, list[Text]], Field(description="Spellings met, by language: {ru: [...], az: [...]}")]


class Part(BaseModel):
    """Common to all records and their nested parts: no unknown field, no change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Dated(Part):
    """A date as the source gives it, with what it rests on."""

    date: Date = Field(description="EDTF: 2024-03-11, 2024-03, 2024, 2024-03-11/2024-03-12, 2005~, XXXX.")
    date_basis: DateBasis = Field("stated", description="Does the source state the day, or is it the page's own?")
    date_note: Text | None = Field(None, description="What an inferred date is worked out from.")

    @model_validator(mode="after")
    def _inferred_from(self) -> Dated:
        if self.date_basis == "inferred" and self.date_note is None:
            raise wrong("an inferred date says nothing of how", "add date_note: what it was worked out from")
        return self


class Participant(Part):
    """Someone taking part, with the role that the source gives at that time."""

    person: Id
    role: Text | None = None
    side: Side


class Step(Dated):
    """One dated step in the life of an initiative."""

    status: Status
    note: Text | None = None
    meeting: Id | None = Field(None, description="The meeting at which it happened.")
    sources: list[Id] = Field(min_length=1)


class Money(Part):
    """An amount, its ISO 4217 currency, and whether it was announced, signed or spent: never added together."""

    amount: Number
    currency: Currency
    what: Money_
    note: Text | None = None
    sources: list[Id] = Field(min_length=1)


class Version(Part):
    """The same words, or the part of them that another page prints, in another language."""

    quote: Quote
    language: Language
    translation: Bool = Field(False, description="This version is a translation of what was said.")
    sources: list[Id] = Field(min_length=1)


class Commitment(Part):
    """A promise in a form that can be checked, and the records that show it kept."""

    what: Text = Field(description="What will be done, in our own words, so that a reader could check it.")
    side: Side = Field(description="The side that promised; joint: both.")
    due: Date | None = Field(None, description="By when, if that was said.")
    kept_by: list[Id] = Field([], description="Initiatives or meetings, later than the promise, that show it kept.")
    note: Text | None = None


class Account(Part):
    """What one reporter says where others say otherwise."""

    says: Text
    reporter: Text = Field(description="Who says so, in words.")
    sources: list[Id] = Field(min_length=1)


class Conflict(Part):
    """A fact on which the sources of a record disagree: kept apart, not resolved by us."""

    about: Text = Field(description="The fact in question: the day, the number of documents signed.")
    accounts: list[Account] = Field(min_length=2)


class Related(Part):
    """Ids of other records. A record that restates another is left out of totals."""

    part_of: list[Id] = []
    follows_up: list[Id] = []
    implements: list[Id] = []
    restates: list[Id] = []


class Record(Part):
    """A file's subject. `refs` says which fields hold ids of which kinds; nested fields are joined with a dot."""

    refs: ClassVar[dict[str, str]] = {}
    id: Id


class Meeting(Dated, Related, Record):
    """One occasion, however many pages report it."""

    refs = {
        "place": "place", "format": "institution", "participants.person": "person", "institutions": "institution",
        "sources": "source", "commitments.kept_by": "record", "conflicts.accounts.sources": "source",
        "part_of": "record", "follows_up": "record", "implements": "record", "restates": "record",
    }  # fmt: skip
    title: Text
    level: Level
    form: Form
    sectors: list[Sector] = Field([], description="The main one first.")
    place: Id | None = None
    host: Side | None = None
    multilateral: Bool = Field(False, description="Others took part as well.")
    format: Id | None = Field(None, description="The standing joint body whose session it was.")
    session: Whole | None = None
    participants: list[Participant] = []
    institutions: list[Id] = []
    summary: Text | None = Field(None, description="In our own words.")
    commitments: list[Commitment] = []
    conflicts: list[Conflict] = []
    sources: list[Id] = Field(min_length=1)


class Statement(Dated, Related, Record):
    """One quotation on one occasion."""

    refs = {
        "speaker": "person", "institution": "institution", "occasion": "meeting", "about": "initiative",
        "institutions": "institution", "sources": "source", "versions.sources": "source",
        "commitments.kept_by": "record", "conflicts.accounts.sources": "source",
        "part_of": "record", "follows_up": "record", "implements": "record", "restates": "record",
    }  # fmt: skip
    speaker: Id | None = None
    institution: Id | None = Field(None, description="The body that speaks, where no person does.")
    role: Text | None = Field(None, description="The speaker's role at that time.")
    side: Side
    level: Level | None = None
    occasion: Id | None = Field(None, description="The meeting at which it was said.")
    setting: Text | None = Field(None, description="The occasion in words, where no meeting is recorded.")
    quote: Quote = Field(description=f"Exactly as printed, at most {QUOTE_WORDS} words.")
    language: Language
    translation: Bool = Field(False, description="The page is itself a translation of what was said.")
    wording: Wording
    versions: list[Version] = Field([], description="The same words in other languages, as other pages print them.")
    sectors: list[Sector] = []
    about: list[Id] = Field([], description="The initiatives that it speaks of.")
    institutions: list[Id] = []
    summary: Text | None = None
    commitments: list[Commitment] = []
    conflicts: list[Conflict] = []
    sources: list[Id] = Field(min_length=1)

    @model_validator(mode="after")
    def _someone_speaks(self) -> Statement:
        if self.speaker is None and self.institution is None:
            raise wrong("nobody speaks", "add speaker: a person's id, or institution: a body's id")
        return self


class Initiative(Related, Record):
    """One undertaking, followed through its life."""

    refs = {
        "place": "place", "institutions": "institution", "people.person": "person", "steps.meeting": "meeting",
        "steps.sources": "source", "money.sources": "source", "sources": "source",
        "conflicts.accounts.sources": "source",
        "part_of": "record", "follows_up": "record", "implements": "record", "restates": "record",
    }  # fmt: skip
    title: Text
    type: Type
    sectors: list[Sector] = []
    sides: list[Side] = Field([], description="Left out: both.")
    level: Level | None = Field(None, description="The highest level at which it was agreed.")
    institutions: list[Id] = []
    people: list[Participant] = []
    place: Id | None = None
    steps: list[Step] = Field(min_length=1, description="Oldest first, each with its own source.")
    money: list[Money] = []
    due: Date | None = None
    summary: Text | None = None
    conflicts: list[Conflict] = []
    sources: list[Id] = []


class Person(Record):
    """Registered once, with all spellings met; the role is on the record."""

    name: Text
    names: Words = {}
    side: Side
    wikidata: Wikidata | None = None
    note: Text | None = None


class Institution(Record):
    refs = {"part_of": "institution"}
    name: Text
    names: Words = {}
    side: Side
    type: InstitutionType
    part_of: Id | None = None
    wikidata: Wikidata | None = None
    url: Url | None = None
    note: Text | None = None


class Place(Record):
    name: Text
    names: Words = {}
    country: Country
    wikidata: Wikidata | None = None


class Source(Record):
    """A page that was read."""

    url: Url
    publisher: Text
    title: Text | None = None
    published: Date | None = None
    language: Language
    accessed: Date
    side: Side
    kind: SourceKind


class Indicator(Record):
    """One value of one series for one period by one reporter; figures that disagree stay apart and name each other."""

    refs = {"sources": "source", "disagrees_with": "indicator"}
    indicator: Id
    title: Text
    period: Date
    value: Number
    unit: Text
    reporter: Text | None = None
    side: Side | None = None
    sectors: list[Sector] = []
    note: Text | None = None
    disagrees_with: list[Id] = Field([], description="Other values of the series for the same period.")
    sources: list[Id] = Field(min_length=1)


class Coverage(Record):
    """A year and sector that was looked into: an empty cell that was searched is told from one that was not."""

    year: Year
    sector: Sector
    outcome: Outcome
    looked_for: Text = Field(description="What was looked for, in a few words.")

    @model_validator(mode="after")
    def _named_after_its_cell(self) -> Coverage:
        if self.id != f"{self.year}-{self.sector}":
            raise wrong(f"“{self.id}” is not this year and sector", f"name it {self.year}-{self.sector}")
        return self


class Meant(Record):
    """A finding of the audits that is as it should be, with the reason."""

    refs = {"records": "record"}
    audit: Audit
    records: list[Id] = Field(min_length=1)
    why: Text


class Country_(Part):
    code: Country
    name: Text
    adjective: Text


class Pair(Part):
    """`pair.yaml`: the two countries of a folder."""

    title: Text
    sides: list[Country_] = Field(min_length=2, max_length=2)
    since: Date | None = None

    @model_validator(mode="after")
    def _sorted(self) -> Pair:
        if self.sides[0].code >= self.sides[1].code:
            raise wrong("the two sides are out of order", "put their codes in alphabetical order, each once")
        return self


KINDS: dict[str, type[Record]] = {
    "meeting": Meeting, "statement": Statement, "initiative": Initiative, "person": Person,
    "institution": Institution, "place": Place, "source": Source, "indicator": Indicator,
    "coverage": Coverage, "meant": Meant,
}  # fmt: skip
FOLDERS = {
    "meetings": "meeting", "statements": "statement", "initiatives": "initiative", "people": "person",
    "institutions": "institution", "places": "place", "sources": "source", "indicators": "indicator",
    "coverage": "coverage", "meant": "meant",
}  # fmt: skip
RECORD_KINDS = ("meeting", "statement", "initiative")
