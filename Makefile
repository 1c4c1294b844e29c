# make site · make test · make serve · make check · make bench      (`make help` says more)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := site
.PHONY: site test serve check bench lint bundle fonts lock clean help

site: $(VENV)/site.stamp ## Build both editions into _site/
	@swtech build $(if $(BASE_URL),--base-url "$(BASE_URL)")

serve: $(VENV)/site.stamp ## Look at the built site: http://localhost:8000/
	@swtech serve

check: $(VENV)/site.stamp ## Say everything that is wrong in banks, chapters, terms and contents
	@swtech check

test: $(VENV)/test.stamp ## Run every test, browser tests included
	@$(BIN)/python tests/provision.py
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: $(VENV)/test.stamp ## Measure against stock Jupyter Book, plain YAML and jupyterquiz, in one run
	@$(BIN)/python tests/provision.py
	@npm ci --ignore-scripts --no-audit --no-fund --silent --prefix benchmarks
	@$(BIN)/python -m benchmarks

lint: $(VENV)/test.stamp ## Style and types, as the tests check them
	@ruff check && ruff format --check && mypy

bundle: ## Make the browser bundles again after a change in frontend/ (needs Node)
	@npm ci --ignore-scripts --silent && npm run --silent bundle

fonts: ## Make Literata's files small again after a new release of it (needs Node)
	@npm ci --ignore-scripts --silent
	@$(PYTHON) -m venv build/fonts && build/fonts/bin/pip install --quiet --require-hashes -r requirements/fonts.txt
	@build/fonts/bin/python frontend/fonts.py

lock: ## Make the lock files again after a change in requirements/*.in (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  requirements/site.in -o requirements/site.txt
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  -c requirements/site.txt requirements/test.in -o requirements/test.txt
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  requirements/node.in -o requirements/node.txt
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  requirements/fonts.in -o requirements/fonts.txt

clean: ## Remove what builds and tests leave; the environment and _site/ stay
	@rm -rf build .mypy_cache .pytest_cache .ruff_cache .hypothesis

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null \
	  || { echo "There is no $(PYTHON) here. On Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "swtech needs Python 3.11 or newer; $(PYTHON) is older. Try: make site PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "Python has no venv module here. On Debian: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked dependencies (once, about a minute)"
	@$(BIN)/python -m pip install --require-hashes -r requirements/site.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	@echo "Installing what the tests need (once)"
	@$(BIN)/python -m pip install --require-hashes -r requirements/test.txt
	@touch $@
