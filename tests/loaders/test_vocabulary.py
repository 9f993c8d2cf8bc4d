"""The vocabularies as they must be: eighteen sectors under five pillars, each code once, names for all."""

from __future__ import annotations

from loaders.vocabulary import vocabulary

words = vocabulary()


def test_sectors_and_pillars() -> None:
    assert list(words.pillars) == ["politics", "economy", "connectivity", "society", "environment"]
    under = {pillar: words.sectors_under(pillar) for pillar in words.pillars}
    assert under == {
        "politics": ("political", "legal-parliamentary", "defence-security"),
        "economy": ("trade-investment", "agriculture", "tourism"),
        "connectivity": ("transport", "energy", "digital"),
        "society": ("culture", "education", "science", "youth", "media", "sport", "health", "humanitarian"),
        "environment": ("environment",),
    }
    assert list(words.sectors) == [sector for sectors in under.values() for sector in sectors]


def test_terms() -> None:
    assert list(words.terms["kind"]) == ["meeting", "statement", "initiative"]
    assert words.plurals == {"meeting": "Meetings", "statement": "Statements", "initiative": "Initiatives"}
    assert list(words.terms["level"])[:3] == ["head-of-state", "head-of-government", "minister"]
    statuses = ["announced", "signed", "under-way", "delivered", "suspended", "cancelled"]
    assert list(words.terms["status"]) == statuses
    # IATI ActivityStatus: 1 pipeline, 2 implementation, 4 closed, 5 cancelled, 6 suspended.
    assert words.iati == dict(zip(statuses, "112465", strict=True))


def test_crosswalk_codes_are_those_of_the_dac() -> None:
    assert set(words.dac) == set(words.sectors) - {"youth"}
    assert all(len(code) == 3 and code.isdigit() for code in words.dac.values())


def test_names() -> None:
    assert words.name("trade-investment") == "Trade and investment"
    assert words.name("society") == "Society"
    assert words.name("treaty-register") == "Treaty register"
    assert words.name("no-such-code") == "no-such-code"
