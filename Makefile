# Each target sets up what it needs. PYTHON=python3.12 make run chooses another Python.
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 3
# What a test starts is compiled once, not at each start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check bench docs pictures format font requirements sbom audit

run: .venv/run
	@echo 'Serving http://localhost:8501; Ctrl-C ends it.'
	@$(BIN)/python -m streamlit run app.py

test: .venv/test .venv-lms/ready tests/node/node_modules/ready
	$(BIN)/python -m scripts.browser
	$(BIN)/python -m scripts.engines
	$(BIN)/python -m scripts.postgres
	$(BIN)/python -m scripts.valkey
	$(BIN)/python -m scripts.balancers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/oxlint --deny-warnings after_overdue
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -p no:benchmark

check: .venv/test
	$(BIN)/python -m after_overdue check

bench: .venv-bench/ready bench/node/node_modules/ready
	.venv-bench/bin/python -m scripts.browser
	.venv-bench/bin/pytest -p no:dash bench/test_*.py --benchmark-only --benchmark-columns=median,iqr,rounds
	.venv-bench/bin/python -m bench.latency
	.venv-bench/bin/python -m bench.handset
	.venv-bench/bin/python -m bench.lighthouse
	.venv-bench/bin/python -m bench.class_load

# Needs a registry. The pages of docs/ as a site, in build/docs.
docs: .venv/test
	$(BIN)/uv run --no-project --with mkdocs==1.6.1 mkdocs build --strict

pictures: .venv/test
	$(BIN)/python -m scripts.browser
	$(BIN)/python -m scripts.pictures

format: .venv/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Needs a registry. After words with a rare character came into the content; the tests say which.
font: .venv/test
	$(BIN)/uv run --no-project --with fonttools==4.68.0 --with brotli==1.2.1 --with manimgx-fonts-cjk==2026.9.26.post1 python scripts/font.py

requirements: .venv/test
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-header --no-annotate --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements-dev.txt bench/requirements.in -o bench/requirements.txt
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-header --no-annotate --python-version 3.11 tests/lms/requirements.in -o tests/lms/requirements.txt

sbom: .venv/test .venv-image/ready
	mkdir -p build
	$(BIN)/cyclonedx-py environment .venv-image/bin/python --pyproject pyproject.toml --output-reproducible -o build/sbom.cdx.json

# Needs a network on which the advisories can be reached (docs/supply-chain.md).
audit: .venv/test
	$(BIN)/uv tool run --from pip-audit==2.10.1 pip-audit --strict --require-hashes --disable-pip -r requirements.txt

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

.venv-image/ready: requirements.txt
	$(PYTHON) scripts/environment.py .venv-image requirements.txt
	touch .venv-image/ready

.venv-bench/ready: requirements-dev.txt bench/requirements.txt
	$(PYTHON) scripts/environment.py .venv-bench requirements-dev.txt bench/requirements.txt
	touch .venv-bench/ready
