"""YAML as an editor's schema check reads it: the core types of YAML 1.2, in which `no` and `2024-03-11` are text."""

from __future__ import annotations

import re
from typing import Any

import yaml


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's loader is one of YAML 1.1; this one knows the four words and two shapes of number that 1.2 has."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


def _decimal(loader: Any, node: yaml.ScalarNode) -> int:
    # `010` is ten in YAML 1.2; the 1.1 constructor would make it eight.
    return int(loader.construct_scalar(node))


CoreLoader.add_constructor("tag:yaml.org,2002:int", _decimal)


def read_yaml(text: str) -> Any:
    return yaml.load(text, CoreLoader)
