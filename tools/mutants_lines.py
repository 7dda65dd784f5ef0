"""A pytest plugin for `tools/mutants.py`: which test runs which line, kept in the file $SPEECHLINT_LINES."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest
from coverage import Coverage

# Before anything of the package is imported.
WATCH = Coverage(data_file=os.environ["SPEECHLINT_LINES"], source_pkgs=["speechlint"], config_file=False)
WATCH.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    WATCH.switch_context(item.nodeid)
    return (yield)


def pytest_unconfigure() -> None:
    WATCH.stop()
    WATCH.save()
