"""Clicking a mark filters to it or opens its record, and the page scrolls over a chart."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.driver import PATIENCE, Server, arrive, chart_numbers, expect_query, expect_shown


def click_mark(page: Page, mark: Locator) -> None:
    """Click the middle of a mark: Plotly listens on a layer above its marks, so the mouse itself must move there."""
    expect(mark).to_be_visible(timeout=PATIENCE)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_bar_filters_to_its_year_and_kind(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at())
    meetings = chart_numbers(page)[0]
    years = list(meetings["x"])  # type: ignore[call-overload]
    assert meetings["name"] == "Meetings"
    assert meetings["y"][years.index(2021)] == 1  # type: ignore[index]
    bars = page.locator(".js-plotly-plot").first.locator(".barlayer .trace").first.locator(".point path")
    click_mark(page, bars.nth(years.index(2021)))
    expect_query(page, "", "?from=2021&to=2021&kind=meeting")
    expect_shown(page, "1 of 15 records")


def test_a_cell_filters_to_its_sector_and_year(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("sectors?from=2019&to=2024"))
    squares = page.locator(".js-plotly-plot").last.locator(".scatterlayer .trace").last.locator(".point")
    click_mark(page, squares.first)
    # The first filled square in the order of the sectors: political relations, 2021, the state visit.
    expect_query(page, "sectors", "?from=2021&to=2021&sector=political")
    expect_shown(page, "1 of 15 records")


def test_a_mark_opens_its_record_and_back_returns(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("timeline?sector=culture&kind=statement"))
    marks = page.locator(".js-plotly-plot").first.locator(".scatterlayer .point")
    expect(marks).to_have_count(2)
    click_mark(page, marks.first)
    expect_query(page, "record", "?sector=culture&kind=statement&id=ada-on-culture")
    expect(page.get_by_role("heading", name="Ada Ekson")).to_be_visible(timeout=PATIENCE)
    page.go_back()
    expect_shown(page, "2 of 15 records")
    expect(page.get_by_role("heading", name="Timeline by kind")).to_be_visible()


def test_a_title_in_the_table_opens_its_record(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("records?kind=initiative&sector=environment"))
    table = page.get_by_test_id("stDataFrame")
    expect(table.locator("canvas").first).to_be_visible(timeout=PATIENCE)
    box = table.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 290, box["y"] + 53)
    page.mouse.click(box["x"] + 290, box["y"] + 53)
    expect_query(page, "record", "?sector=environment&kind=initiative&id=clean-water")


def test_the_headline_opens_as_its_list(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at())
    page.get_by_role("link", name="Open the initiatives").click()
    expect_query(page, "records", "?kind=initiative")
    expect_shown(page, "5 of 15 records")


def test_the_wheel_scrolls_the_page_over_a_chart(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("sectors"))
    plot = page.locator(".js-plotly-plot").first
    expect(plot.locator(".main-svg").first).to_be_visible(timeout=PATIENCE)
    before = plot.evaluate("plot => [plot._fullLayout.xaxis.range, plot._fullLayout.yaxis.range].flat().join()")
    box = plot.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, 900)
    # The menu at the top has left the view: the page itself has moved.
    expect(page.locator(".st-key-menu")).not_to_be_in_viewport(timeout=PATIENCE)
    assert before == plot.evaluate("plot => [plot._fullLayout.xaxis.range, plot._fullLayout.yaxis.range].flat().join()")
