"""The flat form of a record, one CSV row: how nested fields are written in columns.

- a list of words is one cell, joined by " | ":             sectors = `culture | education`
- a list of parts takes numbered columns, from 1:           participants.1.person, participants.1.role, steps.2.status
- names by language take one column each, joined by " | ":  names.ru = `Токаев | Касым-Жомарт Токаев`
A literal "|" inside a list is written `\\|`. An empty cell means that the field is absent.
"""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

from pydantic import BaseModel

_SPLIT = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"[0-9]{1,4}")
_DEPTH = 8  # no field lies deeper; a column of a thousand dots is one unknown field, not a thousand


def flatten(record: dict[str, Any]) -> dict[str, str]:
    """Nested text → {column: cell}. The inverse of `unflatten`."""
    cells: dict[str, str] = {}
    for field, value in record.items():
        _flatten(field, value, cells)
    return cells


def _flatten(column: str, value: Any, cells: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _flatten(f"{column}.{key}", inner, cells)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value, 1):
            _flatten(f"{column}.{number}", inner, cells)
    elif isinstance(value, list):
        cells[column] = " | ".join(item.replace("|", r"\|") for item in value)
    else:
        cells[column] = value


def unflatten(cells: dict[str, str], model: type[BaseModel]) -> dict[str, Any]:
    """{column: cell} → nested text, the model saying which columns hold lists. Unknown columns are kept as they are."""
    tree: dict[str, Any] = {}
    for column, cell in cells.items():
        if cell == "":
            continue
        parts = column.split(".", _DEPTH)
        node = tree
        for part in parts[:-1]:
            inner = node.setdefault(part, {})
            if not isinstance(inner, dict):  # `a` and `a.b` both given: leave the clash to the validator
                inner = node[part] = {}
            node = inner
        node[parts[-1]] = _items(cell) if _is_list(model, parts) else cell
    return {field: _numbered(value) for field, value in tree.items()}


def _items(cell: str) -> list[str]:
    return [item.strip().replace(r"\|", "|") for item in _SPLIT.split(cell) if item.strip()]


def _numbered(value: Any) -> Any:
    """{"1": {...}, "2": {...}} → [{...}, {...}], at every depth."""
    if not isinstance(value, dict):
        return value
    inner = {key: _numbered(item) for key, item in value.items()}
    if inner and all(_NUMBER.fullmatch(key) for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def _is_list(model: type[BaseModel], parts: list[str]) -> bool:
    """Whether the column is a cell of several words, by the model's own types."""
    annotation: Any = model
    for part in parts:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            field = annotation.model_fields.get(part)
            annotation = field.annotation if field else str
        elif get_origin(annotation) is dict:
            annotation = get_args(annotation)[1]
        elif get_origin(annotation) is list and _NUMBER.fullmatch(part):
            annotation = get_args(annotation)[0]
        else:
            return False
    return get_origin(annotation) is list
