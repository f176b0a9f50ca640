# Needs Swift 6.3, Python 3.11 and git; whatever else is missing is installed into .venv or with apt.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON_IN_VENV := .venv/bin/python
# What the Swift tests are compiled for: native, x86-64 (the baseline), x86-64-v3 or x86-64-v4.
MARCH := native
SWIFT_TEST := swift test -c release -Xswiftc -enable-testing -Xcc -march=$(MARCH) --disable-swift-testing
SCRATCH := $(if $(filter-out native,$(MARCH)),--scratch-path .build/tests-$(MARCH))
SHORTENED := | awk -f scripts/xctest-output.awk
SWIFT_SOURCES := Sources Tests Package.swift
PYTHON_SOURCES := setup.py python benchmarks examples scripts
NATIVE_SOURCES := $(shell find Sources python/swiftgrad/_core 2>/dev/null) Package.swift setup.py pyproject.toml

heading = @printf '\n== %s\n' '$(1)'

.PHONY: demo test lint test-swift test-c test-loops test-python test-isa sanitize bench format stubs wheel clean

demo: .venv/.installed-all
	$(call heading,Training a digit classifier)
	$(PYTHON_IN_VENV) -m swiftgrad train digits --out runs/digits

test: lint test-swift test-c test-loops test-python
	$(call heading,Everything passed)

# The editable install; up to date when no native source is newer. "dev" contains "all".
.venv/.installed-%: $(NATIVE_SOURCES) scripts/bootstrap.sh
	$(call heading,Setting up .venv ($*))
	scripts/bootstrap.sh $*
	touch $@

lint: .venv/.installed-dev
	$(call heading,Style and types)
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	$(PYTHON_IN_VENV) -m ruff check $(wildcard $(PYTHON_SOURCES))
	$(PYTHON_IN_VENV) -m ruff format --check $(wildcard $(PYTHON_SOURCES))
	$(PYTHON_IN_VENV) -m mypy
	$(PYTHON_IN_VENV) -m swiftgrad._stubs --check

test-swift:
	$(call heading,Swift tests)
	$(SWIFT_TEST) $(SCRATCH) $(if $(FILTER),--filter '$(FILTER)') $(SHORTENED)

test-c: .venv/.installed-dev
	$(call heading,C programs)
	scripts/test-c.sh

# The assembly of the register tiles, in the build that .venv has.
test-loops: .venv/.installed-dev
	$(call heading,Register tiles)
	$(PYTHON_IN_VENV) scripts/check-loops.py

test-python: .venv/.installed-dev
	$(call heading,Python tests)
	$(PYTHON_IN_VENV) -m pytest

# Every instruction-set level that this machine runs, out of the wheel that has them all; slow.
test-isa: .venv/.installed-dev
	$(call heading,Instruction-set levels)
	scripts/test-isa.sh

# The thread sanitizer cannot follow a child that starts threads, so it goes without the tests of forks.
sanitize:
	$(call heading,Address sanitizer)
	LSAN_OPTIONS=suppressions=$(CURDIR)/scripts/leaks.supp:print_suppressions=0 \
	$(SWIFT_TEST) --scratch-path .build/address --sanitize=address $(SHORTENED)
	$(call heading,Thread sanitizer)
	TSAN_OPTIONS=halt_on_error=1 $(SWIFT_TEST) --scratch-path .build/thread --sanitize=thread --skip Fork $(SHORTENED)

bench: .venv/.installed-all
	$(PYTHON_IN_VENV) benchmarks/startup.py
	$(PYTHON_IN_VENV) benchmarks/run.py $(BENCH)

format: .venv/.installed-dev
	swift format format --in-place --recursive --parallel $(SWIFT_SOURCES)
	$(PYTHON_IN_VENV) -m ruff check --fix --exit-zero $(wildcard $(PYTHON_SOURCES))
	$(PYTHON_IN_VENV) -m ruff format $(wildcard $(PYTHON_SOURCES))

stubs: .venv/.installed-dev
	$(PYTHON_IN_VENV) -m swiftgrad._stubs

# A wheel for every x86-64 machine: make wheel SWIFTGRAD_ISA=baseline,x86-64-v3,x86-64-v4
wheel: .venv/.installed-dev
	SWIFTGRAD_ISA=$(SWIFTGRAD_ISA) $(PYTHON_IN_VENV) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	scripts/check-wheel.sh dist/swiftgrad-*.whl

clean:
	rm -rf .build .venv build dist python/*.egg-info python/swiftgrad/lib
	rm -f python/swiftgrad/*.so
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
