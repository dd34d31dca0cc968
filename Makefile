# make demo: runs the main job on a sample mailbox.   make test: runs the tests.
# Both set everything up on a machine that has Python 3.11 or newer and make, and nothing else.

PYTHON ?= $(if $(filter Windows_NT,$(OS)),python,python3)
VENV   := .venv
BIN    := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
DEMO   := $(CURDIR)/build/demo
RUN     = BOWOUT_HOME="$(DEMO)" $(abspath $(BIN))/bowout

.PHONY: demo test check lint types arrows format audit bench letters clean

demo: $(VENV)/.ready
	@rm -rf "$(DEMO)"
	@echo '$$ bowout demo'
	@$(RUN) demo
	@echo
	@echo '$$ bowout threads northwind'
	@$(RUN) threads northwind
	@echo '$$ bowout draft northwind --reason accepted-offer'
	@$(RUN) draft northwind --reason accepted-offer
	@echo
	@echo 'This demo lives in build/demo. To go on with it:'
	@echo '  export BOWOUT_HOME="$(DEMO)"; $(BIN)/bowout show northwind'

test: $(VENV)/.ready-test
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup

check: $(VENV)/.ready-dev lint types arrows test

lint: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

arrows: $(VENV)/.ready-dev
	$(BIN)/lint-imports

format: $(VENV)/.ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Known weaknesses of what is installed; wants PyPI itself, a mirror has no advisories.
audit: $(VENV)/.ready-dev
	$(BIN)/python -m pip install -q pip-audit
	$(BIN)/pip-audit --skip-editable

bench: $(VENV)/.ready-dev
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bowout needs Python 3.11 or newer; try: make PYTHON=python3.12 …")'
	@echo 'Setting up $(VENV) (a minute or two, once) …'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install -q -e .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	@$(BIN)/python -m pip install -q --group test
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	@$(BIN)/python -m pip install -q --group dev
	@touch $@ $(VENV)/.ready-test
