"""Files that change or break while the dashboard runs, and folders that hold nothing."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.driver import PATIENCE, arrive, expect_query, expect_shown, serving


def interact(page: Page, title: str) -> None:
    """Any click makes the page look at its files again; going to another page is the plainest one."""
    page.locator(".st-key-menu").get_by_role("link", name=title).click()


def long_ago(path: Path) -> None:
    """Make a file look settled, so that a test need not wait until it is."""
    os.utime(path, (1_700_000_000 + path.stat().st_size, 1_700_000_000 + path.stat().st_size))


def test_an_edit_shows_at_the_next_interaction(page: Page, own_folder: Path) -> None:
    with serving(own_folder) as server:
        arrive(page, server.at("record?id=state-visit"))
        expect(page.get_by_role("heading", name="State visit to Exton")).to_be_visible(timeout=PATIENCE)
        path = own_folder / "xaa-xbb" / "meetings" / "state-visit.yaml"
        path.write_text(path.read_text("utf-8").replace("State visit to Exton", "State visit, corrected"), "utf-8")
        (path.parent / "2025-01-01-new-one.yaml").write_text(
            "title: New one\ndate: 2025-01-01\nlevel: expert\nform: other\nsources: [exland-agency-1]\n", "utf-8"
        )
        interact(page, "Overview")
        expect_shown(page, "16 of 16 records")
        expect(page.get_by_role("link", name="New one")).to_be_visible()
        expect(page.get_by_role("link", name="State visit, corrected")).to_be_visible()


def test_a_broken_file_costs_only_its_own_records(page: Page, own_folder: Path) -> None:
    path = own_folder / "xaa-xbb" / "meetings" / "state-visit.yaml"
    path.write_text("title: [unclosed\n", "utf-8")
    long_ago(path)
    with serving(own_folder) as server:
        arrive(page, server.at())
        expect_shown(page, "14 of 14 records")
        expect(page.get_by_text("1 record of 1 file is left out.")).to_be_visible()
        page.get_by_role("link", name="See what is wrong").click()
        expect_query(page, "problems", "")
        row = page.get_by_role("row").filter(has_text="xaa-xbb/meetings/state-visit.yaml")
        expect(row).to_contain_text("check quotes, colons and indentation here", timeout=PATIENCE)
        # The statement that was made there still shows, although its occasion does not.
        arrive(page, server.at("record?id=ada-on-culture"))
        expect(page.get_by_role("heading", name="Ada Ekson")).to_be_visible(timeout=PATIENCE)


@contextmanager
def being_written(path: Path) -> Iterator[None]:
    """A file that something goes on writing to: its time is now, however long this takes."""
    done = threading.Event()

    def touch() -> None:
        while not done.wait(0.1):
            os.utime(path)

    writer = threading.Thread(target=touch)
    writer.start()
    try:
        yield
    finally:
        done.set()
        writer.join()


def test_a_half_written_file_blanks_nothing(page: Page, own_folder: Path) -> None:
    searched = page.get_by_role("textbox", name="Find in quotes")
    with serving(own_folder) as server:
        arrive(page, server.at())
        expect_shown(page, "15 of 15 records")
        path = own_folder / "xaa-xbb" / "statements" / "other.csv"
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        with being_written(path):
            interact(page, "Quotes")
            # The page itself is there: what is shown is no longer that of the page before.
            expect(searched).to_be_visible(timeout=PATIENCE)
            expect(page.get_by_text("4 quotes", exact=True)).to_be_visible(timeout=PATIENCE)
            expect_shown(page, "15 of 15 records")
        long_ago(path)
        interact(page, "Overview")
        expect(page.get_by_text("left out.")).to_be_visible(timeout=PATIENCE)
        path.write_bytes(whole)
        interact(page, "Quotes")
        expect(searched).to_be_visible(timeout=PATIENCE)
        expect_shown(page, "15 of 15 records")
        expect(page.get_by_text("left out.")).to_have_count(0)


def test_a_missing_and_an_empty_folder_say_how_to_start(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "nowhere") as server:
        arrive(page, server.at())
        expect(page.get_by_role("heading", name="No records here yet")).to_be_visible(timeout=PATIENCE)
        pair = tmp_path / "nowhere" / "xaa-xbb"
        pair.mkdir(parents=True)
        (pair / "pair.yaml").write_text(
            "title: Exland and Whyland\nsides:\n  - {code: XAA, name: Exland, adjective: Exlandic}\n"
            "  - {code: XBB, name: Whyland, adjective: Whylandic}\n",
            "utf-8",
        )
        page.reload()
        expect(page.get_by_role("heading", name="No records here yet")).to_be_visible(timeout=PATIENCE)
        (pair / "sources.csv").write_text(
            "id,url,publisher,language,accessed,side,kind\nexample-1,https://example.org/1,Example,en,2026-11-23,third,press\n"
        )
        (pair / "meetings.csv").write_text(
            "id,title,date,level,form,sources\nfirst-meeting,First meeting,2024-03-11,official,other,example-1\n"
        )
        page.reload()
        expect_shown(page, "1 of 1 records")
