"""The README's Python examples run as they stand and print what it says."""

import re
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"


def test_examples_print_what_the_readme_says(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("sklearn", reason="the example trains on scikit-learn's digits")
    examples = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README.read_text(), re.DOTALL)
    assert len(examples) == 2
    scope: dict[str, object] = {}
    for program, expected in examples:
        exec(compile(program, str(README), "exec"), scope)
        printed = capsys.readouterr().out
        # Training rounds differently from one instruction set to another; the accuracy may differ by a few images.
        percent = re.compile(r"(\d+\.\d)%")
        assert percent.sub("%", printed) == percent.sub("%", expected)
        for found, said in zip(percent.findall(printed), percent.findall(expected), strict=True):
            assert abs(float(found) - float(said)) <= 1.5
