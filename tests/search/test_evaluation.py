"""The evaluation set: what a reader expects of the real quotes. Prints precision and recall."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from search.index import QuoteIndex

SET = yaml.safe_load((Path(__file__).parent / "evaluation.yaml").read_text("utf-8"))


def test_the_set_is_large_enough_and_names_quotes_that_exist(index: QuoteIndex) -> None:
    assert len(SET) >= 60
    known = set(index.columns.ids)
    assert [i for case in SET for i in (*case["find"], *case["not"]) if i not in known] == []


def test_precision_and_recall(index: QuoteIndex, capsys: pytest.CaptureFixture[str]) -> None:
    right = wrong = wanted = 0
    missed, false = [], []
    for case in SET:
        query = index.understand(case["query"], case.get("exact", False))
        found = set(index.search(query).ids(size=len(index.quotes)))
        right += len(found & set(case["find"]))
        wrong += len(found & set(case["not"]))
        wanted += len(case["find"])
        missed += [(case["query"], ident) for ident in case["find"] if ident not in found]
        false += [(case["query"], ident) for ident in case["not"] if ident in found]
    precision, recall = right / (right + wrong), right / wanted
    with capsys.disabled():
        print(f"\nsearch: {len(SET)} queries, {wanted} to find: precision {precision:.3f}, recall {recall:.3f}")
    assert missed == []
    assert false == []
