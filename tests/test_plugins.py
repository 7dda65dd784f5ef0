"""Whether anything installed may be a plugin: a look that never misses one."""

import sys
import zipfile
from pathlib import Path

import pytest

from speechlint.plugins import may_hold_plugins, plugin_folders

POINTS = "[console_scripts]\nacme = acme:main\n\n[speechlint.rules]\nacme = acme_rules:FOLDER\n"


@pytest.mark.parametrize(
    ("about", "points", "wanted"),
    [
        ("acme-1.0.dist-info", POINTS, True),
        ("acme.egg-info", POINTS, True),
        ("acme-1.0.dist-info", "[console_scripts]\nacme = speechlint.acme:main\n", False),
        ("acme-1.0.dist-info", None, False),
        ("acme", POINTS, False),
    ],
)
def test_a_folder_holds_plugins_when_a_package_says_so(
    tmp_path: Path, about: str, points: str | None, wanted: bool
) -> None:
    (tmp_path / about).mkdir()
    if points is not None:
        (tmp_path / about / "entry_points.txt").write_text(points, encoding="utf-8")
    assert may_hold_plugins(tmp_path) is wanted


def test_an_archive_may_hold_plugins_and_a_missing_folder_holds_none(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "acme.zip", "w").close()
    assert may_hold_plugins(tmp_path / "acme.zip")
    assert not may_hold_plugins(tmp_path / "missing")


def test_a_plugin_seen_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    about = tmp_path / "acme-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[speechlint.rules]\nacme = acme_of_tests:FOLDER\n", encoding="utf-8")
    (tmp_path / "acme_of_tests.py").write_text(f"FOLDER = {str(tmp_path)!r}\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert plugin_folders.__wrapped__() == (tmp_path,)
