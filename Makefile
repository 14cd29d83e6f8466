# Two commands do all the set-up on a machine with Python and make:
#   make demo   scans an example          make test   passes the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= legacy-product
# Without bytecode each of the hundreds of commands that tests start would compile archscan again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install engines demo check lint types contracts rules docs generated unit unit-engines unit-others functional test record bench bench-terraform bench-architecture accept complete lock clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(BIN)/archscan: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "archscan needs Python 3.11 or newer; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(BIN)/archscan

install: $(BIN)/archscan ## Install into .venv

engines: install ## Make the environments of checkov and semgrep
	$(BIN)/archscan engines install

demo: engines ## Scan an example; DEMO=modern-service for another
	@mkdir -p out
	@$(BIN)/archscan scan examples/$(DEMO) --report json=out/$(DEMO).json --report sarif=out/$(DEMO).sarif; \
	code=$$?; echo; echo "Exit code $$code (1: the gate did not pass). The whole result: out/$(DEMO).json"; \
	test $$code -le 1

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

contracts: install
	$(BIN)/lint-imports --no-cache

rules: engines ## Put every rule to its own fixtures
	$(BIN)/archscan rules test

docs: install ## Write the generated pages and schemas
	$(BIN)/archscan rules docs
	$(BIN)/archscan schemas

generated: install
	$(BIN)/archscan rules docs --check
	$(BIN)/archscan schemas --check

# In two, so that neither of the two that run beside each other is idle at the end.
OF_ENGINES := tests/unit/engines tests/checkov

unit: unit-others unit-engines

unit-engines: engines
	$(BIN)/pytest -q $(OF_ENGINES)

unit-others: engines
	$(BIN)/pytest -q --ignore=tests/functional --ignore=tests/benchmarks $(addprefix --ignore=,$(OF_ENGINES))

functional: engines
	$(BIN)/pytest -q tests/benchmarks tests/functional

test: engines ## Everything that CI runs: the longest first, two beside each other
	$(MAKE) --no-print-directory -j 2 functional unit-others unit-engines rules types lint contracts generated

record: install ## Ask real Terraform again for what the tests compare with
	$(BIN)/python -m tests.terraform.record

bench: engines ## Time whole scans beside checkov and semgrep; FOLDER=… for repositories, BENCH="--generated large"
	$(BIN)/python -m benchmarks.scan $(FOLDER) $(BENCH)

accept: engines ## Kill scans, damage their cache and more; FOLDER=… for a repository
	$(BIN)/python -m benchmarks.acceptance $(or $(FOLDER),examples/mixed-estate)

bench-terraform: engines ## Time reading Terraform beside checkov and tfparse; FOLDER=… for a repository
	$(BIN)/python -m benchmarks.terraform $(FOLDER)

bench-architecture: install ## Time the model of the architecture; FOLDERS="a b" for repositories of your own
	$(BIN)/python -m benchmarks.architecture $(FOLDERS)

complete: install ## Show that every block of FOLDER=… is in the model
	$(BIN)/python -m benchmarks.completeness $(FOLDER)

COMPILE := $(BIN)/uv pip compile -q pyproject.toml --generate-hashes --no-emit-index-url --no-annotate --no-header \
	--universal --python-version 3.11 --upgrade --custom-compile-command "make lock"

lock: install ## Re-make the hash-locked requirements
	$(COMPILE) --group dev -o requirements/dev.txt
	$(COMPILE) -o requirements/runtime.txt

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
