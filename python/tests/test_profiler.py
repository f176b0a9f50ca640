"""`sg.profile`: what it sees, that its times add up, and that it survives errors, threads and being nested."""

import json
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

F = nn.functional
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "profiling.md"


class Head(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fc1 = nn.Linear(8, 16)
        self.fc2 = nn.Linear(16, 4)

    def forward(self, x: sg.Tensor) -> sg.Tensor:
        return self.fc2(F.tanh(self.fc1(x)))


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()

    def forward(self, x: sg.Tensor) -> sg.Tensor:
        return self.head(x)


def train_one_step(model: nn.Module) -> None:
    optimizer = optim.Adam(model.parameters())
    loss = F.cross_entropy(model(sg.random.normal((5, 8))), sg.asarray([0, 1, 2, 3, 0]))
    loss.backward()
    optimizer.step()


def check_structure(profile: sg.profile) -> None:
    """Self times are durations without the children's, and children lie inside their parents."""
    events = profile.events
    by_number = {event["number"]: event for event in events}
    inside = dict.fromkeys(by_number, 0.0)
    for event in events:
        assert event["duration"] >= event["self_time"] >= 0
        parent = by_number.get(event["parent"])
        if parent is None:
            continue
        inside[event["parent"]] += event["duration"]
        assert parent["thread"] == event["thread"]
        assert parent["depth"] == event["depth"] - 1
        assert parent["start"] <= event["start"]
        assert event["start"] + event["duration"] <= parent["start"] + parent["duration"] + 1e-9
    for number, event in by_number.items():
        assert event["self_time"] + inside[number] == pytest.approx(event["duration"], abs=1e-12)


def named(profile: sg.profile, name: str, kind: str = "operation") -> list[dict[str, Any]]:
    return [event for event in profile.events if (event["name"], event["kind"]) == (name, kind)]


@pytest.mark.parametrize("group_by", ["operation", "shapes", "layer"])
def test_the_rows_add_up_to_the_profiled_time(group_by: str) -> None:
    model = Net()
    with sg.profile() as p:
        for _ in range(3):
            with sg.profiler.region("step"):
                train_one_step(model)
    check_structure(p)
    rows = p.rows(group_by=group_by)
    assert sum(row["self_time"] for row in rows) == pytest.approx(p.total_time, rel=1e-9)
    assert sum(row["allocated"] for row in rows) == sum(event["allocated"] for event in p.events)


def test_events_name_operation_shapes_and_layer() -> None:
    model = Net()
    with sg.profile() as p:
        train_one_step(model)
    forward = named(p, "linear")
    assert [event["layer"] for event in forward] == ["head.fc1", "head.fc2"]
    assert forward[0]["shapes"] == ((5, 8), (16, 8), (16,))
    assert forward[0]["flops"] == 2 * 5 * 8 * 16
    assert forward[0]["bytes"] == 4 * (5 * 8 + 16 * 8 + 16 + 5 * 16)
    assert forward[0]["allocated"] >= 4 * 5 * 16
    backward = named(p, "linear", "backward")
    assert [event["layer"] for event in backward] == ["head.fc2", "head.fc1"]
    assert {event["phase"] for event in backward} == {"backward"}
    products = named(p, "matmul")
    assert products
    assert {event["layer"] for event in products} == {"head.fc1", "head.fc2"}
    assert named(p, "tanh")[0]["layer"] == "head"
    layers = [(event["layer"], event["name"]) for event in p.events if event["kind"] == "layer"]
    assert layers == [("Net", "Net"), ("head", "Head"), ("head.fc1", "Linear"), ("head.fc2", "Linear")]
    (step,) = named(p, "Adam.step", "phase")
    assert step["phase"] == "step"
    (pass_back,) = named(p, "backward", "phase")
    assert {e["parent"] for e in p.events if e["kind"] == "backward"} == {pass_back["number"]}


def test_convolutions_count_their_operations_forward_and_backward() -> None:
    layer = nn.Conv2d(4, 6, 3, padding=1, groups=2)
    x = sg.random.normal((2, 4, 8, 8))
    x.requires_grad = True
    with sg.profile() as p:
        layer(x).sum().backward()
    counts = [event["flops"] for event in p.events if event["name"].startswith("conv")]
    products = 2 * 2 * 6 * 8 * 8 * (4 // 2) * 3 * 3
    assert [count for count in counts if count is not None] == [products] * 3


@pytest.mark.parametrize(
    ("queries", "keys", "causal", "pairs"), [(4, 6, False, 24), (4, 6, True, 10), (6, 4, True, 18)]
)
def test_attention_counts_the_pairs_that_its_mask_leaves(queries: int, keys: int, causal: bool, pairs: int) -> None:
    q = sg.random.normal((2, 3, queries, 8))
    k = sg.random.normal((2, 3, keys, 8))
    v = sg.random.normal((2, 3, keys, 5))
    q.requires_grad = True
    with sg.profile() as p:
        nn.functional.scaled_dot_product_attention(q, k, v, is_causal=causal).sum().backward()
    counts = [event["flops"] for event in p.events if event["name"].startswith("scaled") and event["flops"]]
    assert counts == [2 * 2 * 3 * pairs * (8 + 5), 2 * 2 * 3 * pairs * (3 * 8 + 2 * 5)]


def test_self_attention_counts_as_its_parts_do() -> None:
    layer = nn.MultiheadAttention(12, 3, batch_first=True)
    x = sg.random.normal((2, 5, 12))
    with sg.profile() as p:
        layer(x, x, x, need_weights=False)
    (count,) = [event["flops"] for event in p.events if event["name"] == "scaled_dot_product_attention"]
    assert count == 4 * 2 * 3 * 5 * 5 * 4


@pytest.mark.parametrize(("kind", "gates"), [("LSTM", 4), ("GRU", 3), ("RNN", 1)])
def test_recurrent_layers_count_their_products(kind: str, gates: int) -> None:
    layer = getattr(nn, kind)(5, 4, bidirectional=True)
    with sg.profile() as p:
        layer(sg.random.normal((3, 2, 5)))[0].sum().backward()
    name = "rnn" if kind == "RNN" else kind.lower()
    counts = [event["flops"] for event in p.events if event["name"].startswith(name) and event["flops"]]
    rows = 2 * 3 * 2
    assert counts == [2 * rows * gates * 4 * (5 + 4), 2 * rows * gates * 4 * 4]


def test_a_layer_holds_what_is_below_it() -> None:
    model = Net()
    with sg.profile() as p:
        train_one_step(model)
    rows = {row["name"]: row for row in p.rows(group_by="layer")}
    parts = sum(rows[name]["self_time"] for name in ("head", "head.fc1", "head.fc2"))
    assert rows["head"]["total_time"] == pytest.approx(parts, rel=1e-9)
    assert rows["head.fc1"]["calls"] == 1


def test_views_move_no_bytes() -> None:
    x = sg.zeros((4, 6))
    with sg.profile() as p:
        x.reshape(6, 4)
        x.T  # noqa: B018
    assert [event["bytes"] for event in p.events] == [0, 0]


def test_the_native_loop_of_a_trainer() -> None:
    x = np.random.default_rng(0).standard_normal((64, 8)).astype(np.float32)
    loader = data.DataLoader(data.ArrayDataset(x, np.zeros(64, np.int64)), batch_size=16, shuffle=True, seed=0)
    model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 4))
    trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), loss=nn.CrossEntropyLoss())
    with sg.profile() as p:
        trainer.fit(loader, epochs=1, progress=False)
    check_structure(p)
    assert len(named(p, "data", "phase")) == 5  # the fifth finds the end
    assert len(named(p, "backward", "phase")) == len(named(p, "SGD.step", "phase")) == 4
    assert {event["layer"] for event in named(p, "linear")} == {"0", "2"}
    assert {event["layer"] for event in named(p, "cross_entropy")} == {"CrossEntropyLoss"}


def test_off_nothing_is_seen() -> None:
    with sg.profile() as p:
        sg.ones(3) + 1
    count = len(p.events)
    sg.ones(3) + 1
    with sg.profiler.region("outside"):
        Net()(sg.zeros((1, 8)))
    assert len(p.events) == count
    assert p.total_time == p.total_time


def test_profiles_overlap() -> None:
    x = sg.ones((2, 3))
    with sg.profile() as outer:
        x.exp()
        with sg.profiler.region("around"), sg.profile() as inner:
            x.tanh()
        x.sin()
    assert [event["name"] for event in outer.events] == ["exp", "around", "tanh", "sin"]
    assert [event["name"] for event in inner.events] == ["tanh"]
    check_structure(inner)
    total = sum(row["self_time"] for row in inner.rows())
    assert total == pytest.approx(inner.total_time, rel=1e-9)


def test_a_profile_can_be_entered_again_but_not_twice() -> None:
    p = sg.profile()
    assert p.events == []
    assert p.total_time == 0
    with p:
        sg.ones(3).exp()
        with pytest.raises(RuntimeError, match="running"), p:
            pass
    with p:
        sg.ones(3).tanh()
    assert [event["name"] for event in p.events if event["name"] in ("exp", "tanh")] == ["tanh"]


def test_errors_close_what_they_leave() -> None:
    model = Net()
    with pytest.raises(ValueError, match=r"head\.fc1"), sg.profile() as p, sg.profiler.region("failing"):
        model(sg.zeros((1, 9)))
    check_structure(p)
    names = [event["name"] for event in p.events]
    assert names == ["failing", "full", "Net", "Head", "Linear", "linear"]
    with sg.profile() as after:
        sg.ones(3).exp()
    assert {event["depth"] for event in after.events} == {0}


def test_threads_have_scopes_of_their_own() -> None:
    x = sg.ones((4, 4))
    both_inside = threading.Barrier(2)

    def work(name: str) -> None:
        with sg.profiler.region(name):
            both_inside.wait()
            x.exp()
            both_inside.wait()

    with sg.profile() as p:
        threads = [threading.Thread(target=work, args=(name,)) for name in ("first", "second")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    check_structure(p)
    regions = {event["number"]: event for event in p.events if event["kind"] == "region"}
    assert sorted(event["name"] for event in regions.values()) == ["first", "second"]
    assert len({event["thread"] for event in regions.values()}) == 2
    assert sorted(regions[event["parent"]]["name"] for event in named(p, "exp")) == ["first", "second"]


def test_a_region_that_ends_on_another_thread_is_left_out() -> None:
    with sg.profile() as p:
        region = sg.profiler.region("here")
        region.__enter__()
        thread = threading.Thread(target=region.__exit__, args=(None, None, None))
        thread.start()
        thread.join()
        sg.ones(3).exp()
    assert [event["name"] for event in p.events if event["kind"] == "region"] == []


def test_gradients_of_a_function_of_ones_own() -> None:
    class Twice(sg.Function):
        @staticmethod
        def forward(ctx: Any, x: sg.Tensor) -> sg.Tensor:
            return x * 2

        @staticmethod
        def backward(ctx: Any, gradient: sg.Tensor) -> sg.Tensor:
            return gradient * 2

    x = sg.ones(3, requires_grad=True)
    with sg.profile() as p:
        Twice.apply(x).sum().backward()
    (event,) = [e for e in p.events if e["kind"] == "backward" and "Twice" in e["name"]]
    assert event["number"] in [e["parent"] for e in named(p, "multiply")]


def test_the_chrome_trace(tmp_path: Path) -> None:
    model = Net()
    with sg.profile(memory=True) as p:
        train_one_step(model)
    path = tmp_path / "trace.json"
    p.export_chrome_trace(path)
    trace = json.loads(path.read_text())
    spans = [item for item in trace["traceEvents"] if item["ph"] == "X"]
    assert len(spans) == len(p.events)
    for span, event in zip(spans, p.events, strict=True):
        assert span["ts"] == pytest.approx(event["start"] * 1e6)
        assert span["dur"] == pytest.approx(event["duration"] * 1e6)
        assert (span["pid"], span["tid"]) == (os.getpid(), event["thread"])
        assert span["cat"] == event["kind"]
    names = [span["name"] for span in spans]
    assert "head.fc1 (Linear)" in names
    assert "linear (backward)" in names
    counters = [item["args"]["bytes"] for item in trace["traceEvents"] if item["ph"] == "C"]
    assert max(counters) == p.peak_memory
    with pytest.raises(OSError, match="nowhere"):
        p.export_chrome_trace("/nowhere/trace.json")


def test_memory_at_the_peak() -> None:
    sg.ones(1 << 16) + 1  # warms the pool up
    kept = sg.zeros(1 << 16)
    sg.reset_peak_memory()
    with sg.profile(memory=True) as p:
        a = sg.ones(1 << 18)
        b = a.exp()
        del b
        c = a.tanh().sin()
        del c
    assert p.peak_memory == sg.memory_stats()["peak_bytes_in_use"]
    held = {row["name"]: row for row in p.memory_rows()}
    assert sum(row["bytes"] for row in held.values()) == p.peak_memory
    assert held["tanh"]["bytes"] == held["sin"]["bytes"] == a.nbytes
    assert held["sin"]["blocks"] == 1
    assert "exp" not in held
    assert held["(before the profile)"]["bytes"] >= kept.nbytes
    assert "tanh" in p.memory_table(limit=3)
    (event,) = named(p, "exp")
    assert event["allocated"] == a.nbytes
    assert event["peak"] >= 2 * a.nbytes


def test_without_memory_there_is_no_memory_table() -> None:
    with sg.profile() as p:
        sg.ones(3)
    with pytest.raises(RuntimeError, match="memory=True"):
        p.memory_table()


def test_tables_as_text_and_html() -> None:
    model = Net()
    with sg.profile() as p:
        train_one_step(model)
    lines = p.table(sort_by="calls", limit=2).splitlines()
    assert re.split(r"\s{2,}", lines[0].strip())[:4] == ["operation", "calls", "self time", "share"]
    assert len(lines) == 5
    assert re.match(r"\.\.\. and \d+ more", lines[3])
    assert "in all" in lines[4]
    assert len(p.table(limit=None).splitlines()) == len(p.rows()) + 2
    assert "(5, 8) (16, 8) (16,)" in p.table(group_by="shapes", limit=None)
    assert "head.fc1" in p.table(group_by="layer", limit=None)
    names = [row["name"] for row in p.rows(sort_by="name")]
    assert names == sorted(names)
    calls = [row["calls"] for row in p.rows(sort_by="calls")]
    assert calls == sorted(calls, reverse=True)
    page = p._repr_html_()
    assert page.startswith("<table>")
    assert page.count("<tr>") == min(len(p.rows()), 21) + 1
    assert repr(p) == p.table()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"sort_by": "size"}, "time, total, calls, flops, bytes, memory, name"),
        ({"group_by": "thread"}, "operation, shapes, layer"),
        ({"limit": -1}, "negative"),
    ],
)
def test_arguments_that_make_no_sense(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sg.profile().table(**arguments)


def test_a_fork_inside_a_profile() -> None:
    with sg.profile() as p:
        child = os.fork()
        if child == 0:
            sg.ones(8).exp()
            os._exit(0 if named(p, "exp") else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        sg.ones(8).tanh()
    assert named(p, "tanh")
    assert not named(p, "exp")


def blocks() -> Iterator[str]:
    yield from re.findall(r"```python\n(.*?)```", DOCUMENTATION.read_text(), re.DOTALL)


def test_the_documentation_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scope: dict[str, Any] = {}
    for block in blocks():
        exec(compile(block, str(DOCUMENTATION), "exec"), scope)
    assert json.loads((tmp_path / "trace.json").read_text())["traceEvents"]
