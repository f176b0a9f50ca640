"""`Embedding`: the layer of the engine, and how to make one from a table."""

from typing import TYPE_CHECKING, Self

from .. import _core, _namespaces
from .module import Module

if TYPE_CHECKING:
    from .._core import Tensor
    from .._types import DTypeLike, TensorLike


@_namespaces.base("nn.Embedding")
class Embedding(Module):
    """Rows of a trained table weight (num_embeddings, embedding_dim) by number.

    Integers of any shape give (..., embedding_dim). The table starts standard normal. The row padding_idx starts at
    zero and gets no gradient. With max_norm, rows of a larger norm_type-norm are scaled down to it, in place, when they
    are looked up. scale_grad_by_freq divides a row's gradient by how often the batch names it. Gradients are dense:
    sparse raises NotImplementedError.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            num_embeddings: int,
            embedding_dim: int,
            padding_idx: int | None = None,
            max_norm: float | None = None,
            norm_type: float = 2.0,
            scale_grad_by_freq: bool = False,
            sparse: bool = False,
            _weight: TensorLike | None = None,
            dtype: DTypeLike | None = None,
        ) -> None: ...

        def forward(self, input: TensorLike) -> Tensor: ...

    @classmethod
    def from_pretrained(
        cls,
        embeddings: "TensorLike",
        freeze: bool = True,
        padding_idx: int | None = None,
        max_norm: float | None = None,
        norm_type: float = 2.0,
        scale_grad_by_freq: bool = False,
        sparse: bool = False,
    ) -> Self:
        """An embedding with a given table (rows, size), whose memory it shares; not trained if `freeze`."""
        table = _core.asarray(embeddings).detach()
        if table.ndim != 2:
            raise ValueError(f"from_pretrained: expected a table (rows, size), got shape {table.shape}")
        rows, size = table.shape
        layer = cls(rows, size, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, _weight=table)
        layer.weight.requires_grad = not freeze
        return layer
