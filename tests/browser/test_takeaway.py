"""Each kind of file, downloaded in the browser and compared with what the screen shows."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.driver import PATIENCE, Server, arrive, chart_numbers

KINDS = ("Meetings", "Statements", "Initiatives")


def saved(page: Page, label: str, key: str = "records-by-year") -> tuple[str, bytes]:
    """Open the download control of a chart, press a button, and read the file. The page must not run again for it."""
    page.locator(f".st-key-download-{key} button").first.click()
    button = page.get_by_role("button", name=label, exact=True)
    with page.expect_download(timeout=60_000) as downloading:
        button.click()
    return downloading.value.suggested_filename, Path(downloading.value.path()).read_bytes()


@pytest.fixture
def chart(page: Page, small_server: Server) -> dict[str, dict[int, int]]:
    """What the first chart shows: {kind: {year: records}}."""
    arrive(page, small_server.at("?from=2019&to=2024"))
    expect(page.locator(".st-key-download-records-by-year")).to_be_visible(timeout=PATIENCE)
    traces = chart_numbers(page)
    return {str(t["name"]): dict(zip(t["x"], t["y"], strict=True)) for t in traces}  # type: ignore[call-overload]


def as_chart(table: pd.DataFrame) -> dict[str, dict[int, int]]:
    return {kind: dict(zip(table["year"].tolist(), table[kind].tolist(), strict=True)) for kind in KINDS}


def test_csv(page: Page, chart: dict[str, dict[int, int]]) -> None:
    name, content = saved(page, "CSV with metadata (zip)")
    assert name.startswith("dyad-records-by-year-2019-2024-")
    assert name.endswith(".zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        data, metadata = sorted(archive.namelist())
        table = pd.read_csv(archive.open(data))
        about = json.loads(archive.read(metadata))
    assert as_chart(table) == chart
    assert about["filters"] == "2019–2024"
    assert about["records"] == 11
    assert about["licence"].startswith("CC BY 4.0")
    assert "President of Exland: https://presidency.example.org/1" in about["sources"]


def test_excel(page: Page, chart: dict[str, dict[int, int]]) -> None:
    name, content = saved(page, "Excel")
    assert name.endswith(".xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["data", "about"]
    assert as_chart(pd.read_excel(io.BytesIO(content), sheet_name="data")) == chart


def test_json(page: Page, chart: dict[str, dict[int, int]]) -> None:
    name, content = saved(page, "JSON")
    assert name.endswith(".json")
    told = json.loads(content)
    assert as_chart(pd.DataFrame(told["rows"])) == chart
    assert told["about"]["title"] == "Records by year and kind"


def test_png(page: Page, chart: dict[str, dict[int, int]]) -> None:
    name, content = saved(page, "Picture (PNG)")
    assert name.endswith(".png")
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == (2200, 900)


def test_svg(page: Page, chart: dict[str, dict[int, int]]) -> None:
    name, content = saved(page, "Picture (SVG)")
    assert name.endswith(".svg")
    drawn = ElementTree.fromstring(content)
    words = " ".join(text for element in drawn.iter() if (text := (element.text or "").strip()))
    assert "Records by year and kind" in words
    assert "n = 11" in words
    for kind in chart:
        assert kind in words


def test_the_table_of_records(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("records?sector=culture"))
    _, content = saved(page, "JSON", key="records")
    rows = json.loads(content)["rows"]
    assert {row["Id"] for row in rows} == {
        "business-forum",
        "embassy-reception",
        "year-of-culture",
        "ada-on-culture",
        "joint-communique",
        "state-visit-retold",
    }
    assert [row["Counted"] for row in rows if row["Id"] == "state-visit-retold"] == [False]
    assert [row["Pages"] for row in rows if row["Id"] == "business-forum"] == ["https://agency.example.org/1"]
    assert json.loads(content)["about"]["address"].endswith("/records?sector=culture")


def test_a_download_does_not_run_the_page_again(page: Page, chart: dict[str, dict[int, int]]) -> None:
    page.evaluate(
        """() => {
            window.ran = 0;
            new MutationObserver(changes => changes.forEach(() => window.ran++)).observe(
                document.querySelector('[data-testid=stApp]'),
                {attributes: true, attributeFilter: ['data-test-script-state']});
        }"""
    )
    saved(page, "JSON")
    assert page.evaluate("window.ran") == 0
