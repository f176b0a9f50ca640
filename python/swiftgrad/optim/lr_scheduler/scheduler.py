"""`LRScheduler`: what all schedules of learning rates have in common. The arithmetic is the engine's."""

from typing import TYPE_CHECKING, Any

from ... import _core, _namespaces, _native
from ..optimizer import Optimizer


class _Native(_core.Object):
    pass


_engine = _native.methods("optim.lr_scheduler.LRScheduler", _Native)


@_namespaces.base("optim.lr_scheduler.LRScheduler")
class LRScheduler(_Native):
    """Base of all schedules of learning rates; call `step()` after the optimiser's.

    A schedule of one's own overrides `get_lr()`, which returns the rates of step `last_epoch`, one a group.
    """

    if TYPE_CHECKING:
        last_epoch: int

        def state_dict(self) -> dict[str, Any]: ...
        def load_state_dict(self, state_dict: dict[str, Any]) -> None: ...

    def __init__(self, optimizer: Optimizer) -> None:
        number = _namespaces.class_number("optim.lr_scheduler.LRScheduler")
        _core.construct(self, number, (optimizer,), {})
        self.last_epoch = -1
        self.step()

    def get_lr(self) -> list[float]:
        """The rates of step `last_epoch`, one a group. A schedule of one's own writes it."""
        raise NotImplementedError(f"{type(self).__name__} has no get_lr(); the rates are in get_last_lr()")

    def get_last_lr(self) -> list[float]:
        """The learning rates that were set last, one a group."""
        return list(_engine.get_last_lr(self))

    @property
    def base_lrs(self) -> list[float]:
        """The learning rates before any schedule, one a group."""
        return list(_engine.base_lrs(self))

    def step(self, *args: Any, **kwargs: Any) -> Any:
        """Sets the learning rates of the next step; takes no arguments, but for ReduceLROnPlateau's."""
        if args or kwargs:
            raise TypeError(f"{type(self).__name__}.step() takes no arguments")
        if type(self).get_lr is LRScheduler.get_lr:
            _engine.step(self)
            return
        self.last_epoch += 1
        _engine.set_rates(self, self.get_lr())


_native.hide(LRScheduler, "set_rates", "set_last_epoch")
