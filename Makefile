# Every target installs what it needs into .venv first; nothing is written outside the checkout.
PYTHON ?= python3
JOBS ?= 2
LOCK := --quiet --no-cache --universal --python-version 3.11 --no-header --upgrade
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: demo run test check score bench calibrate lock sample docs messages screenshots install install-dev clean

demo: install            ## the dashboard with the sample returns, in a store that is thrown away
	@$(BIN)/python tools/demo.py

run: install             ## the dashboard with the office's own store (FAZHI_STORE, else var/fazhi.db)
	@$(BIN)/python tools/serve.py

test: check              ## all checks, then all tests with coverage
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --cov --cov-report=term $(ARGS)

check: install-dev       ## format, lint, types, layers, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/messages.py check

score: install-dev       ## how well returns and reports are read: known wordings, new ones, silent errors
	$(BIN)/python tools/score.py
	$(BIN)/python tools/score_narrative.py

bench: install-dev       ## the ratios of docs/performance.md, measured anew
	$(BIN)/python bench/run.py

calibrate: install-dev   ## docs/checks.md: false alarms and power of every rule on 2,000 simulated counties
	$(BIN)/python tools/calibrate.py

lock: install            ## pins the newest versions that go together
	$(BIN)/python -m pip install --quiet --no-cache-dir uv==0.13.9
	$(BIN)/python -m uv pip compile $(LOCK) requirements.in -o requirements.txt
	$(BIN)/python -m uv pip compile $(LOCK) requirements-dev.in -o requirements-dev.txt

sample: install-dev      ## writes sample_data anew from its fixed seed
	$(BIN)/python sample_data/make.py

docs: install            ## the generated pages of docs/
	$(BIN)/python tools/docs.py

messages: install-dev    ## extracts the texts and compiles their translations
	$(BIN)/python tools/messages.py update

screenshots: install-dev ## the pictures of the README
	$(BIN)/python tools/screenshots.py

install:
	@$(PYTHON) tools/install.py

install-dev:
	@$(PYTHON) tools/install.py --dev

clean:                   ## removes what can be made again; var/fazhi.db stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov var/demo var/tmp
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
