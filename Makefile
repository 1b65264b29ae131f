# Two commands matter: `make learn` and `make test`. CI runs the second one, as it is here.
PYTHON ?= python3
OPEN ?= 1
WORKSPACE ?= ~/warm-handoff
VENV := .venv
# nbgrader calls its helpers by name, and the front end wants our Node.js: this environment comes first.
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: learn test check soak lessons static pages browser clean

learn: $(VENV)/.learn ## open the course
	@warmhandoff learn --workspace $(WORKSPACE) $(if $(filter 0,$(OPEN)),--no-open)

test: check browser ## everything that CI checks
	pytest -n 2 --dist loadfile

check: $(VENV)/.dev node_modules/.done ## the fast part
	ruff format --check .
	ruff check .
	mypy
	npm run --silent lint
	npm run --silent typecheck
	npm test --silent
	warmhandoff data validate

soak: $(VENV)/.dev node_modules/.done browser ## the long runs: benchmarks
	python benchmarks/start.py
	python benchmarks/assess.py
	python benchmarks/guards.py
	python benchmarks/interaction.py

lessons: $(VENV)/.dev ## execute solutions/ and release them to lessons/
	python -m warmhandoff.course.release

static: $(VENV)/.dev node_modules/.done ## bundle widgets/src/ into the package
	npm run --silent build

pages: static ## one self-contained page a simulation, in build/pages/
	python -m warmhandoff_widgets.pages build/pages

browser: $(VENV)/.dev
	@.ci/browser

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is older than 3.11; name a newer one, such as: make learn PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	python -m pip install --quiet --upgrade pip

$(VENV)/.learn: pyproject.toml constraints.txt | $(VENV)/bin/python
	python -m pip install --quiet --constraint constraints.txt --editable '.[learn]'
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.learn

node_modules/.done: package.json package-lock.json $(VENV)/.dev
	npm ci --silent --no-audit --no-fund
	@touch $@

clean: ## remove what can be made again
	rm -rf $(VENV) node_modules build dist gradebook.db autograded feedback
