"""Which office a role names, in the words that sources use."""

from __future__ import annotations

import pytest

from loaders.offices import Office, has_left, office

COUNTRIES = ["Exlandic", "Exland", "Whylandic", "Whyland"]


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("President of Exland", Office("president")),
        ("President of the Republic of Exland", Office("president")),
        ("President", Office("president")),
        ("Prime Minister of the Republic of Whyland", Office("prime-minister")),
        ("Deputy Prime Minister – Minister of Foreign Affairs", Office("deputy-prime-minister")),
        ("Minister of Foreign Affairs of Exland", Office("minister", "foreign")),
        ("Exlandic Foreign Minister", Office("minister", "foreign")),
        ("Deputy Minister of Foreign Affairs", Office("deputy-minister", "foreign")),
        ("Vice Minister of Energy", Office("deputy-minister", "energy")),
        ("Defense Minister", Office("minister", "defence")),
        ("Minister of Defence Industry", Office("minister", "industry")),
        ("Minister of Roads", Office("minister")),
        ("Ambassador of Exland to Whyland", Office("ambassador")),
        ("Ambassador Extraordinary and Plenipotentiary of the Republic of Exland to the Republic of Whyland",
         Office("ambassador")),
        ("Whylandic Ambassador", Office("ambassador")),
        ("Ambassador of Exland to Farland", None),
        ("Former Prime Minister of Exland", None),
        ("First President of Whyland", None),
        ("Acting Minister of Energy", None),
        ("Ambassador-at-large of the Foreign Ministry of Exland", None),
        ("President of the state oil company", None),
        ("Director", None),
        ("", None),
        (None, None),
    ],
)  # fmt: skip
def test_an_office_is_read_from_the_words_of_a_role(role: str | None, found: Office | None) -> None:
    assert office(role, COUNTRIES) == found


def test_which_offices_one_person_holds_at_a_time() -> None:
    assert [office(role, COUNTRIES).single for role in ("President", "Prime Minister", "Minister of Energy")] == [
        True
    ] * 3
    # A ministry that is not understood may be any of several.
    assert [office(role, COUNTRIES).single for role in ("Minister of Roads", "Deputy Minister of Energy")] == [
        False
    ] * 2


def test_a_role_of_one_who_has_left() -> None:
    assert [has_left(role) for role in ("Former minister", "Ex-President", "First President of Exland")] == [True] * 3
    assert [has_left(role) for role in ("President", "First Deputy Minister", "Acting Minister", None)] == [False] * 4
