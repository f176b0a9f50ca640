"""Schedules of learning rates: PyTorch's numbers, resuming, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from schedule_cases import CASES, STEPS, optimizer_for, rates
from swiftgrad import nn, optim
from swiftgrad.optim import lr_scheduler

REFERENCE = json.loads((Path(__file__).parent / "reference" / "schedule_rates.json").read_text())


def optimizer(name: str = "SGD") -> Any:
    return optimizer_for(optim, name, lambda: nn.Parameter(sg.ones(1)))


@pytest.mark.parametrize("name", ["SGD", "AdamW"])
@pytest.mark.parametrize("case", CASES)
def test_the_rates_are_pytorchs(case: str, name: str) -> None:
    opt = optimizer(name)
    np.testing.assert_allclose(
        rates(opt, CASES[case](lr_scheduler, opt)), REFERENCE[f"{case}, {name}"], rtol=1e-11, atol=1e-18
    )


@pytest.mark.parametrize("case", CASES)
def test_a_schedule_goes_on_from_its_state(case: str) -> None:
    opt = optimizer()
    whole = rates(opt, CASES[case](lr_scheduler, opt))
    first = optimizer()
    schedule = CASES[case](lr_scheduler, first)
    rates(first, schedule, range(10))
    second = optimizer()
    other = CASES[case](lr_scheduler, second)
    second.load_state_dict(first.state_dict())
    other.load_state_dict(schedule.state_dict())
    assert other.last_epoch == schedule.last_epoch
    assert other.get_last_lr() == schedule.get_last_lr()
    assert rates(second, other, range(10, STEPS)) == whole[10:]


def test_pytorchs_state_loads() -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    theirs = optimizer_for(torch.optim, "SGD", lambda: torch.ones(1, requires_grad=True))
    schedule = CASES["restarts"](torch.optim.lr_scheduler, theirs)
    rates(theirs, schedule, range(7))
    ours = optimizer()
    continued = CASES["restarts"](lr_scheduler, ours)
    ours.load_state_dict(theirs.state_dict())
    continued.load_state_dict(schedule.state_dict())
    expected = rates(theirs, schedule, range(7, STEPS))
    np.testing.assert_allclose(rates(ours, continued, range(7, STEPS)), expected, rtol=1e-12)


def test_the_rate_before_any_schedule_is_in_the_group() -> None:
    opt = optimizer()
    assert "initial_lr" not in opt.param_groups[0]
    schedule = lr_scheduler.LinearLR(opt, 0.5, total_iters=2)
    assert [group["initial_lr"] for group in opt.param_groups] == schedule.base_lrs == [0.1, 0.2]
    assert [group["lr"] for group in opt.param_groups] == schedule.get_last_lr() == [0.05, 0.1]


def test_a_schedule_of_ones_own_writes_get_lr() -> None:
    class Halving(lr_scheduler.LRScheduler):
        def get_lr(self) -> list[float]:
            return [base / 2**self.last_epoch for base in self.base_lrs]

    opt = optimizer()
    schedule = Halving(opt)
    for step in range(4):
        assert schedule.last_epoch == step
        assert [group["lr"] for group in opt.param_groups] == [0.1 / 2**step, 0.2 / 2**step]
        schedule.step()
    with pytest.raises(TypeError, match="computed in Python"):
        lr_scheduler.ChainedScheduler([schedule])


def test_an_error_of_a_function_leaves_the_schedule_as_it_was() -> None:
    def fails(step: int) -> float:
        if step == 1:
            raise ZeroDivisionError("once")
        return 1.0

    opt = optimizer()
    schedule = lr_scheduler.LambdaLR(opt, fails)
    with pytest.raises(ZeroDivisionError, match="once"):
        schedule.step()
    assert schedule.last_epoch == 0
    assert schedule.get_last_lr() == [0.1, 0.2]


S = lr_scheduler


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda o: S.StepLR(o, 0), ValueError, "step_size must be positive, got 0"),
        (lambda o: S.StepLR(3, 1), TypeError, "optimizer"),
        (lambda o: S.ConstantLR(o, 2.0), ValueError, "factor"),
        (lambda o: S.LinearLR(o, 0.0), ValueError, "start_factor"),
        (lambda o: S.LinearLR(o, total_iters=0), ValueError, "total_iters"),
        (lambda o: S.PolynomialLR(o, 0), ValueError, "total_iters"),
        (lambda o: S.CosineAnnealingLR(o, 0), ValueError, "T_max"),
        (lambda o: S.CosineAnnealingWarmRestarts(o, 0), ValueError, "T_0"),
        (lambda o: S.CosineAnnealingWarmRestarts(o, 1, 0), ValueError, "T_mult"),
        (lambda o: S.OneCycleLR(o, 0.1), ValueError, "total_steps"),
        (lambda o: S.OneCycleLR(o, 0.1, epochs=2**62, steps_per_epoch=4), ValueError, "epochs"),
        (lambda o: S.OneCycleLR(o, [0.1, 0.2, 0.3], 10), ValueError, "1 or 2 values"),
        (lambda o: S.OneCycleLR(o, 0.1, 10, pct_start=1.5), ValueError, "pct_start"),
        (lambda o: S.OneCycleLR(o, 0.1, 10, anneal_strategy="steep"), ValueError, "steep"),
        (lambda o: S.OneCycleLR(optim.Adagrad([sg.ones(1)]), 0.1, 10), ValueError, "cycle_momentum"),
        (lambda o: S.LambdaLR(o, 0.5), TypeError, "function"),
        (lambda o: S.LambdaLR(o, lambda step: "half"), TypeError, "number"),
        (lambda o: S.LambdaLR(o, [lambda step: 1.0] * 3), ValueError, "3 functions for 2"),
        (lambda o: S.SequentialLR(o, [S.StepLR(o, 1)], [3]), ValueError, "milestones"),
        (lambda o: S.SequentialLR(o, [S.StepLR(o, 1)] * 3, [3, 2]), ValueError, "rising"),
        (lambda o: S.SequentialLR(optimizer(), [S.StepLR(o, 1)], []), ValueError, "another optimiser"),
        (lambda o: S.SequentialLR(o, [S.ReduceLROnPlateau(o)], []), ValueError, "ReduceLROnPlateau"),
        (lambda o: S.ChainedScheduler([]), ValueError, "no schedules"),
        (lambda o: S.ChainedScheduler([3]), TypeError, "int"),
        (lambda o: S.ReduceLROnPlateau(o, mode="least"), ValueError, "mode"),
        (lambda o: S.ReduceLROnPlateau(o, factor=1.0), ValueError, "factor"),
        (lambda o: S.ReduceLROnPlateau(o).step("low"), TypeError, "metrics"),
        (lambda o: S.StepLR(o, 1).load_state_dict({}), ValueError, "last_epoch"),
        (lambda o: S.ReduceLROnPlateau(o).load_state_dict({"last_epoch": 1}), ValueError, "best"),
    ],
)
def test_what_makes_no_sense_is_refused(make: Callable[[Any], Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        make(optimizer())


def test_more_steps_than_a_cycle_has_are_an_error() -> None:
    opt = optimizer()
    schedule = lr_scheduler.OneCycleLR(opt, 0.1, total_steps=3)
    for _ in range(3):
        schedule.step()
    before = [group["lr"] for group in opt.param_groups]
    with pytest.raises(ValueError, match="step 4 of a cycle of 3 steps"):
        schedule.step()
    assert [group["lr"] for group in opt.param_groups] == before


HUGE = 2**63 - 1


@pytest.mark.parametrize("period", [2**62, HUGE])
def test_a_period_may_be_as_long_as_it_likes(period: int) -> None:
    opt = optimizer()
    for make in (lr_scheduler.CosineAnnealingLR, lr_scheduler.CosineAnnealingWarmRestarts):
        schedule = make(opt, period)
        for _ in range(3):
            schedule.step()
        assert schedule.get_last_lr() == pytest.approx([0.1, 0.2])


@pytest.mark.parametrize(
    ("make", "state"),
    [
        (lambda o: S.StepLR(o, 2), {"last_epoch": HUGE}),
        (lambda o: S.StepLR(o, 2), {"last_epoch": -2}),
        (lambda o: S.SequentialLR(o, [S.StepLR(o, 1)], []), {"last_epoch": HUGE}),
        (lambda o: S.CosineAnnealingWarmRestarts(o, 2), {"T_cur": HUGE}),
        (lambda o: S.ReduceLROnPlateau(o), {"num_bad_epochs": HUGE}),
        (lambda o: S.ReduceLROnPlateau(o), {"cooldown_counter": -(2**63)}),
    ],
)
def test_counts_that_no_run_reaches_are_refused(make: Callable[[Any], Any], state: dict[str, int]) -> None:
    schedule = make(optimizer())
    before = schedule.state_dict()
    with pytest.raises(ValueError, match="state"):
        schedule.load_state_dict({**before, **state})
    assert schedule.state_dict() == before


def test_a_count_set_by_hand_is_checked() -> None:
    class Halves(lr_scheduler.LRScheduler):
        def get_lr(self) -> list[float]:
            return [rate / 2 for rate in self.base_lrs]

    schedule = Halves(optimizer())
    schedule.last_epoch = 4
    for count in (HUGE, -5):
        with pytest.raises(ValueError, match="last_epoch must be a count"):
            schedule.last_epoch = count
    assert schedule.last_epoch == 4


@pytest.mark.parametrize(
    "make",
    [
        lambda o: S.OneCycleLR(o, [0.1, 0.2], 10),
        lambda o: S.ReduceLROnPlateau(o, patience=0, min_lr=[0.0, 0.1]),
    ],
)
def test_a_group_that_came_after_the_schedule_is_an_error(make: Callable[[Any], Any]) -> None:
    opt = optimizer()
    schedule = make(opt)
    opt.add_param_group({"params": [sg.ones(1, requires_grad=True)], "lr": 1.0})
    with pytest.raises(ValueError, match="made for 2 parameter groups, the optimiser has 3"):
        for _ in range(3):
            schedule.step(*([1.0] if isinstance(schedule, lr_scheduler.ReduceLROnPlateau) else []))


def test_schedules_inside_each_other_have_a_limit() -> None:
    opt = optimizer()
    for wrap in (lambda inner: S.ChainedScheduler([inner]), lambda inner: S.SequentialLR(opt, [inner], [])):
        schedule: Any = S.ExponentialLR(opt, 0.5)
        with pytest.raises(ValueError, match="nested 500 deep at most"):
            for _ in range(600):
                schedule = wrap(schedule)
        schedule.step()
        assert schedule.last_epoch == 1
