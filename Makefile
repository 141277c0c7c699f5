# Everything runs in .venv and tests/node_modules, which are made when first needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
SPEC := spec/openapi.yaml
CONFIG := spec/settings.yaml
GENERATE := $(BIN)/python -m generator generate --spec $(SPEC) --config $(CONFIG) --out generated
NODE := tests/node_modules/.package-lock.json

.DEFAULT_GOAL := help
.PHONY: help setup generate test check format lint types unit features drift snapshots runtime e2e reference wire soak corpus bench dump all clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/dev $(NODE) ## Make the environments that tests need

generate: $(VENV)/run ## Write both packages into generated/
	$(GENERATE)

test: check runtime e2e reference ## Everything a newcomer and CI run

check: format lint types unit features drift ## Fast checks: format, lint, types, unit, features, drift

format: $(VENV)/dev ## Is every file formatted
	$(BIN)/ruff format --check generator tests
	$(BIN)/black --check --quiet templates/python/runtime templates/python/package generated/python
	@if [ -f $(NODE) ]; then cd tests && npm run --silent format; fi

lint: $(VENV)/dev ## Lint the generator, its tests, the runtime and the output
	$(BIN)/ruff check generator tests
	$(BIN)/ruff check --isolated templates/python/runtime templates/python/package generated/python

types: $(VENV)/dev $(NODE) ## Check types: generator, runtime and output, both languages
	$(BIN)/mypy
	$(BIN)/mypy --strict --config-file= generated/python/src
	$(BIN)/pyright --project tests/pyrightconfig.json
	cd generated/typescript && ../../tests/node_modules/.bin/tsc --noEmit

unit: $(VENV)/dev ## Tests of the generator's modules
	$(BIN)/pytest -q tests/unit

features: $(VENV)/dev ## One small document a feature, and the documented pages
	$(BIN)/pytest -q tests/features tests/snapshots

drift: $(VENV)/run ## Does generated/ hold what the generator would write
	$(GENERATE) --check

snapshots: $(VENV)/dev ## Rewrite the expected files of tests/features, then read the diff
	UPDATE_SNAPSHOTS=1 $(BIN)/pytest -q tests/features

runtime: $(VENV)/dev $(NODE) ## Tests of the two runtimes, one table of cases
	$(BIN)/pytest -q tests/runtime
	cd tests && npm test --silent

e2e: $(VENV)/dev $(NODE) ## The generated packages against a scripted server
	$(BIN)/pytest -q -rs tests/e2e tests/answers

reference: $(VENV)/dev ## Whole documents against facts of a reference, where those lie beside the project
	$(BIN)/pytest -q -rs tests/reference

wire: $(VENV)/dev $(NODE) ## What both SDKs send against a conformance set, where that lies beside the project
	$(BIN)/python -m tests.wire --shared $(SHARED)

bench: $(VENV)/dev $(NODE) ## Cost of generating, and of the packages beside published ones; SHARED= a folder of real documents
	$(BIN)/python tests/bench/bench.py --shared $(SHARED)

soak: $(VENV)/dev $(NODE) ## 10,000 calls in each language, a tenth of them given up: nothing may be left
	CALLS=10000 $(BIN)/pytest -q -s tests/runtime/python/test_soak.py
	cd tests && CALLS=10000 npm test --silent -- --test-timeout=600000 --test-name-pattern="leave nothing" | grep -E "^ok|^not ok|calls, " | grep -v SKIP

corpus: $(VENV)/dev $(NODE) ## Generate, import and check the types of every document of a folder: CORPUS=
	$(BIN)/python tests/corpus/corpus.py $(or $(CORPUS),$(error name a folder: make corpus CORPUS=DIR)) $(foreach step,$(STEPS),--step $(step))

dump: $(VENV)/run ## Print what the document means, as JSON
	$(BIN)/python -m generator dump --spec $(SPEC) --config $(CONFIG)

all: test bench ## Everything there is

clean: ## Remove environments and build folders
	rm -rf $(VENV) tests/node_modules tests/.build .build

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/dev: $(VENV)/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

$(NODE): tests/package.json tests/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: the TypeScript rings need Node 20 or newer" >&2; exit 1; }
	cd tests && npm ci --silent --no-audit --no-fund
	@touch $@
