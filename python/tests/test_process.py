"""The life of a process: import, threads, forks, signals and the end of the interpreter."""

import subprocess
import sys
import textwrap

import pytest


def run(script: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    "script",
    [
        "import swiftgrad",
        "import numpy as np, swiftgrad as sg; kept = sg.from_numpy(np.ones(5)); view = np.asarray(kept)",
        "import numpy as np, swiftgrad as sg; t = sg.asarray([1.0]); c = t.__dlpack__(); b = np.from_dlpack(t)",
        "import swiftgrad as sg; sg.keep = [sg.asarray([1.0], requires_grad=True) * 2 for _ in range(100)]",
        """
        import threading, numpy as np, swiftgrad as sg
        def work():
            t = sg.asarray(np.ones((300, 300)))
            while True: t = (t @ t) * 1e-3
        for _ in range(3): threading.Thread(target=work, daemon=True).start()
        import time; time.sleep(0.2)
        """,
        """
        import sys, swiftgrad as sg
        class F(sg.Function):
            @staticmethod
            def forward(ctx, x): return x * 1
            @staticmethod
            def backward(ctx, g): sys.exit(0)
        F.apply(sg.asarray([1.0], requires_grad=True)).sum().backward()
        """,
    ],
)
def test_clean_end(script):
    result = run(script)
    assert (result.returncode, result.stderr) == (0, "")


def test_fork():
    result = run(
        """
        import os, numpy as np, swiftgrad as sg
        t = sg.asarray(np.ones((500, 500)))
        expected = (t @ t).sum().item()
        child = os.fork()
        if child == 0:
            os._exit(0 if (t @ t).sum().item() == expected else 1)
        raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """
    )
    assert result.returncode == 0, result.stderr


def test_import_is_quick_and_light():
    result = run("import sys, swiftgrad; print([m for m in ('numpy', 'inspect', 'dataclasses') if m in sys.modules])")
    assert result.stdout.strip() == "[]", result.stderr
