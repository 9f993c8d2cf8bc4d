"""The view is in the address: filters, pages, refresh, Back and Forward, shared links, a restarted server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driver import (
    PAGES,
    PATIENCE,
    Server,
    arrive,
    choose,
    expect_query,
    expect_shown,
    free_port,
    serving,
    settled,
)

CULTURE_SINCE_2020 = "?from=2020&sector=culture"


def test_a_filter_goes_to_the_address_and_back_undoes_it(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at())
    expect_shown(page, "15 of 15 records")
    choose(page, "sectors", "Society › Culture")
    expect_shown(page, "5 of 15 records")
    expect_query(page, "", "?sector=culture")
    choose(page, "kinds", "Statements")
    expect_shown(page, "2 of 15 records")
    expect_query(page, "", "?sector=culture&kind=statement")
    page.go_back()
    expect_shown(page, "5 of 15 records")
    page.go_back()
    expect_shown(page, "15 of 15 records")
    page.go_forward()
    expect_shown(page, "5 of 15 records")
    expect_query(page, "", "?sector=culture")
    expect(page.get_by_test_id("stSidebar").get_by_text("Society › Culture")).to_be_visible()


def test_pages_and_refresh_keep_the_filter(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at(CULTURE_SINCE_2020))
    expect_shown(page, "4 of 15 records")
    for title in ("Timeline", "Sectors", "Quotes", "Records"):
        page.locator(".st-key-menu").get_by_role("link", name=title).click()
        expect_query(page, title.lower(), CULTURE_SINCE_2020)
        expect_shown(page, "4 of 15 records")
    page.reload()
    expect_shown(page, "4 of 15 records")
    page.go_back()
    expect_query(page, "quotes", CULTURE_SINCE_2020)
    expect_shown(page, "4 of 15 records")


def test_a_chip_removes_its_filter_and_reset_removes_all(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at(CULTURE_SINCE_2020))
    page.locator(".st-key-shown").get_by_role("button", name="Culture").click()
    expect_query(page, "", "?from=2020")
    expect_shown(page, "10 of 15 records")
    page.locator(".st-key-shown").get_by_role("button", name="Reset").click()
    expect_shown(page, "15 of 15 records")
    expect_query(page, "", "")


def test_a_shared_link_gives_the_same_view_elsewhere(
    contexts: Callable[..., BrowserContext], small_server: Server
) -> None:
    first = contexts().new_page()
    arrive(first, small_server.at("sectors"))
    choose(first, "sectors", "Society › Culture")
    first.get_by_role("button", name="Once in each sector").or_(
        first.get_by_role("radio", name="Once in each sector")
    ).first.click()
    expect_query(first, "sectors", "?sector=culture&count=whole")
    other = contexts().new_page()
    arrive(other, first.evaluate("location.href"))
    expect_shown(other, "5 of 15 records")
    expect(other.get_by_text("Each record counts once in each of its sectors").first).to_be_visible()


def test_a_link_with_values_that_are_gone_says_so(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("timeline?sector=cultur&person=nobody&from=1999-99"))
    expect(page.get_by_text("did you mean “culture”?")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("the person “nobody”, which is not in the data: it was ignored")).to_be_visible()
    expect(page.get_by_text("from=1999-99, which is not a year, month or day")).to_be_visible()
    expect_shown(page, "15 of 15 records")


def test_an_empty_result_says_which_filter_to_loosen(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("?sector=science&kind=statement"))
    expect_shown(page, "0 of 15 records")
    page.get_by_role("button", name="Science → 4 records").click()
    expect_shown(page, "4 of 15 records")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_as_the_first_link_after_a_start(page: Page, own_folder: Path, path: str) -> None:
    with serving(own_folder) as server:
        arrive(page, server.at(f"{path}{CULTURE_SINCE_2020}"))
        expect_shown(page, "4 of 15 records")
        expect_query(page, path, CULTURE_SINCE_2020)
        expect(page.get_by_text("Page not found")).to_have_count(0)


def test_a_restarted_server_gives_the_same_view(page: Page, own_folder: Path) -> None:
    port = free_port()
    with serving(own_folder, port) as server:
        arrive(page, server.at(f"records{CULTURE_SINCE_2020}"))
        expect_shown(page, "4 of 15 records")
    with serving(own_folder, port):
        page.reload()
        settled(page)
        expect_shown(page, "4 of 15 records")
        expect_query(page, "records", CULTURE_SINCE_2020)


def test_a_reader_filters_to_culture_since_2020_and_reads_where_it_comes_from(page: Page, real_server: Server) -> None:
    from loaders.frames import sources_of
    from loaders.selection import Selection
    from loaders.store import Store

    frames = Store(real_server.folder).get("aze-kaz")[1]
    view = Selection(first="2020", sectors=("culture",)).apply(frames)
    arrive(page, real_server.at(CULTURE_SINCE_2020))
    expect_shown(page, f"{view.n:,} of {view.total:,} records")
    page.locator(".st-key-record-list a").first.click()
    expect(page.get_by_role("heading", name="Sources")).to_be_visible(timeout=PATIENCE)
    ident = page.evaluate("new URLSearchParams(location.search).get('id')")
    assert ident in set(view.records["id"])
    source = frames.documents[sources_of(frames.documents[ident])[0]]
    expect(page.locator(f'a[href="{source.url}"]').first).to_be_visible()
