"""Data sets and the loader: arrays without a copy, order from the seed, data sets in Python, splits, digits."""

import gzip
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data
from training_cases import Squares, values


class TestData:
    def test_arrays_are_shared(self) -> None:
        x = np.arange(12, dtype=np.float32).reshape(6, 2)
        dataset = data.ArrayDataset(x, np.arange(6))
        assert len(dataset) == 6
        row, label = dataset[-1]
        assert values(row).tolist() == [10, 11]
        assert label.item() == 5
        batch = next(iter(data.DataLoader(dataset, batch_size=4)))[0]
        assert np.shares_memory(np.asarray(batch), x)
        with pytest.raises(IndexError, match="6 samples"):
            dataset[6]
        with pytest.raises(ValueError, match="6, 5"):
            data.ArrayDataset(x, np.arange(5))

    def test_batches(self) -> None:
        dataset = data.ArrayDataset(np.arange(10), np.arange(10) * 2)
        loader = data.DataLoader(dataset, batch_size=4)
        assert len(loader) == 3
        assert [values(x).tolist() for x, y in loader] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
        assert [len(x) for x, y in data.DataLoader(dataset, batch_size=4, drop_last=True)] == [4, 4]
        assert loader.dataset is dataset
        with pytest.raises(ValueError, match="batch_size"):
            data.DataLoader(dataset, batch_size=0)

    @pytest.mark.parametrize("source", [data.ArrayDataset(np.arange(50)), list(range(50))], ids=["engine", "python"])
    def test_the_order_follows_from_the_seed(self, source: Any) -> None:
        def epochs(seed: int) -> list[list[int]]:
            loader = data.DataLoader(source, batch_size=7, shuffle=True, seed=seed)
            return [[int(i) for (x,) in loader for i in x.tolist()] for _ in range(2)]

        first, second = epochs(3)
        assert sorted(first) == sorted(second) == list(range(50))
        assert first != second
        assert epochs(3) == [first, second]
        assert epochs(4)[0] != first

    def test_a_data_set_in_python(self) -> None:
        loader = data.DataLoader(Squares(), batch_size=4)
        batches = list(loader)
        assert len(loader) == len(batches) == 3
        x, y = batches[-1]
        assert (x.shape, x.dtype, y.dtype) == ((2, 3), sg.float32, sg.float32)
        assert values(y).tolist() == [64, 81]
        assert isinstance(loader.dataset, Squares)
        with pytest.raises(TypeError, match="__getitem__"):
            data.DataLoader(iter([1]))  # type: ignore[arg-type]

    def test_samples_of_different_shapes(self) -> None:
        with pytest.raises(ValueError, match=r"\(1,\), \(2,\)"):
            list(data.DataLoader([np.zeros(1), np.zeros(2)], batch_size=2))

    def test_an_error_in_a_data_set_comes_out(self) -> None:
        class Broken(Squares):
            def __getitem__(self, i: int) -> Any:
                raise LookupError("sample 0 is gone")

        with pytest.raises(LookupError, match="gone"):
            list(data.DataLoader(Broken()))

    def test_a_loader_continues_in_the_middle_of_an_epoch(self) -> None:
        dataset = data.ArrayDataset(np.arange(20))
        loader = data.DataLoader(dataset, batch_size=3, shuffle=True, seed=1)
        batches = iter(loader)
        next(batches)
        state = loader.state_dict()
        rest = [values(x).tolist() for (x,) in batches]
        other = data.DataLoader(dataset, batch_size=3, shuffle=True)
        other.load_state_dict(state)
        assert [values(x).tolist() for (x,) in other] == rest

    def test_splitting(self) -> None:
        x, labels = np.arange(100), np.repeat([0, 1, 2], [60, 30, 10])
        train_x, test_x, train_y, test_y = data.train_test_split(x, labels, test_size=0.2, seed=3, stratify=labels)
        assert (len(train_x), len(test_x)) == (80, 20)
        assert np.bincount(test_y).tolist() == [12, 6, 2]
        assert sorted([*train_x, *test_x]) == list(range(100))
        assert (labels[train_x] == train_y).all()
        again = data.train_test_split(x, labels, test_size=0.2, seed=3, stratify=labels)
        assert (again[0] == train_x).all()
        assert len(data.train_test_split(x, test_size=7)[1]) == 7
        with pytest.raises(ValueError, match="100, 3"):
            data.train_test_split(x, labels[:3])
        with pytest.raises(ValueError, match="empty"):
            data.train_test_split(x, test_size=100)

    def test_subsets_of_subsets(self) -> None:
        subset: Any = data.ArrayDataset(np.arange(20))
        for _ in range(10_000):
            subset = data.Subset(subset, [*range(1, len(subset)), 0])
        assert [int(x[0]) for x in subset] == list(np.roll(np.arange(20), -10_000 % 20))
        halves = data.Subset(data.Subset(data.ArrayDataset(np.arange(20)), [3, 5, 7, 9]), [-1, 1])
        assert [int(x[0]) for x in halves] == [9, 5]

    def test_digits(self) -> None:
        pytest.importorskip("sklearn", reason="reads scikit-learn's digits")
        images, labels = data.load_digits()
        assert (images.shape, images.dtype, labels.dtype) == ((1797, 1, 8, 8), np.float32, np.int64)
        assert (images.min(), images.max()) == (0, 1)
        assert np.bincount(labels).min() == 174

    def test_missing_scikit_learn_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "sklearn", None)
        with pytest.raises(ImportError, match=r"pip install swiftgrad\[data\]"):
            data.load_digits()

    def test_idx_files(self, tmp_path: Path) -> None:
        numbers = np.arange(-6, 6, dtype=np.int16).reshape(3, 4)
        content = struct.pack(">BBBBII", 0, 0, 0x0B, 2, 3, 4) + numbers.astype(">i2").tobytes()
        (tmp_path / "plain").write_bytes(content)
        (tmp_path / "packed.gz").write_bytes(gzip.compress(content))
        for name in ("plain", "packed.gz"):
            read = data.read_idx(tmp_path / name)
            assert read.dtype == np.int16
            np.testing.assert_array_equal(read, numbers)
        for damaged in (b"", b"\0\0", b"PNG something", content[:9], content[:-1], content + b"\0"):
            (tmp_path / "damaged").write_bytes(damaged)
            with pytest.raises(ValueError, match="damaged"):
                data.read_idx(tmp_path / "damaged")
        (tmp_path / "cut.gz").write_bytes(gzip.compress(content)[:-9])
        with pytest.raises(ValueError, match=r"cut\.gz"):
            data.read_idx(tmp_path / "cut.gz")
