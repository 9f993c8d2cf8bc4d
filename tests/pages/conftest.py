"""Pages run without a browser, on the small made-up pair."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.made_up import SMALL

HOME = SMALL.parents[3]
Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Run a page under filters: `open_page("explore/timeline", sector=["culture"])`."""
    monkeypatch.setenv("DYAD_DATA", str(SMALL.parent))

    def run(page: str, /, **query: list[str]) -> AppTest:
        test = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=60)
        if page != "explore/overview":
            test.switch_page(f"pages/{page}.py")
        for name, values in query.items():
            test.query_params[name.rstrip("_")] = values
        test.run()
        assert not test.exception, test.exception
        return test

    return run


def charts(test: AppTest) -> list[dict[str, Any]]:
    """The figures that a page drew, as Plotly's own JSON."""
    return [json.loads(element.proto.spec) for element in test.get("plotly_chart")]


def links(test: AppTest) -> list[str]:
    """The labels of all links to pages, in order."""
    return [element.proto.label for element in test.get("page_link")]


def bar_totals(figure: dict[str, Any], axis: str = "y") -> dict[str, float]:
    """{trace's name: sum of its bars}."""
    return {trace["name"]: sum(numbers(trace[axis])) for trace in figure["data"] if trace["type"] == "bar"}


def numbers(values: Any) -> list[float]:
    """Plotly packs whole arrays as base64; small ones stay lists."""
    if isinstance(values, dict):
        import base64

        import numpy as np

        return list(np.frombuffer(base64.b64decode(values["bdata"]), dtype=values["dtype"]))
    return list(values)
