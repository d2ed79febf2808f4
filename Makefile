# Latih 112. `make` lists the commands.
PY := .venv/bin/python
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup run check test test-python test-js eval thresholds bench golden lock translations clean

help: ## daftar perintah ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## pasang semua yang diperlukan untuk mengembangkan dan menguji
	@tools/setup dev
	@tools/ensure-browser

run: ## pasang yang diperlukan, buat basis data contoh, jalankan di http://127.0.0.1:8112
	@tools/setup run
	@.venv/bin/latih112 serve --demo

check: setup ## ruff, mypy, arah impor
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

test: setup ## pasang dan jalankan seluruh uji (di bawah sepuluh menit pada dua inti)
	@$(MAKE) --no-print-directory check test-js test-python

test-python: setup
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile

test-js: setup
	@if command -v node >/dev/null; then node --test tests/js/; \
	else echo "Node.js belum ada: uji JavaScript dilewati (apt install nodejs)."; fi

eval: setup ## nilai pembaca ucapan: laporan per tindak tutur, penulis, dan ragam bahasa
	@$(PY) -m simulator.understanding.evaluation

thresholds: setup ## pilih lagi ambang pembaca setelah baris latih berubah
	@$(PY) -m simulator.understanding.thresholds

bench: setup ## ukur satu giliran, 8 skenario x 50 benih, 50 kali kill -9
	@$(PY) -m tools.bench

golden: setup ## tulis rekaman dan lembar penilaian rujukan setelah perubahan yang disengaja
	@$(PY) -m tools.golden_log
	@$(PY) -m tools.golden_scorecard

lock: setup ## perbarui berkas kunci pustaka
	@.venv/bin/pip install -q uv
	@.venv/bin/uv pip compile -q --generate-hashes --python-version 3.11 pyproject.toml -o requirements.lock
	@.venv/bin/uv pip compile -q --generate-hashes --python-version 3.11 --group dev pyproject.toml -o requirements-dev.lock

translations: setup ## kumpulkan teks antarmuka dan susun katalog bahasa
	@.venv/bin/pybabel -q extract -F web/babel.cfg -k N_ --no-location --sort-output -o web/translations/messages.pot .
	@.venv/bin/pybabel -q update -i web/translations/messages.pot -d web/translations -l en --no-fuzzy-matching
	@.venv/bin/pybabel -q compile -d web/translations

clean: ## buang lingkungan dan cache (data di instance/ tetap)
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache build *.egg-info
