# Dyad: two commands matter, `make run` and `make test`; each sets up what it needs.
PYTHON ?= python3
PORT ?= 8501
DATA ?= data
BIN := .venv/bin

.PHONY: run test check format bench schema counts lock clean

# Serve the dashboard and print its address. DATA=folder serves other records, PORT=8600 another port.
run: .venv/run.done
	@DYAD_DATA="$(DATA)" $(BIN)/streamlit run server.py --server.port $(PORT)

# Run all tests, those in a real browser among them, and say which lines they reach.
test: .venv/dev.done
	@$(BIN)/python -m tests.provide_browser
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered --cov-fail-under=90

# Format, lint, types, and the records themselves with their audits: what must hold before a commit.
check: .venv/dev.done
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m loaders check

# Let the formatter and the linter mend what they can.
format: .venv/dev.done
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Measure loading, filtering, counting and searching at several sizes, as ratios within the run.
bench: .venv/dev.done
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench_search

# Write the JSON Schemas that editors use, from the model.
schema: .venv/run.done
	@$(BIN)/python -m loaders schema

# Write what the records amount to into the README.
counts: .venv/run.done
	@$(BIN)/python -m measures

# Pin all dependencies again, by hash, naming no registry.
lock: .venv/dev.done
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

# Remove what setting up made.
clean:
	rm -rf .venv

# A virtual environment of the project's own, with what the dashboard needs.
.venv/run.done: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Dyad needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# The same with what the tests and checks need.
.venv/dev.done: requirements-dev.lock .venv/run.done
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
