"""Random records of every kind, as text: what a file may hold, before it is typed."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import strategies as st

from loaders.vocabulary import vocabulary
from tests.made_up import dates

# A text is stripped when it is typed, so the generated ones are stripped to begin with.
texts = st.text(min_size=1, max_size=40).map(str.strip).filter(bool)
# The signs that YAML, CSV and the flat form each give a meaning to, more often than chance would.
awkward = st.text("|\\,;\"' \n\t#:-&*{}[]!%@`?>~0Nnoyes1e.ə", min_size=1, max_size=20).map(str.strip).filter(bool)
words = (
    texts | awkward | st.sampled_from(["NO", "010", "12:30", "null", "~", "1e3", "true", "2024-02-30", "=1+1", "NA"])
)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)
bools = st.sampled_from(["true", "false"])
sides = st.sampled_from(["XAA", "XBB", "third", "joint"])
countries = st.sampled_from(["XAA", "XBB", "XCC"])
languages = st.sampled_from(["en", "ru", "az", "kk", "kk-Latn", "en-GB", "zh-Hant-TW"])
numbers = st.from_regex(r"[-+]?[0-9]{1,15}(\.[0-9]{1,6})?", fullmatch=True)
urls = st.from_regex(r"https?://[a-z]{1,9}\.example(/[a-z0-9|,;?=&%-]{0,9})?", fullmatch=True)
qids = st.integers(1, 10**9).map(lambda number: f"Q{number}")


def _list(of: st.SearchStrategy[Any], least: int = 1) -> st.SearchStrategy[list[Any]]:
    # An empty list and no list are one and the same in a CSV, so lists here hold something or are left out.
    return st.lists(of, min_size=least, max_size=3)


def _term(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(list(vocabulary().terms[name]))


def _fields(must: dict[str, Any], may: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(must, optional=may)


names = st.dictionaries(languages, _list(words), min_size=1, max_size=3)
sectors = _list(st.sampled_from(list(vocabulary().sectors)))
people = _list(_fields({"person": ids, "side": sides}, {"role": words}))
# An inferred date must say from what, so the note comes with every basis.
_dated = {"date": dates, "date_basis": _term("date_basis"), "date_note": words}
_related = {name: _list(ids) for name in ("part_of", "follows_up", "implements", "restates")}
_steps = _list(_fields(_dated | {"status": _term("status"), "sources": _list(ids)}, {"note": words, "meeting": ids}))
_money = _list(
    _fields(
        {"amount": numbers, "currency": countries, "what": _term("money"), "sources": _list(ids)},
        {"note": words},
    )
)
_commitments = _list(_fields({"what": words, "side": sides}, {"due": dates, "kept_by": _list(ids), "note": words}))
_accounts = st.lists(_fields({"says": words, "reporter": words, "sources": _list(ids)}, {}), min_size=2, max_size=3)
_conflicts = _list(_fields({"about": words, "accounts": _accounts}, {}))

RECORDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "meeting": _fields(
        _dated | {"title": words, "level": _term("level"), "form": _term("form"), "sources": _list(ids)},
        _related
        | {"sectors": sectors, "place": ids, "host": sides, "multilateral": bools, "format": ids, "summary": words}
        | {"session": st.integers(0, 999_999).map(str), "participants": people, "institutions": _list(ids)}
        | {"commitments": _commitments, "conflicts": _conflicts},
    ),
    "statement": _fields(
        _dated
        | {"speaker": ids, "side": sides, "quote": words, "language": languages, "wording": _term("wording")}
        | {"sources": _list(ids)},
        _related
        | {"institution": ids, "role": words, "level": _term("level"), "occasion": ids, "setting": words}
        | {"translation": bools, "sectors": sectors, "about": _list(ids), "institutions": _list(ids), "summary": words}
        | {"commitments": _commitments, "conflicts": _conflicts},
    ),
    "initiative": _fields(
        {"title": words, "type": _term("type"), "steps": _steps},
        _related
        | {"sectors": sectors, "sides": _list(sides), "level": _term("level"), "institutions": _list(ids), "due": dates}
        | {"people": people, "place": ids, "money": _money, "summary": words, "sources": _list(ids)}
        | {"conflicts": _conflicts},
    ),
    "person": _fields({"name": words, "side": sides}, {"names": names, "wikidata": qids, "note": words}),
    "institution": _fields(
        {"name": words, "side": sides, "type": _term("institution_type")},
        {"names": names, "part_of": ids, "wikidata": qids, "url": urls, "note": words},
    ),
    "place": _fields({"name": words, "country": countries}, {"names": names, "wikidata": qids}),
    "source": _fields(
        {"url": urls, "publisher": words, "language": languages, "accessed": dates, "side": sides}
        | {"kind": _term("source_kind")},
        {"title": words, "published": dates},
    ),
    "indicator": _fields(
        {"indicator": ids, "title": words, "period": dates, "value": numbers, "unit": words, "sources": _list(ids)},
        {"reporter": words, "side": sides, "sectors": sectors, "note": words, "disagrees_with": _list(ids)},
    ),
    "coverage": _fields(
        {"year": st.integers(1000, 9999).map(str), "sector": st.sampled_from(list(vocabulary().sectors))}
        | {"outcome": _term("outcome"), "looked_for": words},
        {},
    ),
    "meant": _fields({"audit": _term("audit"), "records": _list(ids), "why": words}, {}),
}


def as_yaml(data: Any, **options: Any) -> str:
    """YAML with its letters as they are; escaped where PyYAML would write U+0085 in a way that nothing reads back."""
    return yaml.safe_dump(data, allow_unicode="\x85" not in json.dumps(data, ensure_ascii=False), **options)
