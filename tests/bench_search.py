"""Measure the search: `python -m tests.bench_search [sizes]`, by default 1,000 to 1,000,000 quotes.

Quotes are made of runs of words of the real ones, drawn as often as they occur there, at the lengths that occur
there. For each query: the time to the first 50 ranked results with the exact count and all facets, beside the bare
FTS5 query of the same run (the same MATCH, once for the count and once for the first 50 by rank). Medians of runs.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd

from loaders.store import Store
from search.collocates import collocates
from search.columns import quote_frame
from search.concordance import concordance
from search.drift import drift
from search.fts import expression
from search.index import QuoteIndex
from search.lexicon import Lexicon

SIZES = (1_000, 10_000, 100_000, 1_000_000)
AIM = 2.0
RUN = 4
QUERIES = {
    "a common word": "cooperation",
    "a rare word": "transformer",
    "two words": "caspian energy",
    "a phrase": '"caspian sea"',
    "a phrase of common words": '"of the"',
    "either of two": "peace OR stability",
    "one without another": "transport -oil",
    "a prefix": "cult*",
    "near": "near:5(kazakhstan azerbaijan)",
    "a Russian word": "сотрудничества",
    "a name in another script": "Тоқаев",
    "words and filters": "cooperation side:KAZ year:2020..2024",
}


def made(frame: pd.DataFrame, size: int) -> pd.DataFrame:
    """`size` quotes in the manner of the real ones: each keeps its language, so that words mix within it only."""
    random = np.random.default_rng(4)
    columns = frame.iloc[random.integers(0, len(frame), size)].reset_index(drop=True)
    # Who, where and when are drawn apart, so that combinations are many.
    for name in ("speaker", "level", "sector", "year", "occasion"):
        columns[name] = frame[name].to_numpy()[random.integers(0, len(frame), size)]
    columns["row"] = np.arange(size)
    columns["id"] = [f"quote-{number:07}" for number in range(size)]
    texts = np.empty(size, dtype=object)
    for language, group in frame.groupby("language"):
        words = np.array([word for quote in group["quote"] for word in quote.split()], dtype=object)
        lengths = np.array([len(quote.split()) for quote in group["quote"]])
        places = np.flatnonzero(columns["language"] == language)
        for place, length in zip(places, random.choice(lengths, len(places)), strict=True):
            runs = random.integers(0, max(len(words) - RUN, 1), -(-length // RUN))
            texts[place] = " ".join(word for at in runs for word in words[at : at + RUN])
    columns["quote"] = texts
    return columns


def timed(works: list[Callable[[], object]], runs: int) -> list[float]:
    """Milliseconds of each: medians. They take turns, so that a busy moment of the machine falls on all of them."""
    took: list[list[float]] = [[] for _ in works]
    for run in range(runs + 1):
        for work, times in zip(works, took, strict=True):
            start = time.perf_counter()
            work()
            if run:  # the first warms up
                times.append(time.perf_counter() - start)
    return [median(times) * 1000 for times in took]


def resident() -> float:
    """Megabytes of this process now, where the system tells; else 0."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20 if status.exists() else 0.0


def measure(frame: pd.DataFrame, lexicon: Lexicon, size: int) -> float:
    """Print one size's table; the largest ratio."""
    quotes = made(frame, size)
    before = resident()
    start = time.perf_counter()
    index = QuoteIndex(quotes, lexicon)
    built = time.perf_counter() - start
    print(
        f"\n{size:,} quotes: built in {built:.1f} s; the index holds {index.bytes() / 2**20:,.0f} MB, "
        f"the process grew by {resident() - before:,.0f} MB"
    )
    print(f"  {'query':28}{'found':>10}{'bare ms':>10}{'here ms':>10}{'ratio':>8}")
    runs = {1_000: 201, 10_000: 51, 100_000: 15}.get(size, 5)
    base = index.full_text(exact=False)._base
    worst = 0.0
    for name, text in QUERIES.items():
        query = index.understand(text)
        words = index.understand(text.split(" side:")[0])
        assert words.tree is not None
        match = (expression(words.tree, words, index.codes),)

        def bare(match: tuple[str | None] = match) -> None:
            base.execute("SELECT count(*) FROM quote WHERE quote MATCH ?", match).fetchone()
            base.execute("SELECT rowid FROM quote WHERE quote MATCH ? ORDER BY rank LIMIT 50", match).fetchall()

        def here(text: str = text) -> int:
            found = index.search(index.understand(text))
            found.ids("relevant", 0, 50)
            found.counts()
            return found.n

        n = index.search(query).n
        plain, ours = timed([bare, here], runs)
        worst = max(worst, ours / plain)
        print(f"  {name:28}{n:>10,}{plain:>10.2f}{ours:>10.2f}{ours / plain:>8.2f}")
    common = index.understand(QUERIES["a common word"])
    works: dict[str, Callable[[], object]] = {
        "concordance of 500 quotes": lambda: concordance(index.search(common), "left", quotes=500),
        "collocates in 500 quotes": lambda: collocates(index.search(common), quotes=500),
        "drift, every occurrence": lambda: drift(index, [common]),
    }
    for name, work in works.items():
        print(f"  {name:28}{'':>20}{timed([work], 1)[0]:>10.0f} ms")
    start = time.perf_counter()
    index.search(index.understand("Caspian", exact=True))
    print(f"  {'first search in exact mode':28}{'':>20}{(time.perf_counter() - start) * 1000:>10.0f} ms")
    return worst


def main() -> None:
    sizes = [int(size.replace(",", "").replace("_", "")) for size in sys.argv[1:]] or list(SIZES)
    store = Store(Path(__file__).resolve().parent.parent / "data")
    frames = store.get(store.names()[0])[1]
    frame, lexicon = quote_frame(frames), Lexicon.of(frames)
    worst = {size: measure(frame, lexicon, size) for size in sizes}
    print(f"\nThe largest ratio at each size (the aim is at most {AIM:g}):")
    for size, ratio in worst.items():
        print(f"  {size:>10,}  {ratio:.2f}  {'as aimed' if ratio <= AIM else 'above the aim'}")


if __name__ == "__main__":
    main()
