"""The rules of the house, read from the imports: who may use whom, who draws, who speaks to the browser."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("loaders", "measures", "charts", "search", "exports", "widgets", "pages", "dashboard")
# Each room's own modules go without saying.
MAY_USE = {
    "loaders": set(),
    "measures": {"loaders"},
    "charts": set(),
    "search": {"loaders"},
    "exports": {"loaders"},
    "widgets": {"loaders", "measures", "charts", "search", "exports"},
    "pages": {"loaders", "measures", "charts", "search", "exports", "widgets"},
    "dashboard": {"loaders", "measures", "charts", "search", "exports", "widgets"},
}
# server.py is the process around dashboard.py: it starts Streamlit and holds no page.
SPEAK_STREAMLIT = {"pages", "widgets", "dashboard", "server"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def modules(room: str) -> list[Path]:
    return [ROOT / f"{room}.py"] if (ROOT / f"{room}.py").is_file() else sorted((ROOT / room).rglob("*.py"))


def imported(path: Path) -> list[str]:
    """The dotted name of everything that a module imports, at its top or inside a function."""
    names: list[str] = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # A relative import stays inside its own room, or leaves it in a way that nobody could read here.
            assert node.level == 0, f"{path}: write the import out in full"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


def everything() -> list[Path]:
    """Every module of the project's own: not those of an environment that lies inside the checkout."""
    top = [path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))]
    inside = [module for path in top if not (path / "pyvenv.cfg").exists() for module in path.rglob("*.py")]
    return sorted([*ROOT.glob("*.py"), *inside])


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_reading_finds_what_it_should() -> None:
    assert all(modules(room) for room in ROOMS)
    assert "loaders.selection.View" in imported(ROOT / "measures" / "activity.py")
    assert {"charts/timeline.py", "pages/explore/timeline.py", "dashboard.py", "tests/test_house.py"} <= set(
        map(short, everything())
    )


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_only_the_rooms_that_it_may(room: str) -> None:
    wrong = {short(path): roots(path) & set(ROOMS) - MAY_USE[room] - {room} for path in modules(room)}
    assert {path: rooms for path, rooms in wrong.items() if rooms} == {}


def test_nothing_imports_a_page_or_the_dashboard() -> None:
    assert [short(path) for path in everything() if roots(path) & {"pages", "dashboard"}] == []


def test_only_pages_and_what_surrounds_them_speak_streamlit() -> None:
    speaking = {short(path).split("/")[0].removesuffix(".py") for path in everything() if "streamlit" in roots(path)}
    assert speaking - {"tests"} <= SPEAK_STREAMLIT


def test_only_charts_draw() -> None:
    using = {short(path) for path in everything() if "plotly" in roots(path)}
    outside = {path for path in using if not path.startswith(("charts/", "tests/"))}
    # One writes the pictures of what charts drew; widgets name the type of what they are handed.
    assert {path for path in outside if not path.startswith("widgets/")} <= {"exports/pictures.py"}
    for path in outside:
        if path.startswith("widgets/"):
            names = [name for name in imported(ROOT / path) if name.startswith("plotly")]
            assert names == ["plotly.graph_objects"], path
            assert used_outside_annotations(tree(ROOT / path), "plotly.graph_objects") == [], path


def used_outside_annotations(module: ast.Module, name: str) -> list[int]:
    """The lines on which a module that was imported serves for more than the type of an argument or a result."""
    imports = [alias for node in ast.walk(module) if isinstance(node, ast.Import) for alias in node.names]
    called = {alias.asname or alias.name.split(".")[0] for alias in imports if alias.name == name}
    typing: set[int] = set()
    for node in ast.walk(module):
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if part is not None:
                typing |= {id(inner) for inner in ast.walk(part)}
    uses = (node for node in ast.walk(module) if isinstance(node, ast.Name) and node.id in called)
    return [node.lineno for node in uses if id(node) not in typing]


def test_the_reading_of_annotations_tells_a_type_from_a_use() -> None:
    text = (
        "import plotly.graph_objects as go\ndef f(a: go.Figure | None) -> go.Bar:\n    b: go.Bar\n    return go.Bar()\n"
    )
    assert used_outside_annotations(ast.parse(text), "plotly.graph_objects") == [4]


def test_no_room_asks_the_network() -> None:
    network = {"requests", "httpx", "urllib", "urllib3", "socket", "http", "aiohttp"}
    parts = [path for room in ROOMS for path in modules(room)]
    wrong = {short(path): roots(path) & network for path in parts}
    # Quoting an address is no request.
    for path in parts:
        if all(name.startswith("urllib.parse") for name in imported(path) if name.startswith("urllib")):
            wrong[short(path)] -= {"urllib"}
    assert {path: names for path, names in wrong.items() if names} == {}


def test_no_python_among_the_data() -> None:
    assert [short(path) for path in (ROOT / "data").rglob("*.py")] == []


def test_no_module_is_longer_than_five_hundred_lines() -> None:
    lengths = {short(path): len(path.read_text("utf-8").splitlines()) for path in everything()}
    assert {path: length for path, length in lengths.items() if length > 500} == {}


def test_every_module_says_what_it_holds() -> None:
    silent = [
        short(path) for path in everything() if path.read_text("utf-8").strip() and not ast.get_docstring(tree(path))
    ]
    assert silent == []
