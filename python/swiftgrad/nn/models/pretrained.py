"""`PretrainedModel`: what the models have in common that read and write Hugging Face's folders."""

import os
from typing import TYPE_CHECKING, Any, Self

from ... import _namespaces
from ..module import Module

_engine = _namespaces.internal("_pretrained")


@_namespaces.base("nn.models.PretrainedModel")
class PretrainedModel(Module):
    """Base of the models that read and write Hugging Face's folders: config.json, and model.safetensors or its shards.

    Nothing in a folder is executed.
    """

    if TYPE_CHECKING:

        def forward(self, *arguments: Any, **named: Any) -> Any: ...

        def load_pretrained(self, path: str | os.PathLike[str], strict: bool = True) -> None: ...

        def save_pretrained(self, path: str | os.PathLike[str]) -> None: ...

    @classmethod
    def from_pretrained(cls, path: str | os.PathLike[str], strict: bool = True, **settings: Any) -> Self:
        """A model with the configuration and the weights of a folder; `settings` replace arguments of the constructor.

        Weights that either side lacks are a RuntimeError unless strict is False, those of another shape always. The
        checkpoint can be of the body alone, or of another head with strict=False.
        """
        name = next((c.__name__ for c in cls.__mro__ if c.__module__ == "swiftgrad.nn.models"), cls.__name__)
        model = cls(**{**_engine.settings(name, path), **settings})
        model.load_pretrained(path, strict)
        return model
