"""Schedules of learning rates, made by the same lines for swiftgrad and PyTorch."""

from collections.abc import Callable
from typing import Any

STEPS = 25
VALUES = [3, 2, 1, 1, 1, 1, 0.99995, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 2, 2, 2, 2, 2, 2, 2, 2, 2]  # for plateaus


def warmup(step: int) -> float:
    return min(1.0, 0.1 * (step + 1))


def flutter(step: int) -> float:
    return 0.95 if step % 2 else 1.01


# Each takes the module with the schedules, and the optimiser.
CASES: dict[str, Callable[[Any, Any], Any]] = {
    "step": lambda s, o: s.StepLR(o, 3, gamma=0.5),
    "milestones": lambda s, o: s.MultiStepLR(o, [2, 5, 5, 9], gamma=0.3),
    "exponential": lambda s, o: s.ExponentialLR(o, 0.9),
    "constant": lambda s, o: s.ConstantLR(o, 0.25, total_iters=4),
    "linear": lambda s, o: s.LinearLR(o, 0.1, 0.8, 6),
    "polynomial": lambda s, o: s.PolynomialLR(o, 7, power=2.0),
    "cosine": lambda s, o: s.CosineAnnealingLR(o, 5, eta_min=0.01),
    "cosine to 0": lambda s, o: s.CosineAnnealingLR(o, T_max=12),
    "restarts": lambda s, o: s.CosineAnnealingWarmRestarts(o, 3, 2, eta_min=0.001),
    "one cycle": lambda s, o: s.OneCycleLR(o, 0.8, total_steps=STEPS),
    "one cycle, three phases": lambda s, o: s.OneCycleLR(
        o, [0.8, 0.4], epochs=5, steps_per_epoch=6, three_phase=True, anneal_strategy="linear", pct_start=0.4
    ),
    "one cycle of the rate alone": lambda s, o: s.OneCycleLR(
        o, 0.5, 30, cycle_momentum=False, div_factor=10.0, final_div_factor=100.0
    ),
    "lambda": lambda s, o: s.LambdaLR(o, warmup),
    "lambdas": lambda s, o: s.LambdaLR(o, [warmup, flutter]),
    "multiplicative": lambda s, o: s.MultiplicativeLR(o, flutter),
    "sequence": lambda s, o: s.SequentialLR(
        o, [s.LinearLR(o, 0.1, 1.0, 4), s.CosineAnnealingLR(o, 10), s.ExponentialLR(o, 0.5)], [4, 12]
    ),
    "sequence of others": lambda s, o: s.SequentialLR(o, [s.LambdaLR(o, warmup), s.StepLR(o, 2)], milestones=[3]),
    "chain": lambda s, o: s.ChainedScheduler([s.ConstantLR(o, 0.1, 3), s.ExponentialLR(o, 0.9)]),
    "plateau": lambda s, o: s.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1),
    "plateau of a largest value": lambda s, o: s.ReduceLROnPlateau(
        o, mode="max", factor=0.3, patience=1, threshold=0.01, threshold_mode="abs", min_lr=[0.01, 0.001]
    ),
}


def optimizer_for(optim: Any, name: str, parameter: Callable[[], Any]) -> Any:
    """An optimiser with two groups of different rates."""
    settings = {"momentum": 0.9} if name == "SGD" else {}
    groups = [{"params": [parameter()]}, {"params": [parameter()], "lr": 0.2}]
    return getattr(optim, name)(groups, lr=0.1, **settings)


def rates(optimizer: Any, schedule: Any, steps: range = range(STEPS)) -> list[list[float]]:
    """Rate and momentum of each group before each step."""
    rows = []
    for step in steps:
        momenta = [group["momentum"] if "momentum" in group else group["betas"][0] for group in optimizer.param_groups]
        rows.append([group["lr"] for group in optimizer.param_groups] + momenta)
        optimizer.step()
        if type(schedule).__name__ == "ReduceLROnPlateau":
            schedule.step(VALUES[step])
        elif step < STEPS - 1:
            schedule.step()
    return rows
