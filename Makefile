# `make` lists what one can do. Everything is installed into .venv, from the lock files, once.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
LOWEST := .venv-lowest
CODE   := src tests benchmarks

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test oracle test-lowest lint format bench bench-measures lock dist clean chromium r

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

report: $(VENV)/.runtime ## Read Västerås, check it, analyse it and draw it, into output/
	$(BIN)/samverkansgraf run -o output

test: $(VENV)/.dev chromium ## Run every test: units, properties, documentation, pages in a browser
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

oracle: $(VENV)/.dev r ## Compare the measures with R's sna, igraph and vegan
	$(BIN)/python -m pytest -m oracle tests/oracle $(ARGS)

test-lowest: $(LOWEST)/.made ## Run the tests, but for the browser's, on the lowest versions we allow
	$(LOWEST)/bin/python -m pytest -m "not browser" -n auto --dist worksteal -W default $(ARGS)

lint: $(VENV)/.dev ## Check style, types and that imports point one way
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## Put the code in the house's format
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

bench: bench-measures $(VENV)/.dev ## Measure against networkx, rdflib, bare pyoxigraph and plain pyvis, and print the ratios
	$(BIN)/python benchmarks/bench.py $(ARGS)
	$(BIN)/python benchmarks/pages.py

bench-measures: $(VENV)/.runtime ## The measures alone, against networkx
	$(BIN)/python benchmarks/measures.py

lock: $(VENV)/.dev ## Renew the lock files from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --group build -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --group dev --all-extras -c requirements.lock -o requirements-dev.lock

dist: $(VENV)/.dev ## Make the wheel and the source archive, into dist/
	$(BIN)/python -m build --no-isolation

clean: ## Remove all that make has made
	rm -rf $(VENV) $(LOWEST) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .bench
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name README.md -delete

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

# What is installed is remembered by empty files, so that the next call installs nothing.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Error: $(PYTHON) is missing or older than 3.11; name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "Error: $(PYTHON) cannot make environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.made requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# uv installs several times as fast as pip, which fetches it first, by the lock's hashes; where uv finds no packages, as where
# only pip is told of an index, pip goes on. The lock has all that is needed to run, too.
$(VENV)/.dev: $(VENV)/.made requirements-dev.lock pyproject.toml
	sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.lock >$(VENV)/uv.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r $(VENV)/uv.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock || \
	    $(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $(VENV)/.runtime $@

$(LOWEST)/.made: $(VENV)/.dev
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(LOWEST)
	$(BIN)/uv pip compile pyproject.toml --quiet --resolution lowest-direct --group dev --all-extras -o $(LOWEST)/requirements.txt
	$(BIN)/uv pip install --quiet --python $(LOWEST) -r $(LOWEST)/requirements.txt
	$(BIN)/uv pip install --quiet --python $(LOWEST) --no-deps --no-build-isolation -e .
	@touch $@

# What the browser tests need of the system: chromium, the library that Playwright's driver links to, and a font as wide
# as Arial, in which names are measured as most readers have them.
BROWSER := chromium libatomic1 fonts-dejavu-core fonts-liberation
LETTERS := /usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf

chromium:
	@if command -v chromium >/dev/null && find /usr/lib /usr/lib64 -name libatomic.so.1 2>/dev/null | grep -q . && \
	    ls $(LETTERS) >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    export DEBIAN_FRONTEND=noninteractive; \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends $(BROWSER) >/dev/null; \
	else \
	    echo "Error: the browser tests need chromium and Liberation Sans; on Debian: sudo apt-get install $(BROWSER)" >&2; \
	    echo "       All other tests: $(BIN)/python -m pytest -m 'not browser'" >&2; exit 1; \
	fi

# What the oracle needs: R and the packages that the measures are compared with.
ORACLE := r-base-core r-cran-sna r-cran-igraph r-cran-vegan

r:
	@if Rscript --vanilla -e 'q(status = !all(c("sna", "igraph", "vegan") %in% rownames(installed.packages())))' 2>/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    export DEBIAN_FRONTEND=noninteractive; \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends $(ORACLE) >/dev/null; \
	else \
	    echo "Error: the comparison needs R with sna, igraph and vegan; on Debian: sudo apt-get install $(ORACLE)" >&2; exit 1; \
	fi
