"""YAML text → plain text values and the lines they stand on; what is refused, where, and why."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders.yaml_files import MAX_BYTES, MAX_DEPTH, Raw, Refused, decode, parse_yaml
from tests.loaders.random_records import RECORDS, as_yaml, words


def refused(text: str) -> tuple[int, str, str]:
    with pytest.raises(Refused) as error:
        parse_yaml(text)
    return error.value.line, error.value.field, error.value.what


def test_every_scalar_stays_text() -> None:
    text = "a: NO\nb: 010\nc: 12:30\nd: 2024-02-30\ne: null\nf: ~\ng: 1e3\nh: =\ni: true\nj:\nk: '1'\n"
    data, _, duplicates = parse_yaml(text)
    assert list(data.values()) == ["NO", "010", "12:30", "2024-02-30", "null", "~", "1e3", "=", "true", "", "1"]
    assert duplicates == []


def test_lines_of_fields_and_of_the_nearest_part_around_them() -> None:
    data, lines, _ = parse_yaml("# a note\na: 1\nb:\n  - x\n  - c: 2\n    d:\n      - y\n")
    assert data == {"a": "1", "b": ["x", {"c": "2", "d": ["y"]}]}
    assert lines == {
        (): 1, ("a",): 2, ("b",): 3, ("b", 0): 4, ("b", 1): 5, ("b", 1, "c"): 5, ("b", 1, "d"): 6, ("b", 1, "d", 0): 7,
    }  # fmt: skip
    raw = Raw("place", "x.yaml", data, lines)
    assert [raw.line(where) for where in [("b", 1, "d"), ("b", 1, "missing"), ("b", 9), ("nowhere",)]] == [6, 5, 3, 1]


def test_a_duplicate_key_is_told_with_both_lines_and_the_first_stays() -> None:
    data, _, duplicates = parse_yaml("a: 1\nb:\n  - {c: 2, c: 3}\na: 4\n")
    assert data == {"a": "1", "b": [{"c": "2"}]}
    assert [found[:3] for found in duplicates] == [
        (3, "b.0.c", "given twice, first on line 3"),
        (4, "a", "given twice, first on line 1"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "field", "what"),
    [
        ("a: 1\n---\nb: 2\n", 2, "file", "two YAML documents where one belongs"),
        ("a:\n  - 1\n \t- 2\n", 3, "file", "a tab as indentation"),
        ("a: &x 1\n", 1, "a", "an anchor or alias (& or *)"),
        ("a: 1\nb:\n  c: *x\n", 3, "b.c", "an anchor or alias (& or *)"),
        ("a: !!python/name:os.system x\n", 1, "a", "a type tag (tag:yaml.org,2002:python/name:os.system)"),
        ("a: !!int 1\n", 1, "a", "a type tag (tag:yaml.org,2002:int)"),
        ("a: 1\n? [b, c]\n: 2\n", 2, "file", "a key that is not a word"),
        ("- a\n- b\n", 1, "file", "holds no fields"),
        ("just words\n", 1, "file", "holds no fields"),
        ("", 1, "file", "holds no fields"),
        ("# only a note\n", 1, "file", "holds no fields"),
        ("a: 1\nb: c: d\n", 2, "file", "not valid YAML: mapping values are not allowed in this context"),
    ],
)  # fmt: skip
def test_refused(text: str, line: int, field: str, what: str) -> None:
    assert refused(text) == (line, field, what)


def test_depth() -> None:
    allowed = "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse_yaml(allowed)[0] == {"a": [[[[[[[[]]]]]]]]}
    deeper = "a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    assert refused(deeper) == (1, "a", "nested more than 8 deep")
    # Deep enough to overflow a stack, had it been built before it was measured.
    assert refused("a: " + "[" * 50_000) == (1, "a", "nested more than 8 deep")


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert refused(bomb) == (1, "a", "an anchor or alias (& or *)")


def test_decode() -> None:
    assert decode("ə\n".encode(), 10) == ("ə\n", False)
    assert decode(b"\xef\xbb\xbfa", 10) == ("a", True)
    with pytest.raises(Refused, match="not UTF-8") as wrong:
        decode("a\nb\nş".encode("iso-8859-9"), 10)
    assert wrong.value.line == 3
    assert decode(b"x" * MAX_BYTES, MAX_BYTES)[0] == "x" * MAX_BYTES
    with pytest.raises(Refused, match=r"262,145 bytes is too large"):
        decode(b"x" * (MAX_BYTES + 1), MAX_BYTES)


# Signs that mean something to YAML, so that random texts are often well formed.
likely = st.text("ab:-[]{}&*!|>'\"# \n\t?,%@`\\x0~.", max_size=60)


@given(likely | st.text())
def test_any_text_is_fields_or_refused(text: str) -> None:
    try:
        data, lines, _ = parse_yaml(text)
    except Refused as error:
        assert 1 <= error.line <= text.count("\n") + text.count("\r") + 2
        assert error.field and error.what and error.mend
        return
    assert all(isinstance(key, str) for key in data)
    assert set(lines) >= {(key,) for key in data}


nested = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=8
)


def depth(node: Any) -> int:
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return 1 + max(map(depth, inner), default=0) if isinstance(node, (dict, list)) else 0


@given(
    st.dictionaries(words, nested, min_size=1, max_size=4).filter(lambda data: depth(data) <= MAX_DEPTH), st.booleans()
)
def test_round_trip(data: dict[str, Any], flow: bool) -> None:
    text = as_yaml(data, sort_keys=False, default_flow_style=flow)
    assert parse_yaml(text)[::2] == (data, [])


@pytest.mark.parametrize("kind", RECORDS)
@given(st.data())
def test_round_trip_of_records(kind: str, data: st.DataObject) -> None:
    record = data.draw(RECORDS[kind])
    assert parse_yaml(as_yaml(record))[0] == parse_yaml(yaml.safe_dump(record))[0] == record
