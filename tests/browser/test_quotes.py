"""Searching quotes as a reader does: type, read what was understood, narrow, open, take the citations along."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.driver import PATIENCE, Server, arrive, expect_query, expect_shown
from tests.browser.test_charts import click_mark


def ask(page: Page, query: str) -> None:
    box = page.get_by_label("Find in quotes", exact=True)
    box.fill(query)
    box.press("Enter")


def test_a_search_is_a_link_and_its_words_are_marked(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("quotes"))
    expect(page.get_by_text("4 quotes", exact=True)).to_be_visible(timeout=PATIENCE)
    ask(page, "ISIQ* OR Karasu OR дорога")
    expect_query(page, "quotes", "?find=ISIQ%2A+OR+Karasu+OR+%D0%B4%D0%BE%D1%80%D0%BE%D0%B3%D0%B0")
    marks = page.locator(".stMarkdownColoredBackground")
    expect(marks.filter(has_text="дорога")).to_have_count(1, timeout=PATIENCE)
    page.reload()
    expect(page.locator(".stMarkdownColoredBackground").filter(has_text="дорога")).to_have_count(1, timeout=PATIENCE)


def test_an_example_of_the_help_runs(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("quotes"))
    page.get_by_role("button", name="How to search").click()
    page.get_by_role("button", name="sector:culture").click()
    expect_query(page, "quotes", "?find=sector%3Aculture")
    expect(page.get_by_text("2 quotes", exact=True)).to_be_visible(timeout=PATIENCE)


def test_a_facet_narrows_to_what_it_said(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("quotes?find=energy+OR+дорога"))
    expect(page.get_by_text("2 quotes", exact=True)).to_be_visible(timeout=PATIENCE)
    page.get_by_text("By language (2)").click()
    page.get_by_role("button", name="Russian · 1").click()
    expect(page.get_by_text("1 quote", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-card-bolat-on-the-bridge")).to_be_visible()


def test_a_point_of_the_drift_opens_its_quotes(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("words?find=energy&as=time"))
    points = page.locator(".js-plotly-plot").first.locator(".scatterlayer .trace").first.locator(".point")
    # The years of the dated quotes: 2021 (two), 2022, 2024.
    expect(points).to_have_count(3, timeout=PATIENCE)
    click_mark(page, points.nth(1))
    expect_query(page, "quotes", "?from=2022&to=2022&find=energy")
    expect_shown(page, "4 of 15 records")
    expect(page.get_by_text("1 quote", exact=True)).to_be_visible(timeout=PATIENCE)


def test_results_leave_with_their_citations(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("quotes?find=energy+OR+дорога"))
    page.locator(".st-key-download-quotes button").first.click()
    with page.expect_download(timeout=60_000) as downloading:
        page.get_by_role("button", name="Citations (BibTeX, RIS, CSL-JSON)").click()
    with zipfile.ZipFile(io.BytesIO(Path(downloading.value.path()).read_bytes())) as archive:
        names = {name.split(".", 1)[1]: name for name in archive.namelist()}
        cited = json.loads(archive.read(names["csl.json"]))
        about = json.loads(archive.read(names["metadata.json"]))
        assert archive.read(names["bib"]).decode().count("@online{") == 2
        assert archive.read(names["ris"]).decode().count("TY  - ELEC") == 2
    assert {item["id"] for item in cited} == {"whyland-ministry-1", "third-research-1"}
    assert about["records"] == 2
    assert len(about["sources"]) == 2
    assert "energy" in about["filters"]
