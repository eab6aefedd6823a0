# Every command a contributor or the CI needs. `make` alone lists them.
# Works with GNU make 3.81 (macOS); README.md has the same steps for Windows.

PYTHON ?= python3
UV     ?= uv
VENV   := .venv
PY     := $(VENV)/bin/python

# Locked files only, each held to its hash, and nothing compiled here: building a package from
# source would fetch build tools that no lock file names. The lock is complete, so pip resolves nothing (--no-deps):
# of packages that need another one's extra (`lxml[html_clean]`) pip before 23.3 breaks off while it resolves.
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --only-binary :all: --no-deps --require-hashes
LOCK    := $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 \
           --no-emit-index-url --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

# A virtual environment whose Python was removed or replaced is made anew.
$(shell test -x $(PY) || rm -f $(VENV)/.made $(VENV)/.site-installed $(VENV)/.test-installed)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test prove lint format budget screenshots bench golden schema lock installs

help: ## List these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1	\2/p' $(MAKEFILE_LIST) | \
	while IFS='	' read -r name what; do printf '  make %-11s %s\n' "$$name" "$$what"; done

site: $(VENV)/.site-installed ## Build the site into site/
	$(PY) -m generator build

serve: $(VENV)/.site-installed ## Show the site in a browser, and every change as it is saved
	$(PY) -m generator serve

# Coverage is judged on whole runs only: ARGS chooses tests, and then says nothing of the rest.
test: lint ## Check formatting, code, types, and run all tests (ARGS="-k name" runs some)
	$(PY) -m tools.ensure_browser
	$(PY) -m pytest -n auto -m "not long" $(ARGS)

prove: $(VENV)/.test-installed ## Run the long proofs, which `make test` leaves out
	$(PY) -m tools.ensure_browser
	$(PY) -m pytest -n auto -m long $(ARGS)

lint: $(VENV)/.test-installed ## Check formatting, code and types
	$(PY) -m ruff format --check
	$(PY) -m ruff check
	$(PY) -m mypy

format: $(VENV)/.test-installed ## Format the code, and mend what has one safe answer
	$(PY) -m ruff check --fix-only
	$(PY) -m ruff format

budget: site $(VENV)/.test-installed ## Hold the built briefings to what a reader has time for
	$(PY) -m tools.ensure_browser
	$(PY) -m tools.budget

screenshots: site $(VENV)/.test-installed ## Take pictures of each kind of page into build/screenshots
	$(PY) -m tools.ensure_browser
	$(PY) -m tools.screenshots

bench: $(VENV)/.test-installed ## Hold a build to bare MkDocs, as ratios (SIZES="10 100")
	$(PY) -m tools.bench $(SIZES)

golden: $(VENV)/.test-installed ## Renew the golden pages; read the difference before you commit it
	$(PY) -m pytest -q tests/golden tests/render/test_words.py --renew-golden

schema: $(VENV)/.site-installed ## Write schema/ from the model
	$(PY) -m generator schema

# The second file is held to the first, so that tests run on the versions that build the site.
lock: ## Lock the requirements (UPGRADE=1 takes the newest versions)
	@command -v "$(UV)" >/dev/null 2>&1 || { \
	  echo "make lock needs uv: install it ('$(PYTHON) -m pip install uv' in an environment of its own), or name it with UV=..."; exit 1; }
	$(LOCK) pyproject.toml --output-file requirements/site.txt
	$(LOCK) pyproject.toml --group test --constraints requirements/site.txt --output-file requirements/test.txt

# Nothing is installed: uv only looks whether each package has a wheel, with a hash that the lock file names.
installs: $(VENV)/.made ## See that the locked packages install on each Python and system (needs uv)
	@for platform in x86_64-manylinux_2_28 aarch64-apple-darwin x86_64-pc-windows-msvc; do \
	  for version in 3.11 3.12 3.13 3.14; do \
	    $(UV) pip install --quiet --dry-run --python $(PY) --target build/nowhere --python-platform $$platform \
	      --python-version $$version --only-binary :all: --require-hashes -r requirements/test.txt \
	      && echo "$$platform, Python $$version: all of them" || exit 1; \
	  done; \
	done; rm -rf build/nowhere

# The stamps make a repeated call quick: pip runs only when a lock file is newer than its stamp.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:3] < (3, 11, 2))' 2>/dev/null || { \
	  echo "This project needs Python 3.11.2 or newer; '$(PYTHON)' is $$(command -v $(PYTHON) >/dev/null && $(PYTHON) --version 2>&1 || echo missing)."; \
	  echo "Name another one, for example: make $(or $(MAKECMDGOALS),site) PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] > (3, 14))' || \
	  echo "Nobody has tried this project with $$($(PYTHON) --version) yet: 3.11 to 3.14 are known. Going on."
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.site-installed: $(VENV)/.made requirements/site.txt
	$(INSTALL) -r requirements/site.txt
	@touch $@

$(VENV)/.test-installed: $(VENV)/.made requirements/test.txt
	$(INSTALL) -r requirements/test.txt
	@touch $@ $(VENV)/.site-installed
