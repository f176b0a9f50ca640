"""Every workload of the benchmark suite runs on swiftgrad and computes finite numbers."""

import math

import libraries
import pytest
from peers import Timing, dissenters
from worker import fingerprint
from workloads import WORKLOADS


@pytest.mark.parametrize("name", WORKLOADS)
def test_workload_runs(name: str) -> None:
    library = libraries.load("swiftgrad", 2)
    numbers = fingerprint(library, WORKLOADS[name].make(library)())
    assert numbers
    assert all(map(math.isfinite, numbers))
    assert WORKLOADS[name].flops >= 0


def test_other_losses_are_another_computation() -> None:
    ours = Timing(check=[2.0, 1.0, 0.5])
    same, other = Timing(check=[2.0, 1.0, 0.5001]), Timing(check=[2.0, 1.0, 0.6])
    assert dissenters({"swiftgrad": ours, "pytorch": same}) == []
    assert dissenters({"swiftgrad": ours, "pytorch": other}) == ["swiftgrad"]
    assert dissenters({"swiftgrad": ours, "pytorch": same, "compiled": other}) == ["compiled"]
    assert dissenters({"swiftgrad": ours, "pytorch": Timing(note="no such layer")}) == []
