"""The records in memory follow their files: only what changed is read again, and nothing half-written shows."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders import store as module
from loaders.files import FileResult, find_files
from loaders.store import SETTLING_SECONDS, Store
from tests.loaders.conftest import LONG_AGO
from tests.made_up import SMALL

NOW = LONG_AGO + 1000.0
# Every file of records, each once; pair.yaml holds none.
FILES = sorted(f"xaa-xbb/{path.relative_to(SMALL).as_posix()}" for _, path in find_files(SMALL))


class Clock(SimpleNamespace):
    """Stands in for `time`: it moves when a test says so."""

    now: float = NOW

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files read, in order, as messages show them."""
    names: list[str] = []
    load_file = module.load_file

    def counted(kind: str, path: Path, shown: str) -> FileResult:
        names.append(shown)
        return load_file(kind, path, shown)

    monkeypatch.setattr(module, "load_file", counted)
    return names


@pytest.fixture
def store(copy: Path, clock: Clock) -> Store:
    return Store(copy.parent)


def write(path: Path, text: str, changed: float) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, (changed, changed))


def people(store: Store) -> list[str]:
    return list(store.get("xaa-xbb")[1].registers["person"].index)


def test_pairs_and_none(store: Store) -> None:
    assert store.names() == ["xaa-xbb"]
    dataset, frames = store.get("xaa-xbb")
    assert (dataset.name, frames.name, dataset.version) == ("xaa-xbb", "xaa-xbb", frames.version)
    with pytest.raises(KeyError, match="xaa-xcc"):
        store.get("xaa-xcc")


def test_unchanged_files_are_not_read_again(store: Store, read: list[str]) -> None:
    first = store.get("xaa-xbb")
    assert sorted(read) == FILES
    read.clear()
    again = store.get("xaa-xbb")
    assert read == []
    assert again[0] is first[0] and again[1] is first[1]


def test_an_edit_shows_at_the_next_get_and_only_that_file_is_read(copy: Path, store: Store, read: list[str]) -> None:
    first = store.get("xaa-xbb")
    read.clear()
    path = copy / "people.csv"
    write(path, path.read_text("utf-8").replace("Ada Ekson", "Ada Ekdam"), LONG_AGO + 1)  # of the same size
    dataset, frames = store.get("xaa-xbb")
    assert read == ["xaa-xbb/people.csv"]
    assert frames.label("person", "ada-ekson") == "Ada Ekdam"
    assert dataset.version != first[0].version
    assert first[1].label("person", "ada-ekson") == "Ada Ekson"  # what pages hold does not change under them


def test_a_touched_file_is_read_but_builds_nothing_anew(copy: Path, store: Store, read: list[str]) -> None:
    first = store.get("xaa-xbb")
    read.clear()
    os.utime(copy / "people.csv", (LONG_AGO + 1, LONG_AGO + 1))
    assert store.get("xaa-xbb")[1] is first[1]
    assert read == ["xaa-xbb/people.csv"]


def test_a_new_file_and_a_removed_one(copy: Path, store: Store) -> None:
    assert len(store.get("xaa-xbb")[1].records) == 16
    (copy / "people").mkdir()
    write(copy / "people" / "dana-new.yaml", "name: Dana New\nside: XAA\n", NOW)
    assert people(store) == ["ada-ekson", "bolat-wye", "carla-third", "dana-new"]
    (copy / "people" / "dana-new.yaml").unlink()
    assert people(store) == ["ada-ekson", "bolat-wye", "carla-third"]
    (copy / "meetings" / "business-forum.yaml").unlink()
    # The forum goes, and with it the cable, whose first step it was.
    dataset, frames = store.get("xaa-xbb")
    assert "business-forum" not in set(frames.records["id"])
    assert [problem.path for problem in dataset.problems] == ["xaa-xbb/initiatives/more.csv"]


def test_the_pair_file_counts_too(copy: Path, store: Store) -> None:
    assert store.get("xaa-xbb")[1].side_name("XBB") == "Whyland"
    path = copy / "pair.yaml"
    write(path, path.read_text("utf-8").replace("name: Whyland", "name: Whyreland"), LONG_AGO + 1)
    assert store.get("xaa-xbb")[1].side_name("XBB") == "Whyreland"


HALF = "id,name,side\nada-ekson,Ada Ekson,XAA\nbolat-"


def test_a_half_written_file_keeps_the_old_records_until_it_settles(copy: Path, store: Store, clock: Clock) -> None:
    path = copy / "people.csv"
    store.get("xaa-xbb")
    write(path, HALF, NOW)
    assert people(store) == ["ada-ekson", "bolat-wye", "carla-third"]
    # Still within the time that a writer may need.
    clock.now = NOW + SETTLING_SECONDS - 0.01
    assert people(store) == ["ada-ekson", "bolat-wye", "carla-third"]
    assert store.get("xaa-xbb")[0].problems == ()
    # The file has not changed since: it is what it says, however little.
    clock.now = NOW + SETTLING_SECONDS
    dataset, _ = store.get("xaa-xbb")
    assert people(store) == ["ada-ekson"]
    assert "xaa-xbb/people.csv:3: row: 1 cells where the header has 3" in str(dataset.problems[-1])


def test_a_file_that_is_finished_in_time_never_shows_half(copy: Path, store: Store, clock: Clock) -> None:
    path = copy / "people.csv"
    whole = path.read_text("utf-8")
    store.get("xaa-xbb")
    write(path, HALF, NOW)
    assert len(people(store)) == 3
    write(path, whole + "dana-new,Dana New,XAA,,,\n", NOW + 1)
    clock.now = NOW + 1
    assert people(store) == ["ada-ekson", "bolat-wye", "carla-third", "dana-new"]


def test_a_file_that_shrank_long_ago_is_taken_at_once(copy: Path, store: Store) -> None:
    store.get("xaa-xbb")
    path = copy / "indicators.csv"
    write(path, "\n".join(path.read_text("utf-8").splitlines()[:2]), NOW - SETTLING_SECONDS)
    assert store.get("xaa-xbb")[1].indicators["id"].tolist() == ["trade-2021"]


def test_a_time_in_the_future_is_not_fresh_for_ever(copy: Path, store: Store) -> None:
    store.get("xaa-xbb")
    path = copy / "indicators.csv"
    write(path, "\n".join(path.read_text("utf-8").splitlines()[:2]), NOW + 86_400)
    assert store.get("xaa-xbb")[1].indicators["id"].tolist() == ["trade-2021"]


def test_a_fresh_file_that_grew_or_was_new_is_taken_at_once(copy: Path, store: Store) -> None:
    path = copy / "indicators.csv"
    write(path, path.read_text("utf-8"), NOW)
    assert len(store.get("xaa-xbb")[1].indicators) == 4  # read for the first time: there is nothing older to keep
    write(
        path, path.read_text("utf-8") + "trade-2022,trade-turnover,Trade,2022,7,USD million,,,,,,exland-agency-1\n", NOW
    )
    assert store.get("xaa-xbb")[1].indicators["value"].tolist() == [-3.0, 12.5, 14.0, 900.0, 7.0]


def test_many_readers_at_once_load_each_file_once(store: Store, read: list[str]) -> None:
    found: list[object] = []
    start = threading.Barrier(8)

    def reader() -> None:
        start.wait()
        found.append(store.get("xaa-xbb")[1])

    threads = [threading.Thread(target=reader) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len({id(frames) for frames in found}) == 1
    assert sorted(read) == FILES
