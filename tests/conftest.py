"""Fixtures and flags that every test may use."""

from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--word-cases", type=int, default=0, help="how many damaged Word files to try")
    parser.addoption(
        "--web-cases", type=int, default=25, help="how many requests to make up for each route of the page"
    )
    parser.addoption("--update-golden", action="store_true", help="write golden files from what is seen now")


@pytest.fixture(autouse=True)
def cache_apart(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves anything in the user's own cache."""
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def shared() -> Path:
    """Real drafts, clean text and Word files kept beside the repository; tests skip without them."""
    if not SHARED.is_dir():
        pytest.skip("the shared drafts are not beside the repository")
    return SHARED
