"""What all tests share: the small made-up pair, and Hypothesis without a clock (a slow machine is no wrong answer)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from loaders.frames import Frames
from loaders.selection import Selection, View
from tests.made_up import small_frames

settings.register_profile("dyad", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("dyad")


@pytest.fixture(scope="session")
def small() -> Frames:
    """The frames of tests/pairs/small: shared by all tests, as pages share them, so never changed."""
    return small_frames()


@pytest.fixture(scope="session")
def everything(small: Frames) -> View:
    """The small pair under no filter."""
    return Selection().apply(small)
