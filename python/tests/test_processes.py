"""Processes, threads and signals: whatever an application does around the library, it computes and ends as usual."""

import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

PRELUDE = """
import os, signal, sys, threading, time
import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, optim, train
sg.set_num_threads(4)
a = sg.asarray(np.random.default_rng(0).standard_normal((300, 300)).astype(np.float32))
def compute():
    return float((sg.exp(a @ a / 300)).sum())
"""


def run(code: str, interrupt_after: str = "", send: int = signal.SIGINT) -> tuple[int, str, float]:
    """Runs a program; once it prints `interrupt_after` it gets a signal. Status, output, seconds since the signal."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", PRELUDE + code], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    output, started = "", time.monotonic()
    for line in process.stdout:
        output += line
        if interrupt_after and interrupt_after in line:
            time.sleep(0.1)
            process.send_signal(send)
            started = time.monotonic()
    status = process.wait()
    watchdog.cancel()
    return status, output, time.monotonic() - started


def product(size: int) -> float:
    a = sg.asarray(np.random.default_rng(0).standard_normal((size, size)).astype(np.float32))
    return float((a @ a).sum())


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_multiprocessing(method):
    expected = product(300)
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(product, [300] * 4) == [expected] * 4
    assert product(300) == expected


def test_fork_after_threads_ran():
    status, output, _ = run("""
before = compute()
for _ in range(5):
    child = os.fork()
    if child == 0:
        assert compute() == before
        grandchild = os.fork()
        if grandchild == 0:
            assert compute() == before
            os._exit(0)
        assert os.waitpid(grandchild, 0)[1] == 0
        sys.exit(7)
    assert compute() == before
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
""")
    assert (status, output) == (0, "")


def test_fork_while_another_thread_computes():
    status, output, _ = run("""
import warnings
warnings.simplefilter("ignore", DeprecationWarning)
before, stop = compute(), False
def work():
    while not stop:
        compute()
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for _ in range(20):
    child = os.fork()
    if child == 0:
        os._exit(0 if compute() == before else 1)
    assert os.waitpid(child, 0)[1] == 0
stop = True
for thread in threads: thread.join()
""")
    assert (status, output) == (0, "")


def test_several_threads_compute_at_once():
    x = np.random.default_rng(0).standard_normal((64, 64)).astype(np.float32)

    def gradient() -> bytes:
        weight = sg.asarray(x.copy(), requires_grad=True)
        loss = sg.tanh(weight @ sg.from_numpy(x)).sum()
        loss.backward()
        return np.asarray(weight.grad).tobytes()

    expected, different, errors = gradient(), [], []

    def work() -> None:
        try:
            different.extend(1 for _ in range(100) if gradient() != expected)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors and not different


FIT = """
model = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 10))
x = np.random.default_rng(0).standard_normal((4096, 64)).astype(np.float32)
y = np.random.default_rng(0).integers(0, 10, 4096)
loader = data.DataLoader(data.ArrayDataset(x, y), batch_size=64, shuffle=True, seed=0)
trainer = train.Trainer(model, optim.Adam(model.parameters(), lr=1e-3), loss=nn.CrossEntropyLoss())
"""


@pytest.mark.parametrize(
    "long_call",
    [
        "trainer.fit(loader, epochs=100000, progress=False)",
        "trainer.fit([(x, y)] * 1000, epochs=100000, progress=False)",
        "while True: compute()",
        "while True: trainer.evaluate(loader)",
        "for batch in iter(lambda: (x, y), None): trainer.step(batch)",
    ],
)
def test_interrupt(long_call):
    status, output, seconds = run(
        f"""
{FIT}
try:
    print("started")
    {long_call}
except KeyboardInterrupt:
    print("interrupted")
    assert np.isfinite(float(model(sg.from_numpy(x)).sum()))
    row = trainer.fit(loader, epochs=1, progress=False)[-1]
    assert np.isfinite(row["loss"])
    os._exit(0)
""",
        "started",
    )
    assert (status, output) == (0, "started\ninterrupted\n")
    assert seconds < 3


def test_interrupt_in_a_callback():
    status, output, _ = run(
        f"""
{FIT}
class Layer(nn.Module):
    def forward(self, x):
        time.sleep(0.01)
        return x
model.append(Layer())
try:
    print("started")
    trainer.fit(loader, epochs=100000, progress=False)
except KeyboardInterrupt:
    print("interrupted")
""",
        "started",
    )
    assert (status, output) == (0, "started\ninterrupted\n")


def test_interrupt_in_a_long_backward():
    reached = []

    class First(sg.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 1

        @staticmethod
        def backward(ctx, gradient):
            reached.append(gradient)
            return gradient

    def interrupt(*_) -> None:
        raise KeyboardInterrupt

    x = sg.asarray(np.eye(1024, dtype=np.float32), requires_grad=True)
    y = First.apply(x)
    for _ in range(60):
        y = y @ x.detach()
    loss, before = y.sum(), signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.08)
    try:
        with pytest.raises(KeyboardInterrupt):
            loss.backward()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert not reached
    (x * 2).sum().backward()
    assert float(x.grad.sum()) == 2 * 1024 * 1024


def test_uncaught_interrupt():
    status, output, seconds = run(
        FIT + "print('started'); trainer.fit(loader, epochs=100000, progress=False)", "started"
    )
    assert status == -signal.SIGINT
    assert output.rstrip().endswith("KeyboardInterrupt")
    assert seconds < 2


def test_terminate():
    status, output, seconds = run(
        FIT + "print('started'); trainer.fit(loader, epochs=100000, progress=False)", "started", signal.SIGTERM
    )
    assert (status, output) == (-signal.SIGTERM, "started\n")
    assert seconds < 1


@pytest.mark.parametrize(
    "ending",
    [
        "",
        "sys.exit(0)",
        "os._exit(0)",
        "time.sleep(0.01)",
        "threading.Thread(target=lambda: [compute() for _ in range(200)], daemon=True).start(); time.sleep(0.05)",
        "threading.Thread(target=lambda: [compute() for _ in range(20)]).start()",
        "kept = [a, nn.Linear(3, 3), optim.SGD([nn.Parameter(a)], lr=1)]; sys.modules['kept'] = kept",
        "view = np.asarray(a @ a); sys.modules['kept'] = view",
        "capsule = a.__dlpack__(); shared = np.from_dlpack(a)",
        "sg.kept = [sg.asarray([1.0], requires_grad=True) * 2 for _ in range(100)]",
        """
class Leave(sg.Function):
    @staticmethod
    def forward(ctx, x): return x * 1
    @staticmethod
    def backward(ctx, gradient): sys.exit(0)
Leave.apply(sg.asarray([1.0], requires_grad=True)).sum().backward()
""",
    ],
)
def test_exit(ending):
    status, output, _ = run(f"compute(); {ending}")
    assert (status, output) == (0, "")


def test_exit_while_a_daemon_trains():
    status, output, _ = run(f"""
{FIT}
def report(*_): pass
def forever(): trainer.fit(iter(lambda: (x, y), None), epochs=100000, progress=False)
threading.Thread(target=forever, daemon=True).start()
time.sleep(0.2)
""")
    assert (status, output) == (0, "")


def test_arrays_are_released_from_threads_without_the_interpreter():
    released = 0

    class Owned(np.ndarray):
        def __del__(self):
            nonlocal released
            released += 1

    def work() -> None:
        for _ in range(50):
            owner = np.ones((100, 100), np.float32).view(Owned)
            t = sg.from_numpy(owner)
            del owner
            for _ in range(3):
                t = t @ t * 0
            del t

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    float(sg.zeros(3).sum())
    assert released >= 200


def training_run(threads: int) -> str:
    """The weights after training a network of many kinds of layers, as a digest."""
    before = sg.info()["threads"]
    sg.set_num_threads(threads)
    try:
        sg.manual_seed(0)
        model = nn.Sequential(
            nn.Flatten(),
            nn.Linear(784, 300),
            nn.GELU(),
            nn.Dropout(0.25),
            nn.Linear(300, 200),
            nn.ReLU(),
            nn.Linear(200, 10),
        )
        generator = np.random.default_rng(0)
        x = generator.standard_normal((256, 1, 28, 28)).astype(np.float32)
        y = generator.integers(0, 10, 256)
        loader = data.DataLoader(data.ArrayDataset(x, y), batch_size=64, shuffle=True, seed=0)
        optimizer = optim.AdamW(model.parameters(), lr=1e-3)
        trainer = train.Trainer(model, optimizer, loss=nn.CrossEntropyLoss(), metrics=["accuracy"])
        history = trainer.fit(loader, epochs=2, progress=False)
        digest = hashlib.sha256(str([row["loss"] for row in history]).encode())
        for tensor in model.state_dict().values():
            digest.update(np.asarray(tensor).tobytes())
        return digest.hexdigest()
    finally:
        sg.set_num_threads(before)


def test_training_does_not_depend_on_the_number_of_threads():
    assert len({training_run(threads) for threads in (1, 2, 3, 4)}) == 1


def test_import_is_quick_and_light():
    code = "import sys, swiftgrad; print([m for m in ('numpy', 'inspect', 'dataclasses') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_threads_variable():
    code = "import swiftgrad as sg; print(sg.info()['threads'])"
    environment = {**os.environ, "SWIFTGRAD_NUM_THREADS": "1"}
    assert subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True).stdout == "1\n"
