"""Random changes to images, in the engine: `Compose([RandomCrop(32, padding=4), RandomHorizontalFlip()])`.

As the `transform` of a `DataLoader` each sample of an epoch has random numbers of its own, whatever prepares the
batches. Called by itself, a transformation draws from the stream that `manual_seed` sets.
"""

from collections.abc import Sequence
from typing import Any

from .. import _core, _namespaces, _native


class _Native(_core.Object):
    pass


_engine = _native.methods("data.augment.Augmentation", _Native)


@_namespaces.base("data.augment.Augmentation")
class Augmentation(_Native):
    """Base of the transformations: `transform(images)` or `images, labels = transform(images, labels)`.

    Images are floats (N, channels, height, width), or one image without N; they come out as new float32 arrays.
    """

    def __call__(self, images: Any, *labels: Any) -> Any:
        single = getattr(images, "ndim", 0) == 3
        if single and labels:
            raise ValueError(f"{type(self).__name__}: labels belong to a batch of images (N, C, H, W)")
        batch = _engine.apply(self, [images[None] if single else images, *labels])
        if single:
            return batch[0][0]
        return tuple(batch) if labels else batch[0]

    def apply(self, batch: Sequence[Any], key: int, first: int) -> Sequence[Any]:
        """The arrays of a batch, whose sample i has the random numbers of the key and of first + i."""
        return _engine.apply(self, list(batch), key, first)  # type: ignore[no-any-return]


_namespaces.populate("data.augment", globals())
