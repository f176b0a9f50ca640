"""What a library's process does for the suite: builds the workload that it is asked for, and checks it."""

import libraries
import numpy as np
from peers import Prepared, answer
from workloads import WORKLOADS


def serve(name: str, threads: int, precision: str) -> None:
    library = libraries.load(name, threads)
    answer(lambda workload: prepared(library, WORKLOADS[workload], precision))


def prepared(library, workload, precision: str) -> Prepared:
    """What is compared is computed at the highest precision; what is timed, at the one that was asked for."""
    library.set_precision("highest")
    library.exact = workload.random
    run = workload.make(library)
    check = [number for _ in range(3) for number in fingerprint(library, run())]
    library.set_precision(precision)
    if workload.random:
        library.exact = False
        run = workload.make(library)
    if workload.group == "training":
        return Prepared(run, check, library.allocations)

    def finished():
        library.wait(run())

    return Prepared(finished, check, library.allocations)


def fingerprint(library, result) -> list[float]:
    """A loss as it is; of arrays, the root mean square and a weighted sum in units of the root sum of squares."""
    if isinstance(result, float):
        return [result]
    if isinstance(result, (tuple, list)):
        return [number for part in result for number in fingerprint(library, part)]
    values = library.array(result).astype(np.float64).ravel()
    root = np.sqrt(np.square(values).sum()) or 1.0
    return [root / np.sqrt(values.size), float(np.cos(np.arange(values.size)) @ values / root)]
