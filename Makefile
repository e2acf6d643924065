# make demo   set up and read the sample reports      make test       set up and run every check
# make bench  speed, growth and memory                make reference  docs/reference from the data
# make fuzz   broken texts for a minute               make floor      pin the gold floor to today's scores

PYTHON ?= python3
PIP = .venv/bin/python -m pip --quiet --disable-pip-version-check
BIN = .venv/bin

.PHONY: setup demo test bench reference places fast plain floor fuzz clean

BUILT = src/tawthiq/web/static/built/map.json

setup: .venv/.ready $(BUILT)

.venv/.ready: pyproject.toml hatch_build.py $(wildcard src/tawthiq/data/places/curated/*.csv)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one: make setup PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "The venv module is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv (a minute the first time) …"
	@$(PIP) install --upgrade pip
	@$(PIP) install --editable '.[dev]'
	@touch $@

# Fonts and a finer map of the review page, where Node is installed; without them it works, and looks plainer.
$(BUILT): $(wildcard frontend/*.mjs frontend/*.json)
	@if command -v npm >/dev/null; then \
	  cd frontend && npm ci --silent --no-audit --no-fund && node build.mjs >/dev/null || \
	  echo "The fonts and the fine map of the review page could not be built; it works without them" >&2; fi

demo: setup
	@$(BIN)/tawthiq read examples/aleppo-day.txt --published 2016-10-13
	@$(BIN)/tawthiq read $(filter-out examples/aleppo-day.txt,$(wildcard examples/*.txt examples/*.html examples/*.csv examples/*.jsonl))
	@echo "Next:  . .venv/bin/activate;  tawthiq add examples/;  tawthiq incidents;  tawthiq review"

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: setup
	@$(BIN)/python tools/bench.py --compiled
	@$(BIN)/python tools/synthetic.py
	@$(BIN)/python tools/growth.py

reference: setup
	@$(BIN)/python tools/reference.py

places: setup
	@$(BIN)/python hatch_build.py

# The reader as machine code, up to 2.1 times as fast; an edited source is then refused until one of the two is run again.
fast: setup
	@$(BIN)/python tools/fast.py

plain: setup
	@$(BIN)/python tools/fast.py --remove

floor: setup
	@$(BIN)/python tools/floor.py

fuzz: setup
	@$(BIN)/python tools/fuzz.py

clean:
	rm -rf frontend/node_modules src/tawthiq/web/static/built
	find src -name '*.so' -delete; rm -f src/tawthiq/compiled.json
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
