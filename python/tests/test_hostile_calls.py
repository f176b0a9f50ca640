"""Calls drawn at random, of functions, objects and trainers, never end the process."""

import subprocess
import sys
from pathlib import Path

import pytest

CALLS = [("functions", 7), ("operators", 3), ("indexing", 4), ("objects", 4)]
TRAINING = [("trainers", 8), ("schedules", 3), ("loaders", 3)]


@pytest.mark.parametrize(
    ("program", "target", "seconds"),
    [*(("fuzz_calls.py", *case) for case in CALLS), *(("fuzz_training.py", *case) for case in TRAINING)],
)
def test_hostile_calls_never_end_the_process(program: str, target: str, seconds: float, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    script = Path(__file__).with_name(program)
    command = [sys.executable, str(script), target, str(seconds), "1", str(log)]
    try:
        result = subprocess.run(
            command, capture_output=True, text=True, timeout=seconds + 60, errors="replace", cwd=tmp_path
        )
    except subprocess.TimeoutExpired:
        pytest.fail(f"does not end: {last_line(log)}")
    assert result.returncode == 0, (
        f"status {result.returncode} in {last_line(log)}\n{result.stdout[-2000:]}\n{result.stderr[-4000:]}"
    )
    assert int(result.stdout) > 50


def last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    return lines[-1] if lines else "nothing was called"
