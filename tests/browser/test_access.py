"""Everyone can use it: small screens, the keyboard, and no serious finding of axe-core on any page, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driver import PAGES, PATIENCE, Server, arrive, choose, expect_query, expect_shown

VIEWS = (
    *(f"{path}?sector=culture" for path in PAGES if path != "record"),
    "record?id=state-visit",
    "record?id=railway",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(
    contexts: Callable[..., BrowserContext], small_server: Server, view: str, scheme: str
) -> None:
    page = contexts(scheme=scheme).new_page()
    arrive(page, small_server.at(view))
    expect(page.locator(".st-key-menu")).to_be_visible(timeout=PATIENCE)
    found = Axe().run(page).response["violations"]
    serious = {
        finding["id"]: [node["html"][:200] for node in finding["nodes"]]
        for finding in found
        if finding["impact"] in ("serious", "critical")
    }
    assert serious == {}


@pytest.mark.parametrize("view", VIEWS)
def test_a_small_screen_needs_no_sideways_scrolling(
    contexts: Callable[..., BrowserContext], small_server: Server, view: str
) -> None:
    page = contexts(width=390, height=844).new_page()
    arrive(page, small_server.at(view))
    expect(page.locator(".st-key-menu a").first).to_be_visible(timeout=PATIENCE)
    widths = page.evaluate("(m => [m.scrollWidth, m.clientWidth])(document.querySelector('[data-testid=stMain]'))")
    assert widths[0] <= widths[1]
    # The bar with the sidebar's button must not lie over the menu.
    menu = page.locator(".st-key-menu").bounding_box()
    bar = page.get_by_test_id("stExpandSidebarButton").bounding_box()
    assert menu is not None and bar is not None
    assert menu["y"] >= bar["y"] + bar["height"]


def test_filters_open_and_work_on_a_small_screen(contexts: Callable[..., BrowserContext], small_server: Server) -> None:
    page = contexts(width=390, height=844).new_page()
    arrive(page, small_server.at())
    page.get_by_test_id("stExpandSidebarButton").click()
    choose(page, "sectors", "Society › Culture")
    expect_query(page, "", "?sector=culture")


def test_the_keyboard_reaches_and_opens_a_record(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at("timeline?sector=culture&kind=statement"))
    expect_shown(page, "2 of 15 records")
    expect(page.locator(".st-key-record-list a")).to_have_count(2)
    page.get_by_label("Sort the list").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('.st-key-record-list')"):
            break
    page.keyboard.press("Enter")
    expect_query(page, "record", "?sector=culture&kind=statement&id=joint-communique")


def test_the_keyboard_sets_a_filter(page: Page, small_server: Server) -> None:
    arrive(page, small_server.at())
    page.get_by_test_id("stSidebar").get_by_label("Free text", exact=True).focus()
    page.keyboard.type("qarasu болат")
    page.keyboard.press("Enter")
    expect_shown(page, "0 of 15 records")
    page.get_by_test_id("stSidebar").get_by_label("Free text", exact=True).fill("қарасу болат")
    page.keyboard.press("Enter")
    expect_shown(page, "1 of 15 records")
