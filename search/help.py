"""The help of the search box, as data: what to type, and what it finds. A test holds it against the parser."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """`form` is the rule, `query` an example that runs when clicked, `finds` what it does in words."""

    form: str
    query: str
    finds: str


EXAMPLES = (
    Example(
        "words", "oil pipeline", "quotes with all of the words, in any form and order; a name also finds its bearer"
    ),
    Example('"exact phrase"', '"strategic partnership"', "exactly these words in this order"),
    Example("OR", "peace OR stability", "quotes with either"),
    Example("-without", "transport -oil", "quotes with the first and without the second"),
    Example("prefix*", "cultur*", "words that begin so, in any language"),
    Example("near:5(a b)", "near:5(caspian bridge)", "both, with at most 5 words between them"),
    Example("( )", "(wheat OR grain) baku", "a group counts as one"),
    Example("speaker:", "speaker:Tokayev caspian", "what one person said, in any spelling of the name"),
    Example("role:", "role:ambassador tourist", "what was said in a role, as it was at the time"),
    Example("side:", "side:AZE energy", "what one side said"),
    Example("level:", "level:minister grain", "what was said at one level"),
    Example("sector:", "sector:culture", "quotes about one sector, or all sectors of a pillar"),
    Example("year:", "cable year:2020..2024", "quotes of these years; also year:2022, year:2020.. and year:..1999"),
    Example("lang:", "lang:kk", "quotes as read in one language"),
    Example("occasion:", "occasion:summit caspian", "what was said at meetings with the word in their title"),
)
NOTES = (
    "Capitals, accents, ə and e, dotted and dotless i, ё and е, Kazakh letters and their Russian stand-ins make no "
    "difference, unless you ask for words letter for letter.",
    "English and Russian words are found by their stem, Azerbaijani and Kazakh ones by their beginning.",
    "People and institutions are found by every registered spelling, in either script.",
)
