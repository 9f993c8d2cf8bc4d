"""JSON Schemas for editors, generated from the model."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from loaders.model import KINDS, Pair


def schemas() -> dict[str, str]:
    """{file name: text} of every schema. `id` is optional there, as the file's name gives it."""
    models: dict[str, type[BaseModel]] = {**KINDS, "pair": Pair}
    return {f"{kind}.schema.json": _schema(kind, model) for kind, model in models.items()}


def _schema(kind: str, model: type[BaseModel]) -> str:
    schema = model.model_json_schema()
    schema["required"] = [name for name in schema["required"] if name != "id"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.capitalize()}
    return json.dumps(head | {k: v for k, v in schema.items() if k != "title"}, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8")
