"""The records of the house themselves: every file under data/ loads without a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.audits import audit
from loaders.dataset import find_pairs, load_dataset
from loaders.files import find_files
from loaders.frames import Frames, build_frames
from loaders.model import FOLDERS
from loaders.selection import from_query
from tests.made_up import selections

DATA = Path(__file__).parents[2] / "data"
PAIRS = find_pairs(DATA)


def test_the_first_pair_is_there() -> None:
    assert "aze-kaz" in [pair.name for pair in PAIRS]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_no_problem_in_any_file(pair: Path) -> None:
    dataset = load_dataset(pair)
    assert [str(problem) for problem in dataset.problems] == []
    assert all(dataset.counts()[kind] > 0 for kind in ("meeting", "statement", "initiative", "source"))
    codes = [side.code for side in dataset.pair.sides]
    assert pair.name == "-".join(codes).lower()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_audits_find_nothing_that_is_not_marked_as_meant(pair: Path) -> None:
    assert [str(problem) for problem in audit(load_dataset(pair))] == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_no_file_is_overlooked(pair: Path) -> None:
    # A misspelt folder or ending would be passed over in silence. Documents for people may lie beside the records.
    seen = {path for _, path in find_files(pair)} | {pair / "pair.yaml"}
    others = [path for path in pair.rglob("*") if path.is_file() and path not in seen and path.suffix != ".md"]
    assert [path.relative_to(DATA).as_posix() for path in others] == []
    assert {path.name for path in pair.iterdir() if path.is_dir()} <= set(FOLDERS)


def test_no_folder_lacks_its_pair_file() -> None:
    folders = {path.name for path in DATA.iterdir() if path.is_dir()}
    assert folders == {pair.name for pair in PAIRS} | {"schema", "vocabularies"}


@pytest.fixture(scope="module")
def real() -> Frames:
    return build_frames(load_dataset(DATA / "aze-kaz"))


@settings(max_examples=25)
@given(st.data())
def test_any_selection_of_the_real_records_survives_its_address(real: Frames, data: st.DataObject) -> None:
    chosen = data.draw(selections(real))
    assert from_query(chosen.to_query(), real) == (chosen, [])
    view = chosen.apply(real)
    assert view.n + view.restated == len(view.records)


def test_every_word_of_a_real_title_finds_its_record(real: Frames) -> None:
    for row in real.records.iloc[::40].itertuples():
        chosen, notes = from_query({"q": [row.title[:200]]}, real)
        assert row.id in set(chosen.apply(real).records["id"]) or len(row.title) > 200
        assert notes == []
