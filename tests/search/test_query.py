"""What a query is understood to be, in words and against what the data knows."""

from __future__ import annotations

import pytest

from search.lexicon import Lexicon
from search.query import understand
from search.tree import Among, Years


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "every quote"),
        ("Peace", "“Peace”"),
        ("peace war", "“peace” and “war”"),
        ("peace OR war", "“peace” or “war”"),
        ('oil -"common values"', "“oil”, without the phrase “common values”"),
        ("-oil", "every quote, without “oil”"),
        ("cult*", "words beginning with “cult”"),
        ("near:3(sea bridge)", "“sea” and “bridge” at most 3 words apart"),
        ("(wheat OR grain) Bakı", "(“wheat” or “grain”) and “Bakı”"),
        ("Токаев", "“Токаев” (spoken of or speaking)"),
        ("State Oil Company of Azerbaijan", "“State Oil Company of Azerbaijan” in any registered spelling"),
        ("oil SOCAR", "“oil” and “SOCAR” in any registered spelling"),
        ("speaker:Əliyev", "said by Heydar Aliyev or Ilham Aliyev"),
        ("side:kazakh", "of the side Kazakhstan"),
        ("sector:society", "about Culture"),
        ("year:2020..2024", "in 2020–2024"),
        ("year:2020..", "since 2020"),
        ("year:..1999", "until 1999"),
        ("lang:ru", "in Russian"),
        ("occasion:summit", "at an occasion called “summit”"),
    ],
)
def test_in_words(lexicon: Lexicon, text: str, said: str) -> None:
    query = understand(text, lexicon)
    assert query.in_words() == said
    assert query.mistakes == ()


def test_exact_is_said(lexicon: Lexicon) -> None:
    assert understand("Peace", lexicon, exact=True).in_words() == "“Peace”, letter for letter"


@pytest.mark.parametrize(
    "text",
    ["speaker:Тоқаев", "speaker:Tokayev", "speaker:Токаева",
     'speaker:"Kassym-Jomart Tokayev"', "speaker:tokayev", "speaker:Tok*"],
)  # fmt: skip
def test_speakers_in_every_spelling(lexicon: Lexicon, text: str) -> None:
    query = understand(text, lexicon)
    assert query.tree == Among("speaker", frozenset({"tokayev"}), "Kassym-Jomart Tokayev")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", 2022, 2022),
        ("2020..2024", 2020, 2024),
        ("2020-2024", 2020, 2024),
        ("2020…", 2020, 9999),
        ("..99", 0, 0),
    ],
)
def test_years(lexicon: Lexicon, text: str, first: int, last: int) -> None:
    query = understand(f"year:{text}", lexicon)
    if last:
        assert query.tree == Years(first, last)
    else:
        assert query.tree is None and query.mistakes[0].mend == "write year:2022 or year:2020..2024"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("speaker:Tokaeyv", "did you mean “Tokayev”?"),
        ("side:Kazahstan", "did you mean “Kazakhstan”?"),
        ("sector:energi", "did you mean “energy”?"),
        ("lang:Rusian", "did you mean “Russian”?"),
        ("year:2024..2020", "write year:2020..2024"),
        ("role:xyzzy", "write a word of a role, as in role:ambassador"),
        ("speaker:xyzzy", "write a surname, as in speaker:Tokayev"),
    ],
)
def test_unknown_values_are_mistakes_and_the_rest_searches(lexicon: Lexicon, text: str, mend: str) -> None:
    query = understand(f"peace {text}", lexicon)
    assert [(m.start, m.end, m.mend) for m in query.mistakes] == [(6, 6 + len(text), mend)]
    assert query.in_words() == "“peace”"
