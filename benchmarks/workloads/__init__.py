"""Everything that is measured, as data, by name in the order of the table."""

from .inference import INFERENCE
from .operations import OPERATIONS
from .training import TRAINING
from .workload import GROUPS, Workload

WORKLOADS = {workload.name: workload for workload in [*OPERATIONS, *TRAINING, *INFERENCE]}
