"""Averages of the weights beside a training run."""

from typing import TYPE_CHECKING, Any

from ..optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from .callbacks import Callback
from .history import Row

if TYPE_CHECKING:
    from .history import History
    from .trainer import Trainer


class EMA(Callback):
    """Averages the weights of each network of a trainer while they train: `models`, an `AveragedModel` by name.

    decay is that of an exponential mean, average = decay * average + (1 - decay) * weight; None counts all updates the
    same, as stochastic weight averaging does. The weights are taken in after every so many updates from epoch
    `start_epoch` on, which counts from 1. With assign the networks have the averages when the training ends; batch
    norms then need `optim.swa_utils.update_bn`. A trainer's own `ema=` serves validation and samples during training;
    this serves several decays at once, late starts, and averages that are wanted beside the weights.
    """

    def __init__(
        self, decay: float | None = 0.999, start_epoch: int = 1, every_steps: int = 1, assign: bool = False
    ) -> None:
        if start_epoch < 1 or every_steps < 1:
            raise ValueError(f"EMA: start_epoch and every_steps must be 1 or more, got {start_epoch} and {every_steps}")
        self._function = None if decay is None else get_ema_multi_avg_fn(decay)
        self.start_epoch, self.every_steps, self.assign = start_epoch, every_steps, assign
        self.models: dict[str, AveragedModel] = {}

    def on_fit_begin(self, trainer: "Trainer") -> None:
        self.models = {
            name: AveragedModel(network, multi_avg_fn=self._function) for name, network in trainer.networks.items()
        }

    def on_batch_end(self, trainer: "Trainer", batch: int, losses: Row) -> None:
        if trainer.epoch + 1 >= self.start_epoch:
            for name, network in trainer.networks.items():
                self.models[name].update_parameters(network)

    def on_fit_end(self, trainer: "Trainer", history: "History") -> None:
        if self.assign:
            for name, network in trainer.networks.items():
                if int(self.models[name].n_averaged) > 0:
                    network.load_state_dict(self.models[name].module.state_dict())

    def state_dict(self) -> dict[str, Any]:
        return {name: model.state_dict() for name, model in self.models.items()}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        for name, state in state_dict.items():
            self.models[name].load_state_dict(state)
