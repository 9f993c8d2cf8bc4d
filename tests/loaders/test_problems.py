"""A problem's one line, and the nearest name for a misspelt word."""

from __future__ import annotations

from loaders.problems import Problem, nearest


def test_the_line() -> None:
    problem = Problem("xaa-xbb/places.csv", 3, "country", "missing", "add it")
    assert str(problem) == "xaa-xbb/places.csv:3: country: missing: add it"
    assert problem.lost == 1


def test_in_the_order_of_files_and_lines() -> None:
    found = [Problem("b", 1, "x", "", ""), Problem("a", 10, "x", "", ""), Problem("a", 9, "z", "", "")]
    assert [(problem.path, problem.line) for problem in sorted(found)] == [("a", 9), ("a", 10), ("b", 1)]


def test_nearest() -> None:
    assert nearest("cultur", ["sport", "culture"]) == "did you mean “culture”?"
    assert nearest("zzz", ["b", "a", "a"]) == "use one of a, b"
    many = [f"name-{number:02}" for number in range(14)]
    assert nearest("zzz", many) == f"use one of {', '.join(many[:12])} … (14 in all)"
