"""What goes with a word: the words that stand near it more often than elsewhere."""

from __future__ import annotations

from collections import Counter
from math import log

import pandas as pd

from search.forms import GLUED
from search.found import Found
from search.match import occurrences
from search.sentences import sentence_of, starts

MEASURE = "log-likelihood (G², Dunning 1993)"
WINDOW = 5
COLUMNS = ("word", "near", "elsewhere", "log_likelihood", "quotes")
# The commonest words that carry no matter of their own, as folded; they would head every list.
_STOP = """
a about all also an and are as at be been between but by can for from had has have he her his i if in into is it its
more most not of on one or other our she so such than that the their them there these they this those to us was we
were which who will with would you your s t
а без более бы был была были было быть в вам вас весь во все всех вы где да для до его ее если есть еще же за и из
или им их к как которые который мы на над нам нас наш наша наши не него нее нет но о об он она они от по под при с
со так также такие то того только том ту ты у уже что чтобы эта эти это этого этой этот я
bu bir biz bizim da de edilen edir etmek ile ki o ola olan olaraq oldu olub olunur ucun ve her hem ise
ал арасындагы бар барлык болып бул деп еки жане мен онын осы ол пен ушин уш
le la les des du et en un une que qui
"""
STOP = frozenset(_STOP.split())


def collocates(found: Found, window: int = WINDOW, least: int = 2, quotes: int | None = None) -> pd.DataFrame:
    """Words within `window` words of an occurrence, in its sentence, most telling first (COLUMNS).

    `near` counts them there, `elsewhere` in all other words of the index; `log_likelihood` (MEASURE) says how unlikely
    the difference is by chance: above 10.83 one in a thousand. The column `quotes` is how many quotes have the pair.
    Left out: STOP, numbers, words met near fewer than `least` times, and words no commoner near than elsewhere. The
    argument `quotes` looks at that many found quotes only, the newest.
    """
    frame = found.index.quotes
    near: Counter[str] = Counter()
    in_quotes: Counter[str] = Counter()
    texts, languages = frame["quote"].to_numpy(object), frame["language"].to_numpy(object)
    for position in found.page("newest", 0, found.n if quotes is None else quotes):
        text = texts[position]
        words, matches = occurrences(text, languages[position], found.query)
        beginnings = starts(text)
        inside = {place for match in matches for place in range(match.first, match.last)}
        around: set[int] = set()
        for match in matches:
            first, last = sentence_of(beginnings, words[match.first].start, len(text))
            reach = range(max(match.first - window, 0), min(match.last + window, len(words)))
            around |= {place for place in reach if first <= words[place].start < last}
        # Two occurrences side by side share their neighbours, which count once.
        told = [key for place in around - inside if (key := words[place].token.casefold()) not in STOP]
        near.update(told)
        in_quotes.update(set(told))
    return _table(found, near, in_quotes, least)


def _table(found: Found, near: Counter[str], in_quotes: Counter[str], least: int) -> pd.DataFrame:
    table = found.index.full_text(exact=False)
    all_near, all_words = sum(near.values()), int(found.index.lengths.sum())
    rows = []
    for word, here in near.items():
        if here < least or word.isdigit():
            continue
        elsewhere = max(table.occurrences(word) + table.occurrences(GLUED + word) - here, 0)
        rest = max(all_words - all_near, 1)
        if here / all_near > elsewhere / rest:
            rows.append((word, here, elsewhere, log_likelihood(here, all_near, elsewhere, rest), in_quotes[word]))
    rows.sort(key=lambda row: (-row[3], row[0]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def log_likelihood(here: int, all_here: int, there: int, all_there: int) -> float:
    """Dunning's G² of a word met `here` times in `all_here` words and `there` in `all_there`; 0 where shares agree."""
    share = (here + there) / (all_here + all_there)
    cells = (
        (here, all_here * share),
        (there, all_there * share),
        (all_here - here, all_here * (1 - share)),
        (all_there - there, all_there * (1 - share)),
    )
    return max(2 * sum(seen * log(seen / expected) for seen, expected in cells if seen and expected), 0.0)
