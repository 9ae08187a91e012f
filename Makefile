# What a developer does with drafter. On a machine with only Python and make, `make demo` and
# `make test` set up everything they need in .venv.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test test-render lint bench eval lock catalogue clean

demo: $(READY)  ## write the plan and the text of a Word speech from an example brief
	@mkdir -p out
	$(BIN)/drafter draft 工作部署会讲话 -b templates/speech-deployment/example.brief.txt \
		--no-input --force -o out/提纲.docx
	$(BIN)/drafter draft --from out/提纲.docx -b templates/speech-deployment/example.brief.txt \
		--no-input --force -o out/讲话稿.docx
	@echo "out/提纲.docx out/讲话稿.docx"

test: $(READY)  ## everything but the rendered pages
	$(BIN)/pytest -n auto -q -m "not render"

test-render: $(READY)  ## pages rendered with LibreOffice and measured; fails without it
	$(BIN)/pytest -q -m render

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.catalogue --check
	$(BIN)/python -m tests.needs --check

bench: $(READY)  ## start-up, drafting and the check, as ratios to a bare Python and in MB/s
	$(BIN)/python -m tests.bench

eval: $(READY)  ## score recogniser, layout, format, check and nothing lost where the corpus is
	$(BIN)/python -m tests.eval.structure ../shared/corpus
	$(BIN)/python -m tests.eval.layout ../shared/corpus
	$(BIN)/python -m tests.eval.words ../shared/corpus
	$(BIN)/python -m tests.eval.format ../shared/corpus
	$(BIN)/python -m tests.eval.check ../shared/corpus

catalogue: $(READY)  ## bring the Chinese messages up to date
	$(BIN)/python -m tests.catalogue

lock:  ## pin what the next `make test` installs
	rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --upgrade pip
	.venv-lock/bin/python -m pip install --quiet . --group dev
	.venv-lock/bin/python -m pip freeze --exclude policy-drafter --exclude pip > requirements.lock
	rm -rf .venv-lock

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $(READY)

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
