"""`speechlint serve`: says where the page is, opens it, and ends without a word."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from web_server import until

from speechlint.cli import cli

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal here")


def heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def started(folder: Path, *options: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and the address it says."""
    command = [sys.executable, "-m", "speechlint", "serve", "--port", "0", *options]
    with subprocess.Popen(
        command,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(folder), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        # A shell that runs the tests behind itself has them ignore Ctrl-C, and what they start would too.
        preexec_fn=heed_interrupts,
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            yield process, next((word for word in line.split() if word.startswith("http://")), "").partition("（")[0]
        finally:
            process.kill()


@pytest.mark.parametrize("asked", [True, False], ids=["after a request", "at once"])
def test_ctrl_c_ends_it_and_leaves_nothing(tmp_path: Path, asked: bool) -> None:
    with started(tmp_path, "--no-browser") as (process, address):
        if asked:
            with urllib.request.urlopen(address) as page:
                assert page.status == 200
        # A terminal sends it to every process of the group.
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert (out, err, process.returncode) == ("", "", 0)
    assert list(tmp_path.iterdir()) == []


def test_the_browser_is_opened_at_the_page(tmp_path: Path) -> None:
    opened, program = tmp_path / "opened", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > {opened}.part && mv {opened}.part {opened}\n', encoding="utf-8")
    program.chmod(0o700)
    with started(tmp_path, BROWSER=f"{program} %s") as (_, address):
        until(opened.exists)
        assert opened.read_text(encoding="utf-8").strip() == address


def test_elsewhere_it_needs_the_token_it_says(tmp_path: Path) -> None:
    with started(tmp_path, "--no-browser", "--host", "0.0.0.0", "--lang", "en") as (_, address):
        assert "?token=" in address
        port = address.partition("?")[0].rstrip("/").rpartition(":")[2]
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/")
        assert (refused.value.code, b"token" in refused.value.read()) == (401, True)


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(cli, ["serve", "--no-browser", "--port", port])
    assert done.exit_code == 2
    assert port in done.stderr
    assert "--port 0" in done.stderr


def test_a_wrong_configuration_is_told_before_anything_is_served(tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_text('select = ["typos"]\n', encoding="utf-8")
    with started(tmp_path, "--no-browser", "--config", str(tmp_path / "speechlint.toml")) as (process, address):
        _, err = process.communicate(timeout=60)
        assert (address, process.returncode) == ("", 2)
        assert "typos" in err
        assert "Traceback" not in err


def test_without_its_libraries_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "speechlint.web.server", raising=False)
    done = CliRunner().invoke(cli, ["serve", "--no-browser"])
    assert done.exit_code == 2
    assert "speechlint[web]" in done.stderr
