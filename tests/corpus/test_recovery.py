"""Workers and the command itself killed in the middle: what the runs keep is what an undisturbed run keeps."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed")

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["dask", "local"])
def test_killing_a_worker_and_the_client_loses_and_doubles_nothing(tmp_path: Path, engine: str) -> None:
    sizes = ["--drafts", "200", "--size", "300", "--shard-size", "10"]
    command = [sys.executable, "-m", "benchmarks.archive", "recovery", *sizes, "--engine", engine]
    done = subprocess.run(
        [*command, "--folder", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "documents 199," in done.stdout
    assert "errors 1; lost 0, doubled 0, every row equal: True" in done.stdout
    assert "worker killed" in done.stdout
    assert "client killed" in done.stdout
