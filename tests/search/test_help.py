"""The help says what the parser does, and its examples find something."""

from __future__ import annotations

import pytest

from search.help import EXAMPLES, NOTES, Example
from search.index import QuoteIndex
from search.parser import FIELDS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.form)
def test_examples_run_without_a_mistake_and_find_quotes(index: QuoteIndex, example: Example) -> None:
    query = index.understand(example.query)
    assert not query.mistakes
    assert 0 < index.search(query).n < len(index.quotes)


def test_help_and_parser_have_the_same_filters() -> None:
    named = {example.form.rstrip(":") for example in EXAMPLES if example.form.endswith(":")}
    assert named == set(FIELDS)
    assert all(example.form in example.query for example in EXAMPLES if example.form.endswith(":"))


def test_it_fits_one_screen() -> None:
    assert len(EXAMPLES) + len(NOTES) <= 20
    assert all(len(example.finds) <= 90 for example in EXAMPLES)
