# Each target sets up what it needs. PYTHON=python3.12 make run chooses another Python.
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 3

.PHONY: run test check bench format requirements

run: .venv/run
	$(BIN)/streamlit run app.py

test: .venv/test .venv-lms/ready tests/node/node_modules/ready
	$(BIN)/python -m scripts.browser
	$(BIN)/python -m scripts.postgres
	$(BIN)/python -m scripts.valkey
	$(BIN)/python -m scripts.balancers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/oxlint --deny-warnings after_overdue
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS) --dist loadfile -p no:benchmark

check: .venv/run
	$(BIN)/python -m after_overdue check

bench: .venv-bench/ready bench/node/node_modules/ready
	.venv-bench/bin/python -m scripts.browser
	.venv-bench/bin/pytest -p no:dash bench/test_*.py --benchmark-only --benchmark-columns=median,iqr,rounds
	.venv-bench/bin/python -m bench.latency
	.venv-bench/bin/python -m bench.lighthouse
	.venv-bench/bin/python -m bench.class_load

format: .venv/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

requirements: .venv/test
	$(BIN)/uv pip compile --quiet --universal --upgrade --no-header --no-annotate pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --upgrade --no-header --no-annotate --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile --quiet --universal --upgrade --no-header --no-annotate --python-version 3.11 tests/lms/requirements.in -o tests/lms/requirements.txt

.venv/run: requirements.txt
	$(PYTHON) scripts/environment.py .venv requirements.txt
	touch .venv/run

.venv/test: requirements-dev.txt
	$(PYTHON) scripts/environment.py .venv requirements-dev.txt
	touch .venv/test .venv/run

tests/node/node_modules/ready: tests/node/package-lock.json
	$(PYTHON) -m scripts.node_tools
	touch tests/node/node_modules/ready

bench/node/node_modules/ready: bench/node/package-lock.json
	$(PYTHON) -m scripts.node_tools bench/node
	touch bench/node/node_modules/ready

.venv-lms/ready: tests/lms/requirements.txt
	$(PYTHON) scripts/environment.py .venv-lms tests/lms/requirements.txt
	touch .venv-lms/ready

.venv-bench/ready: requirements-dev.txt bench/requirements.txt
	$(PYTHON) scripts/environment.py .venv-bench requirements-dev.txt bench/requirements.txt
	touch .venv-bench/ready
