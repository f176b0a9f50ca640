"""Augmentation: what each transformation does, and that its numbers depend on seed, epoch and sample alone."""

import colorsys
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data
from swiftgrad.data import augment

IMAGES = np.random.default_rng(0).uniform(size=(16, 3, 9, 7)).astype(np.float32)
LABELS = np.arange(16) % 5


def array(tensor: Any) -> np.ndarray:
    return np.asarray(tensor)


def seeded(transform: Any, *batch: Any) -> Any:
    sg.manual_seed(0)
    return transform(*batch)


def test_flips() -> None:
    np.testing.assert_array_equal(augment.RandomHorizontalFlip(1.0)(IMAGES), IMAGES[..., ::-1])
    np.testing.assert_array_equal(augment.RandomVerticalFlip(1.0)(IMAGES), IMAGES[:, :, ::-1])
    np.testing.assert_array_equal(augment.RandomHorizontalFlip(0.0)(IMAGES), IMAGES)
    flipped = array(seeded(augment.RandomHorizontalFlip(0.5), np.repeat(IMAGES, 40, axis=0)))
    mirrored = [
        (image == original[..., ::-1]).all() for image, original in zip(flipped, np.repeat(IMAGES, 40, 0), strict=True)
    ]
    assert 0.4 < np.mean(mirrored) < 0.6
    np.testing.assert_array_equal(augment.RandomVerticalFlip(1.0)(IMAGES[0]), IMAGES[0, :, ::-1])


def test_crops_are_windows_of_the_padded_image() -> None:
    crops = array(seeded(augment.RandomCrop((5, 6), padding=2, fill=0.5), IMAGES))
    assert crops.shape == (16, 3, 5, 6)
    padded = np.pad(IMAGES, ((0, 0), (0, 0), (2, 2), (2, 2)), constant_values=0.5)
    places = set()
    for crop, image in zip(crops, padded, strict=True):
        windows = np.lib.stride_tricks.sliding_window_view(image, (5, 6), axis=(1, 2))
        found = np.argwhere((windows == crop[:, None, None]).all(axis=(0, 3, 4)))
        assert len(found) >= 1
        places.add(tuple(found[0]))
    assert len(places) > 8
    whole = augment.RandomCrop((9, 7))
    np.testing.assert_array_equal(whole(IMAGES), IMAGES)


def test_rotation_is_pytorchs() -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    for degrees, scale, shift in ((30, 1.0, 0.0), (-77.5, 1.0, 0.0), (90, 1.0, 0.0), (10, 1.5, 0.0)):
        images = IMAGES[:, :, :7]
        transform = augment.RandomAffine((degrees, degrees), scale=(scale, scale), translate=shift)
        angle = np.deg2rad(degrees)
        # From output to input, in normalised coordinates of a square image; y points down.
        matrix = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0]]) / scale
        theta = torch.tensor(np.repeat(matrix[None], 16, 0), dtype=torch.float32)
        grid = torch.nn.functional.affine_grid(theta, images.shape, align_corners=True)
        expected = torch.nn.functional.grid_sample(torch.tensor(images), grid, align_corners=True)
        np.testing.assert_allclose(transform(images), expected, atol=2e-5)


def test_rotation_by_hand() -> None:
    square = IMAGES[:, :, :7]
    np.testing.assert_allclose(augment.RandomRotation((90, 90))(square), np.rot90(square, axes=(2, 3)), atol=1e-5)
    np.testing.assert_allclose(augment.RandomRotation((180, 180))(IMAGES), IMAGES[:, :, ::-1, ::-1], atol=1e-5)
    np.testing.assert_array_equal(augment.RandomRotation(0)(IMAGES), IMAGES)
    turned = array(seeded(augment.RandomRotation(20), IMAGES))
    assert len({image.tobytes() for image in turned}) == 16
    ones = array(augment.RandomAffine(0, translate=1.0)(np.ones((64, 1, 8, 8), np.float32)))
    assert 0.1 < ones.mean() < 0.5


def test_colour_jitter() -> None:
    half = 0.35 + 0.3 * IMAGES
    brighter = array(seeded(augment.ColorJitter(brightness=0.5), half))
    factors = (brighter / half).reshape(16, -1)
    np.testing.assert_allclose(factors, factors[:, :1].repeat(factors.shape[1], 1), rtol=1e-4)
    assert (factors[:, 0] >= 0.5).all() and (factors[:, 0] <= 1.5).all() and factors[:, 0].std() > 0.1
    weights = np.array([0.2989, 0.587, 0.114], np.float32).reshape(1, 3, 1, 1)
    grey = (half * weights).sum(1, keepdims=True)
    contrast = array(seeded(augment.ColorJitter(contrast=0.3), half))
    mean = grey.mean((2, 3), keepdims=True)
    factors = ((contrast - mean) / (half - mean)).reshape(16, -1)
    np.testing.assert_allclose(np.median(factors, 1)[:, None].repeat(10, 1), factors[:, :10], rtol=2e-2)
    saturated = array(seeded(augment.ColorJitter(saturation=0.4), half))
    np.testing.assert_allclose((saturated * weights).sum(1, keepdims=True), grey, atol=1e-3)
    assert array(seeded(augment.ColorJitter(0.9, 0.9, 0.9), IMAGES)).max() <= 1
    np.testing.assert_array_equal(augment.ColorJitter()(IMAGES), IMAGES)


def hsv(image: np.ndarray) -> np.ndarray:
    """Hue, saturation and value of the pixels of an image (3, H, W), by the standard library."""
    return np.array([colorsys.rgb_to_hsv(*map(float, pixel)) for pixel in image.reshape(3, -1).T])


def test_the_hue_is_turned_and_the_rest_stays() -> None:
    turned = array(seeded(augment.ColorJitter(hue=0.3), IMAGES))
    turns = []
    for before, after in zip(IMAGES, turned, strict=True):
        old, new = hsv(before), hsv(after)
        np.testing.assert_allclose(new[:, 1:], old[:, 1:], atol=1e-5)
        turn = (new[:, 0] - old[:, 0] + 0.5) % 1 - 0.5
        seen = old[:, 1] * old[:, 2] > 0.1  # where there is a colour
        np.testing.assert_allclose(turn[seen], np.median(turn[seen]), atol=1e-4)
        turns.append(np.median(turn[seen]))
    assert np.abs(turns).max() <= 0.3 + 1e-4 and np.std(turns) > 0.08
    grey = np.full((2, 3, 4, 4), 0.5, np.float32)
    np.testing.assert_array_equal(augment.ColorJitter(hue=0.5)(grey), grey)
    single = IMAGES[:, :1].copy()
    np.testing.assert_array_equal(augment.ColorJitter(hue=0.5)(single), single)


def test_the_turned_colours_are_the_standard_librarys() -> None:
    """Also where channels are equal or at their limits. The formula is torchvision's adjust_hue."""
    images = np.concatenate([IMAGES, IMAGES.round(), np.tile(IMAGES[:, :1], (1, 3, 1, 1))])
    turned = array(seeded(augment.ColorJitter(hue=0.5), images))
    for before, after in zip(images[:32], turned[:32], strict=True):
        old, new = hsv(before), hsv(after)
        coloured = old[:, 1] * old[:, 2] > 0.1
        turn = np.median((new[coloured, 0] - old[coloured, 0]) % 1)
        expected = [colorsys.hsv_to_rgb((h + turn) % 1, s, v) for h, s, v in old]
        np.testing.assert_allclose(after.reshape(3, -1).T, expected, atol=2e-4)
    np.testing.assert_array_equal(turned[32:], images[32:])


def test_cutout_and_normalise() -> None:
    cut = array(seeded(augment.Cutout(4, p=1.0, fill=-1), IMAGES))
    holes = cut == -1
    assert (holes[:, 0] == holes[:, 1]).all()
    for hole, image, original in zip(holes[:, 0], cut, IMAGES, strict=True):
        rows, columns = np.flatnonzero(hole.any(1)), np.flatnonzero(hole.any(0))
        assert hole.sum() == len(rows) * len(columns) and 2 <= len(rows) <= 4 and 2 <= len(columns) <= 4
        np.testing.assert_array_equal(image[:, ~hole], original[:, ~hole])
    np.testing.assert_array_equal(augment.Cutout(4, p=0.0)(IMAGES), IMAGES)
    mean, std = (0.1, 0.2, 0.3), (1.0, 2.0, 0.5)
    expected = (IMAGES - np.reshape(mean, (1, 3, 1, 1))) / np.reshape(std, (1, 3, 1, 1))
    np.testing.assert_allclose(augment.Normalize(mean, std)(IMAGES), expected, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(augment.Normalize(0.5, 0.25)(IMAGES), (IMAGES - 0.5) / 0.25, rtol=1e-5)


@pytest.mark.parametrize("alpha", [0.2, 1.0, 3.0])
def test_mixup(alpha: float) -> None:
    images = np.zeros((4000, 1, 1, 1), np.float32)
    images[:2000] = 1
    labels = (np.arange(4000) < 2000).astype(np.int64)
    mixed, shares = seeded(augment.Mixup(2, alpha), images, labels)
    np.testing.assert_allclose(array(mixed)[:, 0, 0, 0], array(shares)[:, 1], atol=1e-6)
    np.testing.assert_allclose(array(shares).sum(1), 1, atol=1e-6)
    others = np.where(labels == 1, array(shares)[:, 0], array(shares)[:, 1])
    weights = 1 - others[others > 0]  # those with a partner of the other class
    # Beta(a, a) has the variance 1 / (4 (2 a + 1)).
    assert abs(weights.mean() - 0.5) < 0.03
    assert abs(weights.var() * 4 * (2 * alpha + 1) - 1) < 0.1


def test_cutmix_shares_are_the_areas() -> None:
    images = np.broadcast_to(np.arange(32, dtype=np.float32).reshape(32, 1, 1, 1), (32, 2, 12, 10))
    mixed, shares = seeded(augment.CutMix(32, 1.0), images, np.arange(32))
    changed = 0
    for number, (image, share) in enumerate(zip(array(mixed), array(shares), strict=True)):
        values, counts = np.unique(image, return_counts=True)
        for value, count in zip(values, counts, strict=True):
            assert share[int(value)] == pytest.approx(count / image.size, abs=1e-6)
        assert number in values or share[number] == 0
        changed += len(values) > 1
    assert changed > 20
    soft = np.eye(32, dtype=np.float32)
    again, same = seeded(augment.CutMix(32, 1.0), images, soft)
    np.testing.assert_array_equal(array(again), array(mixed))
    np.testing.assert_array_equal(array(same), array(shares))


def pipeline() -> augment.Augmentation:
    return augment.Compose(
        [
            augment.RandomCrop((9, 7), padding=2),
            augment.RandomHorizontalFlip(),
            augment.RandomAffine(10, translate=(0.1, 0.1), scale=(0.9, 1.1), shear=5),
            augment.ColorJitter(0.2, 0.2, 0.2),
            augment.Cutout(3),
            augment.Normalize(0.5, 0.5),
        ]
    )


def test_numbers_follow_from_seed_epoch_and_sample() -> None:
    class Samples:
        def __len__(self) -> int:
            return 16

        def __getitem__(self, i: int) -> Any:
            return IMAGES[i], int(LABELS[i])

    def epochs(source: Any, **settings: Any) -> list[bytes]:
        loader = data.DataLoader(source, shuffle=True, seed=4, transform=pipeline(), **settings)
        return [b"".join(array(x).tobytes() for x, _ in loader) for _ in range(2)]

    arrays = data.ArrayDataset(IMAGES, LABELS)
    threads, expected = sg.get_num_threads(), epochs(arrays, batch_size=5)
    assert expected[0] != expected[1]
    assert epochs(arrays, batch_size=3) == expected
    assert epochs(Samples(), batch_size=5) == expected
    for workers in (1, 2, 5):
        assert epochs(arrays, batch_size=5, num_workers=workers) == expected
        assert epochs(Samples(), batch_size=4, num_workers=workers, prefetch=1) == expected
    try:
        for count in (1, 2, 4):
            sg.set_num_threads(count)
            assert epochs(arrays, batch_size=16) == expected
    finally:
        sg.set_num_threads(threads)


def test_alone_it_follows_the_seed() -> None:
    transform = pipeline()
    first, second = array(seeded(transform, IMAGES)), array(transform(IMAGES))
    assert (first != second).any()
    np.testing.assert_array_equal(first, array(seeded(transform, IMAGES)))
    float64 = seeded(transform, IMAGES.astype(np.float64))
    assert float64.dtype == sg.float32
    np.testing.assert_array_equal(array(seeded(transform, IMAGES[:, :, ::-1].copy()[:, :, ::-1])), first)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: augment.RandomHorizontalFlip(1.5), ValueError, "p must lie"),
        (lambda: augment.RandomHorizontalFlip(float("nan")), ValueError, "p must lie"),
        (lambda: augment.RandomCrop(0), ValueError, "size"),
        (lambda: augment.RandomCrop((1, 2, 3)), ValueError, "size"),
        (lambda: augment.RandomCrop(2**62), ValueError, "size"),
        (lambda: augment.RandomCrop(3, padding=-1), ValueError, "padding"),
        (lambda: augment.RandomCrop(30)(IMAGES), ValueError, "does not fit images of 9 x 7"),
        (lambda: augment.RandomRotation((5, -5)), ValueError, "degrees"),
        (lambda: augment.RandomRotation(float("inf")), ValueError, "degrees"),
        (lambda: augment.RandomAffine(0, scale=(0.0, 1.0)), ValueError, "scale"),
        (lambda: augment.RandomAffine(0, shear=90), ValueError, "shear"),
        (lambda: augment.RandomAffine(0, translate=2.0), ValueError, "translate"),
        (lambda: augment.RandomAffine("far"), TypeError, "degrees"),
        (lambda: augment.ColorJitter(-0.1), ValueError, "negative"),
        (lambda: augment.Cutout(-4), ValueError, "size"),
        (lambda: augment.Normalize((0.1, 0.2), (1.0,)), ValueError, "channel"),
        (lambda: augment.Normalize(0.0, 0.0), ValueError, "std"),
        (lambda: augment.Normalize((0.1, 0.2), (1.0, 1.0))(IMAGES), ValueError, "2 means for images of 3"),
        (lambda: augment.Mixup(3, 0.0), ValueError, "alpha"),
        (lambda: augment.Mixup(0, 1.0), ValueError, "num_classes"),
        (lambda: augment.Mixup(3, 1.0)(IMAGES, LABELS), ValueError, "label 3 is not one of 3"),
        (lambda: augment.CutMix(5, 1.0)(IMAGES), ValueError, "images and labels"),
        (lambda: augment.CutMix(5, 1.0)(IMAGES, LABELS[:3]), ValueError, "expected class numbers"),
        (lambda: augment.Compose([3]), TypeError, "int"),
        (lambda: augment.Augmentation(), TypeError, "base"),
        (lambda: pipeline()(IMAGES[0, 0]), ValueError, "expected images"),
        (lambda: pipeline()((IMAGES * 255).astype(np.uint8)), ValueError, "floats"),
        (lambda: pipeline()(np.zeros((2, 3, 0, 5), np.float32)), ValueError, "pixels"),
    ],
)
def test_bad_input(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


def test_no_images_at_all() -> None:
    assert pipeline()(np.zeros((0, 3, 9, 7), np.float32)).shape == (0, 3, 9, 7)
    mixed, shares = augment.Mixup(4, 1.0)(np.zeros((0, 3, 9, 7), np.float32), np.zeros(0, np.int64))
    assert (mixed.shape, shares.shape) == ((0, 3, 9, 7), (0, 4))
    broken = augment.RandomAffine(45)(np.full((1, 1, 4, 4), np.nan, np.float32))
    assert broken.shape == (1, 1, 4, 4)


def test_sequences_inside_each_other_have_a_limit() -> None:
    transform: Any = augment.RandomHorizontalFlip(1.0)
    with pytest.raises(ValueError, match="nested 500 deep at most"):
        for _ in range(600):
            transform = augment.Compose([transform])
    np.testing.assert_array_equal(transform(IMAGES), IMAGES[..., ::-1])
