"""The frames of the small pair, cell by cell as its files say."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders.frames import LINKS, RECORD_COLUMNS, Frames
from loaders.model import RECORD_KINDS
from tests.made_up import frames_of

# id, kind, date, words, first and last day, year, precision: oldest first, the undated last, by id where days agree.
ROWS = [
    ("expert-talks", "meeting", "199X", "1990 – 1999", "1990-01-01", "1999-12-31", None, "decade"),
    ("first-summit", "meeting", "1994", "1994", "1994-01-01", "1994-12-31", 1994, "year"),
    (
        "railway",
        "initiative",
        "2012-03-04/2024-06",
        "4 March 2012 – June 2024",
        "2012-03-04",
        "2024-06-30",
        2012,
        "day",
    ),
    ("commission-third-session", "meeting", "2019", "2019", "2019-01-01", "2019-12-31", 2019, "year"),
    ("business-forum", "meeting", "2020-05", "May 2020", "2020-05-01", "2020-05-31", 2020, "month"),
    # Its last step is itself a range: January to June 2022.
    (
        "energy-cable",
        "initiative",
        "2020-05-10/2022-06",
        "10 May 2020 – June 2022",
        "2020-05-10",
        "2022-06-30",
        2020,
        "day",
    ),
    ("bolat-on-the-bridge", "statement", "2021~", "about 2021", "2021-01-01", "2021-12-31", 2021, "year"),
    ("clean-water", "initiative", "2021-03-03/..", "since 3 March 2021", "2021-03-03", None, 2021, "range"),
    ("ada-on-culture", "statement", "2021-06-01", "1 June 2021", "2021-06-01", "2021-06-01", 2021, "day"),
    ("state-visit", "meeting", "2021-06-01/2021-06-03", "1 – 3 June 2021", "2021-06-01", "2021-06-03", 2021, "range"),
    ("state-visit-retold", "meeting", "2021-06-02", "2 June 2021", "2021-06-02", "2021-06-02", 2021, "day"),
    ("carla-on-energy", "statement", "2022-11", "November 2022", "2022-11-01", "2022-11-30", 2022, "month"),
    ("year-of-culture", "initiative", "2023", "2023", "2023-01-01", "2023-12-31", 2023, "year"),
    ("joint-communique", "statement", "2024-02-29", "29 February 2024", "2024-02-29", "2024-02-29", 2024, "day"),
    ("embassy-reception", "meeting", "XXXX", "date unknown", None, None, None, "unknown"),
    ("student-exchange", "initiative", "XXXX", "date unknown", None, None, None, "unknown"),
]


def none_for_missing(values: pd.Series) -> list[object]:
    return [None if pd.isna(value) else value for value in values]


def day(value: object) -> str | None:
    return None if pd.isna(value) else f"{value:%Y-%m-%d}"


def column(small: Frames, name: str) -> dict[str, object]:
    return dict(zip(small.records["id"], none_for_missing(small.records[name]), strict=True))


def test_dates_in_order(small: Frames) -> None:
    table = small.records
    assert list(table.columns) == list(RECORD_COLUMNS)
    years = none_for_missing(table["year"])
    columns = (table["id"], table["kind"], table["date"], table["when"], table["start"].map(day), table["end"].map(day))
    found = zip(*map(none_for_missing, columns), years, table["precision"], strict=True)
    assert list(found) == ROWS
    assert (small.first_year, small.last_year) == (1994, 2024)


def test_types(small: Frames) -> None:
    types = small.records.dtypes.astype(str).to_dict()
    assert (types["start"], types["end"], types["year"], types["counted"]) == (
        "datetime64[s]",
        "datetime64[s]",
        "Int64",
        "bool",
    )
    assert types["kind"] == types["level"] == types["side"] == "category"


def test_codes_of_the_three_kinds(small: Frames) -> None:
    forms, statuses, levels, places = (column(small, name) for name in ("form", "status", "level", "place"))
    # A meeting's form, a statement's wording, an initiative's type.
    assert (forms["state-visit"], forms["joint-communique"], forms["railway"]) == ("state-visit", "reported", "project")
    assert {ident: status for ident, status in statuses.items() if status} == {
        "railway": "delivered", "energy-cable": "under-way", "clean-water": "under-way", "year-of-culture": "announced",
        "student-exchange": "suspended",
    }  # fmt: skip
    assert (levels["railway"], levels["clean-water"], levels["expert-talks"]) == ("head-of-government", None, "expert")
    assert (places["state-visit"], places["railway"], places["ada-on-culture"]) == ("exton", None, None)


def test_sides_sources_and_what_counts(small: Frames) -> None:
    sides = column(small, "side")
    one_sided = {
        "bolat-on-the-bridge": "XBB",
        "ada-on-culture": "XAA",
        "carla-on-energy": "third",
        "year-of-culture": "XAA",
    }
    assert {ident: side for ident, side in sides.items() if side != "both"} == one_sided
    assert [ident for ident, counted in column(small, "counted").items() if not counted] == ["state-visit-retold"]
    # The railway's four sources stand on its steps and amounts, none on the record itself.
    assert {ident: n for ident, n in column(small, "sources").items() if n != 1} == {
        "railway": 4, "commission-third-session": 2, "energy-cable": 2, "state-visit": 2,
    }  # fmt: skip
    assert [ident for ident, official in column(small, "official").items() if official] == [
        "first-summit", "railway", "commission-third-session", "bolat-on-the-bridge", "clean-water", "ada-on-culture",
        "state-visit",
    ]  # fmt: skip


def test_sources_of_both_countries(small: Frames) -> None:
    # A page of the joint register or of a third party stands for neither country.
    both = [ident for ident, found in column(small, "both_sides").items() if found]
    assert both == ["railway", "commission-third-session", "energy-cable", "state-visit"]


def test_titles_and_paths(small: Frames) -> None:
    titles, paths = column(small, "title"), column(small, "path")
    assert titles["carla-on-energy"] == "The energy link works; whether it pays is another matter."
    assert titles["railway"] == "Railway from Exton to Wyeburg"
    assert paths["railway"] == "xaa-xbb/initiatives/railway.yaml"
    assert paths["first-summit"] == "xaa-xbb/meetings/early.csv"


def test_links(small: Frames) -> None:
    assert tuple(small.links) == LINKS
    assert {name: len(table) for name, table in small.links.items()} == {
        "sector": 26, "person": 8, "institution": 3, "side": 29, "source": 22, "place": 4,
    }  # fmt: skip
    position = {ident: row for row, ident in enumerate(small.records["id"])}

    def linked(name: str, ident: str) -> list[str]:
        table = small.links[name]
        return table.loc[table["row"] == position[ident], "value"].tolist()

    assert linked("sector", "railway") == ["transport", "trade-investment"]
    assert linked("sector", "expert-talks") == []
    assert linked("institution", "commission-third-session") == ["joint-commission"]
    assert linked("institution", "joint-communique") == ["joint-commission"]
    assert linked("side", "state-visit") == ["XAA", "XBB", "third"]
    assert linked("side", "joint-communique") == ["XAA", "XBB"]
    assert linked("side", "year-of-culture") == ["XAA"]
    assert linked("source", "railway") == [
        "exland-agency-1",
        "treaty-register-1",
        "whyland-ministry-1",
        "third-research-1",
    ]
    assert linked("place", "embassy-reception") == ["wyeburg"]
    people = small.links["person"]
    of_visit = people.loc[people["row"] == position["state-visit"], ["value", "role", "side"]]
    assert of_visit.values.tolist() == [
        ["ada-ekson", "President of Exland", "XAA"],
        ["bolat-wye", "President of Whyland", "XBB"],
        ["carla-third", "Observer", "third"],
    ]


def test_statements_steps_money_and_indicators(small: Frames) -> None:
    statements = small.statements.set_index("id")
    assert list(statements.index) == ["bolat-on-the-bridge", "ada-on-culture", "carla-on-energy", "joint-communique"]
    assert statements.at["ada-on-culture", "occasion"] == "state-visit"
    assert statements["translation"].tolist() == [False, False, True, False]
    assert (small.records["id"].iloc[statements["row"]] == statements.index).all()
    steps = small.steps
    assert steps.loc[
        steps["id"] == "railway", ["step", "status", "when", "year", "note", "sources"]
    ].values.tolist() == [
        [1, "announced", "4 March 2012", 2012, "Announced in Exton", "exland-agency-1"],
        [2, "signed", "2016", 2016, "", "treaty-register-1"],
        [3, "delivered", "June 2024", 2024, "First train", "exland-agency-1 | whyland-ministry-1"],
    ]
    assert (len(steps), steps["year"].isna().sum()) == (8, 1)
    assert small.money[["id", "amount", "currency", "what", "sources"]].values.tolist() == [
        ["railway", 100.0, "USD", "announced", "exland-agency-1"],
        ["railway", 250.5, "USD", "spent", "third-research-1"],
    ]
    assert small.indicators[["id", "value", "unit", "year"]].values.tolist() == [
        ["trade-2021", -3.0, "USD million", 2021],
        ["trade-2020", 12.5, "USD million", 2020],
        ["trade-2020-whyland", 14.0, "USD million", 2020],
        ["visitors-2021-h1", 900.0, "persons", 2021],
    ]


def test_registers_and_names(small: Frames) -> None:
    sizes = {kind: len(table) for kind, table in small.registers.items()}
    assert sizes == {"person": 3, "institution": 2, "place": 2, "source": 6}
    assert small.label("person", "bolat-wye") == "Bolat Wye"
    assert small.label("source", "treaty-register-1") == "Agreement on the railway"
    # A page without a title is named by its id; so is what nobody registered.
    assert small.label("source", "whyland-press-1") == "whyland-press-1"
    assert small.label("person", "nobody") == "nobody"
    spoken = [small.speaker(small.documents[ident]) for ident in ("bolat-on-the-bridge", "joint-communique")]
    assert spoken == ["Bolat Wye", small.label("institution", "joint-commission")]
    assert [small.side_name(code) for code in ("XAA", "third", "joint", "XZZ")] == [
        "Exland",
        "Third parties",
        "Joint",
        "XZZ",
    ]
    assert set(small.documents) >= {*small.records["id"], "exton", "ada-ekson", "exland-agency-1", "trade-2020"}


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("isiqli", ["ada-on-culture"]),  # the quote, with the dotless i folded
        ("эксон", ["commission-third-session", "ada-on-culture", "state-visit"]),  # a registered spelling of Ada Ekson
        ("экстон", ["first-summit", "state-visit"]),  # a registered spelling of the place
        ("observer", ["state-visit"]),  # a role
        ("first train", ["railway"]),  # a step's note
        ("trade and investment", ["railway", "business-forum", "joint-communique"]),  # a sector's name
    ],
)
def test_what_a_search_in_records_finds(small: Frames, word: str, ids: list[str]) -> None:
    assert small.records.loc[small.records["haystack"].str.contains(word), "id"].tolist() == ids


def test_what_was_promised_and_where_accounts_differ(small: Frames) -> None:
    records = small.records.set_index("id")
    marks = ["disputed", "promised", "kept", "unkept"]
    assert records.loc["state-visit", marks].tolist() == [False, True, True, True]
    assert records.loc["ada-on-culture", marks].tolist() == [False, True, True, False]
    assert records.loc["commission-third-session", marks].tolist() == [True, False, False, False]
    assert records[marks].sum().tolist() == [1, 2, 2, 1]
    assert small.commitments[["id", "what", "side", "due", "kept_by"]].values.tolist() == [
        ["ada-on-culture", "Hold a year of culture", "XAA", "2023-06", "year-of-culture"],
        ["state-visit", "Build the railway", "joint", "2024", "railway"],
        ["state-visit", "Open a ferry line", "XBB", "", ""],
    ]
    assert records.index[small.commitments["row"]].tolist() == small.commitments["id"].tolist()


def test_what_was_looked_into(small: Frames) -> None:
    assert small.coverage.values.tolist() == [
        [2019, "transport", "found", "Sessions of the commission"],
        [2019, "sport", "none", "Matches and federations"],
        [2020, "sport", "none", "Matches and federations"],
    ]


def test_a_page_that_only_a_disagreeing_account_names_is_a_source() -> None:
    accounts = [
        {"says": says, "reporter": "Press", "sources": [page]} for says, page in (("1", "source-a"), ("2", "source-c"))
    ]
    fields = {
        "id": "m",
        "title": "Talks",
        "date": "2020",
        "level": "minister",
        "form": "session",
        "sources": ["source-a"],
    }
    frames = frames_of([("meeting", fields | {"conflicts": [{"about": "Day", "accounts": accounts}]})])
    assert frames.links["source"]["value"].tolist() == ["source-a", "source-c"]


def test_no_records_at_all() -> None:
    empty = frames_of([])
    assert list(empty.records.columns) == list(RECORD_COLUMNS)
    assert (len(empty.records), empty.first_year, empty.last_year) == (0, 1992, 1992)
    assert all(len(table) == 0 for table in (*empty.links.values(), empty.statements, empty.steps, empty.money))
    assert (len(empty.commitments), len(empty.coverage)) == (0, 0)


def test_every_record_is_one_row(small: Frames) -> None:
    in_rows = set(small.records["id"])
    assert in_rows == {
        ident for ident, record in small.documents.items() if type(record).__name__.lower() in RECORD_KINDS
    }
    assert len(in_rows) == len(small.records) == 16
