"""Data: memory maps, streams, folders, text and tables; samplers, splits, padding, threads that prepare batches."""

import gzip
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train


def values(tensor: Any) -> Any:
    return np.asarray(tensor).tolist()


class Squares:
    def __init__(self, count: int = 20) -> None:
        self.count = count
        self.threads: set[int] = set()

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, i: int) -> Any:
        self.threads.add(threading.get_ident())
        return np.full(3, i, np.float32), i * i


def numbers(loader: Any) -> list[list[int]]:
    return [values(batch[1] if len(batch) > 1 else batch[0]) for batch in loader]


class TestSources:
    def test_arrays_are_shared_and_files_mapped(self, tmp_path: Path) -> None:
        array = np.arange(20, dtype=np.float32).reshape(10, 2)
        (x,) = next(iter(data.DataLoader(data.ArrayDataset(array), 4)))
        assert np.shares_memory(np.asarray(x), array)
        np.save(tmp_path / "big.npy", array)
        mapped = np.load(tmp_path / "big.npy", mmap_mode="r")
        assert isinstance(mapped, np.memmap)
        loader = data.DataLoader(data.ArrayDataset(mapped, np.arange(10)), 4, shuffle=True, seed=0)
        (x, y) = next(iter(loader))
        assert values(x) == array[np.asarray(y)].tolist()
        (x, _) = next(iter(data.DataLoader(data.ArrayDataset(mapped, np.arange(10)), 4)))
        assert np.shares_memory(np.asarray(x), mapped)

    def test_the_order_is_the_same_on_every_machine(self) -> None:
        loader = data.DataLoader(data.ArrayDataset(np.arange(12)), 12, shuffle=True, seed=7)
        assert numbers(loader) + numbers(loader) == ORDERS

    @pytest.mark.parametrize("workers", [0, 2])
    def test_a_stream_of_samples(self, workers: int) -> None:
        class Stream:
            def __iter__(self) -> Any:
                return ((np.full(2, i), i) for i in range(10))

        loader = data.DataLoader(Stream(), 4, num_workers=workers)
        assert numbers(loader) == numbers(loader) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
        assert numbers(data.DataLoader(Stream(), 4, drop_last=True, num_workers=workers)) == [
            [0, 1, 2, 3],
            [4, 5, 6, 7],
        ]
        with pytest.raises(TypeError, match="length"):
            len(loader)
        with pytest.raises(ValueError, match="its own order"):
            data.DataLoader(Stream(), 4, shuffle=True)
        batches = iter(loader)
        next(batches)
        other = data.DataLoader(Stream(), 4, num_workers=workers)
        other.load_state_dict(loader.state_dict())
        assert numbers(other) == [[4, 5, 6, 7], [8, 9]]

    def test_a_folder_of_images(self, tmp_path: Path) -> None:
        image = pytest.importorskip("PIL.Image", reason="reads images with Pillow")
        pixels = np.random.default_rng(0).integers(0, 256, (4, 6, 5, 3), dtype=np.uint8)
        for number, name in enumerate(["dog/b.png", "cat/deep/x.PNG", "dog/a.png", "cat/y.png"]):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            image.fromarray(pixels[number]).save(tmp_path / name)
        (tmp_path / "cat" / "notes.txt").write_text("no image")
        dataset = data.ImageFolder(tmp_path)
        assert dataset.classes == ["cat", "dog"]
        assert dataset.labels.tolist() == [0, 0, 1, 1]
        assert [path.name for path in dataset.paths] == ["x.PNG", "y.png", "a.png", "b.png"]
        x, y = dataset[2]
        np.testing.assert_array_equal(x, pixels[2].transpose(2, 0, 1) / np.float32(255))
        assert (x.dtype, y) == (np.float32, 1)
        loader = data.DataLoader(data.ImageFolder(tmp_path, size=(8, 4), mode="L"), 4, num_workers=2)
        (x, y) = next(iter(loader))
        assert (x.shape, values(y)) == ((4, 1, 8, 4), [0, 0, 1, 1])
        (tmp_path / "dog" / "a.png").write_bytes(b"PNG, perhaps")
        with pytest.raises(ValueError, match=r"a\.png: not an image") as caught:
            list(loader)
        assert "sample 2" in caught.value.__notes__[0]
        with pytest.raises(ValueError, match="found none"):
            data.ImageFolder(tmp_path / "cat" / "deep")

    def test_text(self, tmp_path: Path) -> None:
        (tmp_path / "text.txt").write_text("hello, wörld")
        dataset = data.TextDataset(tmp_path / "text.txt", context=4)
        assert len(dataset) == 8
        assert dataset.tokenizer is not None and dataset.vocab_size == len(set("hello, wörld"))
        x, y = dataset[2]
        assert (dataset.tokenizer.decode(x), dataset.tokenizer.decode(y)) == ("llo,", "lo, ")
        (x, y) = next(iter(data.DataLoader(dataset, 3, shuffle=True, seed=0)))
        assert (x.shape, x.dtype, values(x[:, 1:])) == ((3, 4), sg.int64, values(y[:, :-1]))
        raw = data.TextDataset(tmp_path / "text.txt", 4, tokens="bytes", stride=3)
        assert (raw.vocab_size, len(raw)) == (256, 3)
        assert bytes(values(raw[1][0])) == "hello, wörld".encode()[3:7]
        words = data.TextDataset("a b a b a c", 2, tokens=lambda text: [ord(w) - 97 for w in text.split()])
        assert (words.vocab_size, values(words[0][0]), values(words[3][1])) == (3, [0, 1], [0, 2])
        first, second = dataset.split(0.5)
        assert (len(first), len(second)) == (2, 2)
        with pytest.raises(ValueError, match="too few"):
            data.TextDataset("abc", 3)
        with pytest.raises(ValueError, match="lacks 'z'"):
            dataset.tokenizer.encode("z")
        with pytest.raises(ValueError, match="tokens must be"):
            data.TextDataset("abc", 1, tokens="words")  # type: ignore[arg-type]

    def test_tables(self, tmp_path: Path) -> None:
        path = tmp_path / "iris.csv"
        path.write_text('width, height,count,name\n1.5,2,3,"b, c"\n\n,4,5,a\n-1e3,6,7,a\n')
        columns = data.read_csv(path)
        assert [column.dtype.kind for column in columns.values()] == ["f", "i", "i", "U"]
        assert np.isnan(columns["width"][1]) and columns["name"][0] == "b, c"
        x, y = data.read_csv(path, target="name")
        assert (x.dtype, x.shape, y.tolist()) == (np.float32, (3, 3), [1, 0, 0])
        for content, words in (
            ("", "line of names"),
            ("a,b\n", "line of names"),
            ("a,b\n1,2\n1\n", "line 3 has 1 values"),
            ("a,a\n1,2\n", "twice"),
        ):
            path.write_text(content)
            with pytest.raises(ValueError, match=words):
                data.read_csv(path)
        path.write_text("a,b\nx,1\n")
        with pytest.raises(ValueError, match="'a' has words, such as 'x'"):
            data.read_csv(path, target="b")
        with pytest.raises(ValueError, match="no column 'c'; there are a, b"):
            data.read_csv(path, target="c")
        path.write_bytes(gzip.compress(b"a,b"))
        with pytest.raises(ValueError, match=r"iris\.csv"):
            data.read_csv(path)


ORDERS = [[3, 1, 4, 11, 5, 6, 10, 7, 2, 0, 8, 9], [4, 9, 2, 8, 7, 5, 3, 0, 6, 11, 1, 10]]


class TestChoice:
    def test_splits(self) -> None:
        x, labels = np.arange(200), np.repeat([0, 1, 2], [120, 60, 20])
        parts = data.split(x, labels, parts=(0.7, 0.2, 0.1), seed=1, stratify=labels)
        assert [len(part[0]) for part in parts] == [140, 40, 20]
        assert [np.bincount(part[1]).tolist() for part in parts] == [[84, 42, 14], [24, 12, 4], [12, 6, 2]]
        assert sorted(np.concatenate([part[0] for part in parts])) == list(range(200))
        again = data.split(x, labels, parts=(0.7, 0.2, 0.1), seed=1, stratify=labels)
        assert all((a[0] == b[0]).all() for a, b in zip(parts, again, strict=True))
        (only,), (rest,) = data.split(x, parts=(150, 50))
        assert (len(only), len(rest)) == (150, 50)
        first, second = data.split(data.ArrayDataset(x), parts=(0.5, 0.5))
        assert isinstance(first, data.Subset) and len(second) == 100
        first, second = data.split(Squares(), parts=(0.5, 0.5))
        assert sorted(first[i][1] for i in range(10)) + sorted(second[i][1] for i in range(10)) != []
        for parts_given, words in (
            ((0.5, 0.4), "add up"),
            ((150, 10), "rows over"),
            ((200, 0), "empty"),
            ((), "add up"),
        ):
            with pytest.raises(ValueError, match=words):
                data.split(x, parts=parts_given)

    def test_subset(self) -> None:
        for source in (data.ArrayDataset(np.arange(10) * 2), [2 * i for i in range(10)]):
            subset = data.Subset(source, [7, -1, 0, 7])
            assert len(subset) == 4
            assert numbers(data.DataLoader(subset, 3)) == [[14, 18, 0], [14]]
            with pytest.raises(IndexError, match="sample 10 is out of range"):
                data.Subset(source, [0, 10])
        nested = data.Subset(data.Subset(data.ArrayDataset(np.arange(10)), range(5, 10)), [1, 2])
        assert numbers(data.DataLoader(nested, 2, shuffle=False)) == [[6, 7]]

    def test_weighted_sampler(self) -> None:
        weights = np.array([0, 1, 2, 7.0])
        sampler = data.WeightedSampler(weights, 20_000)
        counts = np.bincount(sampler.order(3), minlength=4) / 20_000
        np.testing.assert_allclose(counts, weights / 10, atol=0.01)
        assert sampler.order(3) == sampler.order(3) != sampler.order(4)
        assert sampler.order(3, 1) != sampler.order(3)
        few = data.WeightedSampler(weights, 3, replacement=False)
        assert sorted(few.order(0)) == [1, 2, 3]
        first = [data.WeightedSampler(weights, 1, replacement=False).order(i)[0] for i in range(3000)]
        np.testing.assert_allclose(np.bincount(first, minlength=4) / 3000, weights / 10, atol=0.03)
        loader = data.DataLoader(data.ArrayDataset(np.arange(4)), 8, seed=1, sampler=data.WeightedSampler(weights, 20))
        assert [len(batch) for batch in numbers(loader)] == [8, 8, 4]
        assert len(loader) == 3
        python = data.DataLoader(list(range(4)), 8, seed=1, sampler=data.WeightedSampler(weights, 20))
        loader = data.DataLoader(data.ArrayDataset(np.arange(4)), 8, seed=1, sampler=data.WeightedSampler(weights, 20))
        assert numbers(python) == numbers(loader)

    def test_class_balanced_sampler(self) -> None:
        labels = np.repeat([0, 3, 9], [900, 90, 10])
        drawn = labels[list(data.ClassBalancedSampler(labels, 9000).order(0))]
        np.testing.assert_allclose([(drawn == c).mean() for c in (0, 3, 9)], 1 / 3, atol=0.02)

    def test_samplers_in_python(self) -> None:
        for source in (data.ArrayDataset(np.arange(6)), list(range(6))):
            loader = data.DataLoader(source, 2, sampler=[5, 4, 0])
            assert (numbers(loader), len(loader)) == ([[5, 4], [0]], 2)
            loader = data.DataLoader(source, batch_sampler=[[1], [2, 3, 3], [5]])
            assert (numbers(loader), len(loader)) == ([[1], [2, 3, 3], [5]], 3)
            with pytest.raises(IndexError):
                list(data.DataLoader(source, 2, sampler=[6]))
        with pytest.raises(ValueError, match="leaves no choice"):
            data.DataLoader([1, 2], 2, batch_sampler=[[0]])
        with pytest.raises(ValueError, match="iterated anew"):
            data.DataLoader([1, 2], 2, sampler=iter([0]))

    def test_batches_of_like_length(self) -> None:
        lengths = np.random.default_rng(0).integers(1, 100, 1000)
        sampler = data.LengthBatchSampler(lengths, 16, seed=1)
        first, second = list(sampler), list(sampler)
        assert first != second
        assert sorted(number for batch in first for number in batch) == list(range(1000))
        assert len(first) == len(sampler) == 63
        filled = sum(max(lengths[batch]) * len(batch) for batch in first) / lengths.sum()
        assert filled < 1.1
        assert list(data.LengthBatchSampler(lengths, 16, seed=1)) == first

    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (lambda: data.WeightedSampler([]), "at least one"),
            (lambda: data.WeightedSampler([1.0, -1.0]), "not negative"),
            (lambda: data.WeightedSampler([0.0]), "add up to 0"),
            (lambda: data.WeightedSampler([np.nan]), "not negative"),
            (lambda: data.WeightedSampler([1.0], 0), "num_samples"),
            (lambda: data.WeightedSampler([1.0], 2**62), "num_samples"),
            (lambda: data.WeightedSampler([1.0, 0.0], 2, replacement=False), "without replacement"),
            (lambda: data.ClassBalancedSampler([-1]), "negative"),
            (
                lambda: data.DataLoader(data.ArrayDataset(np.arange(3)), sampler=data.WeightedSampler([1.0] * 4)),
                "4 samples",
            ),
            (lambda: data.DataLoader([1], sampler=data.WeightedSampler([1.0]), shuffle=True), "order of its own"),
            (lambda: data.DataLoader([1], num_workers=-1), "num_workers"),
            (lambda: data.DataLoader([1], num_workers=1, prefetch=0), "prefetch"),
            (lambda: data.LengthBatchSampler([[1]], 2), "lengths"),
        ],
    )
    def test_wrong_arguments(self, make: Any, words: str) -> None:
        with pytest.raises(ValueError, match=words):
            make()


class TestCollate:
    def test_padding_and_lengths(self) -> None:
        samples = [(np.arange(n, dtype=np.float32), n) for n in (3, 1, 4)]
        loader = data.DataLoader(samples, 3, collate_fn=data.pad_collate(-1))
        x, y, lengths = next(iter(loader))
        assert values(x) == [[0, 1, 2, -1], [0, -1, -1, -1], [0, 1, 2, 3]]
        assert (values(y), values(lengths), lengths.dtype) == ([3, 1, 4], [3, 1, 4], sg.int64)
        (x,) = data.pad_collate(lengths=False)([np.ones((2, 3)), np.ones((1, 3))])
        assert x.shape == (2, 2, 3)
        with pytest.raises(ValueError, match="only the first axis"):
            data.pad_collate()([np.ones((2, 3)), np.ones((2, 4))])
        with pytest.raises(ValueError, match="different numbers of parts"):
            data.collate([(1, 2), (1,)])

    def test_ones_own(self) -> None:
        loader = data.DataLoader(Squares(), 4, collate_fn=lambda samples: np.array([y for _, y in samples]))
        assert values(next(iter(loader))[0]) == [0, 1, 4, 9]
        doubled = data.DataLoader(Squares(), 4, transform=lambda x, y: (x * 2, y))
        assert values(next(iter(doubled))[0][3]) == [6, 6, 6]


class TestWorkers:
    def test_batches_are_the_same_and_in_order(self) -> None:
        expected = numbers(data.DataLoader(Squares(), 3, shuffle=True, seed=2))
        for workers, prefetch in ((1, None), (2, 1), (8, 20)):
            source = Squares()
            loader = data.DataLoader(source, 3, shuffle=True, seed=2, num_workers=workers, prefetch=prefetch)
            assert numbers(loader) == expected
            assert threading.get_ident() not in source.threads
        native = data.ArrayDataset(np.arange(20), np.arange(20) ** 2)
        assert numbers(data.DataLoader(native, 3, shuffle=True, seed=2, num_workers=2)) == expected

    def test_the_place_is_what_was_handed_out(self) -> None:
        loader = data.DataLoader(Squares(), 3, shuffle=True, seed=2, num_workers=3, prefetch=5)
        batches = iter(loader)
        next(batches), next(batches)
        state = loader.state_dict()
        assert (state["epoch"], state["position"]) == (0, 2)
        rest = numbers(batches)
        assert loader.state_dict()["epoch"] == 1
        other = data.DataLoader(Squares(), 3, shuffle=True, num_workers=1)
        other.load_state_dict(state)
        assert numbers(other) == rest
        assert numbers(other) == numbers(loader)

    def test_an_epoch_that_was_broken_off_is_not_taken_up_again(self) -> None:
        for workers in (0, 2):
            loader = data.DataLoader(Squares(), 3, shuffle=True, seed=2, num_workers=workers)
            reference = data.DataLoader(Squares(), 3, shuffle=True, seed=2)
            next(iter(loader))
            first, second = numbers(reference), numbers(reference)
            assert numbers(loader) == second != first

    @pytest.mark.parametrize("workers", [0, 2])
    def test_an_error_surfaces_with_the_number_of_the_sample(self, workers: int) -> None:
        class Broken(Squares):
            def __getitem__(self, i: int) -> Any:
                if i == 13:
                    raise LookupError("the disk is gone")
                return super().__getitem__(i)

        loader = data.DataLoader(Broken(), 4, num_workers=workers)
        seen = []
        with pytest.raises(LookupError, match="the disk is gone") as caught:
            for _, y in loader:
                seen.append(values(y)[0])
        assert seen == [0, 16, 64]
        assert caught.value.__notes__ == ["while reading sample 13 of Broken"]
        model = nn.Linear(3, 1)
        trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=1e-9), lambda o, t: ((o[:, 0] - t) ** 2).mean())
        with pytest.raises(LookupError, match="the disk is gone"):
            trainer.fit(loader, progress=False)
        trainer.fit(data.DataLoader(Squares(), 4, num_workers=workers), progress=False)

    def test_many_threads_read_at_once(self) -> None:
        class Slow(Squares):
            def __getitem__(self, i: int) -> Any:
                barrier.wait(timeout=20)
                return super().__getitem__(i)

        barrier = threading.Barrier(4)  # broken unless four samples are read at the same time
        assert len(numbers(data.DataLoader(Slow(16), 1, num_workers=4))) == 16

    def test_ctrl_c_with_workers(self) -> None:
        program = """
            import threading, time
            import numpy as np
            from swiftgrad import data, nn, optim, train
            class Slow:
                def __len__(self): return 10000
                def __getitem__(self, i):
                    time.sleep(0.005)
                    return np.ones(3, np.float32), 0
            model = nn.Linear(3, 2)
            trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), loss=nn.CrossEntropyLoss())
            print("ready", flush=True)
            try:
                trainer.fit(data.DataLoader(Slow(), 8, num_workers=4), epochs=100, progress=False)
            except KeyboardInterrupt:
                print(time.time(), flush=True)
        """
        command = [sys.executable, "-c", textwrap.dedent(program)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.7)
            sent = time.time()
            process.send_signal(signal.SIGINT)
            assert float(process.stdout.readline()) - sent < 2  # half a second when nothing else runs
        assert process.returncode == 0


class TestBadData:
    def trainer(self) -> train.Trainer:
        model = nn.Linear(3, 2)
        return train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss(), metrics=["accuracy"])

    def test_empty(self) -> None:
        empty = (np.zeros((0, 3), np.float32), np.zeros(0, np.int64))
        for source in (empty, [], data.DataLoader([], 4), data.DataLoader(data.ArrayDataset(*empty), 4)):
            with pytest.raises(ValueError, match="no batches"):
                self.trainer().fit(source, progress=False)

    def test_labels_out_of_range(self) -> None:
        x = np.zeros((4, 3), np.float32)
        for wrong in (2, -1, 2**40):
            with pytest.raises((IndexError, ValueError), match=str(wrong)):
                self.trainer().fit((x, np.array([0, 1, 0, wrong])), progress=False)

    def test_batches_whose_shapes_change(self) -> None:
        batches = [(np.zeros((n, 3), np.float32), np.zeros(n, np.int64)) for n in (4, 1, 7)]
        history = self.trainer().fit(batches, epochs=2, progress=False)
        assert len(history) == 2
        with pytest.raises(ValueError, match=r"\(2, 5\)"):
            self.trainer().fit([*batches, (np.zeros((2, 5), np.float32), np.zeros(2, np.int64))], progress=False)

    def test_an_output_that_does_not_fit_the_loss(self) -> None:
        model = nn.Linear(3, 2)
        trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), loss=nn.MSELoss())
        with pytest.raises(ValueError, match=r"\(4, 2\).*\(4,\)"):
            trainer.fit([(np.zeros((4, 3), np.float32), np.zeros(4, np.float32))], progress=False)
