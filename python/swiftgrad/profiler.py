"""Where the time and the memory go: `profile` watches what the engine does, `region` marks a part of it."""

from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from . import _core, _namespaces, _native

_functions = _namespaces.internal("_profiler")
end = _functions.end_scope
# The profiles that are running; layers look here before they report.
running: list[object] = []


class _NativeProfile(_core.Object):
    pass


_engine = _native.methods("profiler.profile", _NativeProfile)


@_namespaces.base("profiler.profile")
class profile(_NativeProfile):  # noqa: N801 - used as a function
    """Watches what the engine does in a `with` block, on all threads.

    With memory=True every block of memory is followed too, and `memory_table()` says what held it at the peak. Profiles
    can overlap; each sees what happens while it runs. One that is entered again starts anew.
    """

    if TYPE_CHECKING:
        total_time: float
        peak_memory: int

    def __init__(self, memory: bool = False) -> None:
        _core.construct(self, _namespaces.class_number("profiler.profile"), (memory,))

    def __enter__(self) -> Self:
        _engine.begin(self)
        running.append(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        running.remove(self)
        _engine.end(self)

    @property
    def events(self) -> list[dict[str, Any]]:
        """A dict for each event that has ended, in the order in which they began.

        name; kind: operation, backward (the gradients of an operation), layer (a module's forward), phase (backward
        pass, optimiser step, a batch being fetched) or region; phase: forward, backward, step or data; layer: the path
        of the module, as in "head.fc1", or ""; shapes of the inputs; thread, depth, number, and the number of its
        parent or None; start (since the profile's beginning), duration, self_time (without what is inside) in seconds;
        flops or None; bytes read and written at least; allocated: bytes taken from the memory pool; peak: the most in
        use meanwhile.
        """
        return list(_engine.events(self))

    def rows(self, sort_by: str = "time", group_by: str = "operation") -> list[dict[str, Any]]:
        """The rows of `table()`, each a dict. The self times add up to the time that was profiled."""
        return list(_engine.rows(self, sort_by, group_by))

    def table(self, sort_by: str = "time", limit: int | None = 20, group_by: str = "operation") -> str:
        """Events added up: calls, self and total time, share, GFLOP/s, GB/s, memory allocated and its peak.

        sort_by: time (self), total, calls, flops, bytes, memory or name. group_by: operation; shapes (of the inputs,
        too); layer, forward and backward together, a module's total with all that is below it. The row "(other)" is the
        time in which nothing ran that the profile knows: Python, mostly.
        """
        return _engine.table(self, sort_by, group_by, limit)  # type: ignore[no-any-return]

    def memory_table(self, limit: int | None = 20) -> str:
        """What held memory when most was in use. RuntimeError without memory=True."""
        return _engine.memory_table(self, limit)  # type: ignore[no-any-return]

    def memory_rows(self) -> list[dict[str, Any]]:
        """The rows of `memory_table()`, each a dict of name, phase, layer, bytes and blocks."""
        return list(_engine.memory_rows(self))

    def export_chrome_trace(self, path: Any) -> None:
        """Writes a trace that https://ui.perfetto.dev and chrome://tracing show: threads, and events inside events."""
        _engine.export_chrome_trace(self, path)

    def __repr__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        import html

        names, *lines = _engine.cells(self, "time", "operation", 20)
        head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
        body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in line)}</tr>" for line in lines)
        return f"<table><tr>{head}</tr>{body}</table>"


_native.hide(profile, "begin", "end", "cells")


class region:  # noqa: N801 - used as a function
    """Marks a part of the work by a name in the profiles that are running: `with region("data"): ...`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._numbers: list[int | None] = []

    def __enter__(self) -> Self:
        self._numbers.append(_functions.begin_region(self._name))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        number = self._numbers.pop()
        if number is not None:
            end(number)
