# Warta: the two commands are `make run` and `make test`.
SHELL := /bin/bash
NPM := npm --prefix ui --no-audit --no-fund
DEMO := $(CURDIR)/target/demo
WARTA := $(or $(CARGO_TARGET_DIR),target)/debug/warta
UI_SOURCES := $(shell find ui/src assets/locales assets/fonts -type f 2>/dev/null) ui/index.html ui/vite.config.ts ui/package-lock.json

.PHONY: run test lint bench bundle screenshots soak types help system-run system-test tools ui headless

help:
	@echo "make run          install what is missing, build, open Warta on demo data"
	@echo "make test         install what is missing, run every test"
	@echo "make lint         formatting, clippy, svelte-check, eslint, prettier"
	@echo "make bench        measure against the physical limits (docs/performance.md)"
	@echo "make soak         the long versions of the tests (writes docs/reliability.md)"
	@echo "make bundle       build the .deb package"
	@echo "make screenshots  take the pictures of the README in the real window"
	@echo "make types        write ui/src/api/types.gen.ts and src-tauri/schema.sql anew"

system-run:
	@bash .ci/install-system run

system-test:
	@bash .ci/install-system test

ui/node_modules/.installed: ui/package-lock.json
	# Not `npm ci`: the lock lacks the Tauri command line's packages for other systems, which it
	# takes for an error. Versions still come from the lock.
	$(NPM) install --no-save
	@touch $@

ui/dist/index.html: ui/node_modules/.installed $(UI_SOURCES)
	$(NPM) run build
	@touch $@

ui: ui/dist/index.html

tools:
	@command -v tauri-driver >/dev/null || cargo install tauri-driver --version '^2' --locked

run: system-run ui
	cargo build
	@[ -e $(DEMO)/warta.sqlite ] || $(WARTA) --workspace $(DEMO) init --demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(WARTA) --workspace $(DEMO); else $(MAKE) --no-print-directory headless; fi

# The main job without a display: import, release, distribution into the outbox folder, answers.
headless:
	@bash .ci/headless $(WARTA)

test: system-test tools ui
	$(NPM) test
	$(NPM) run check
	cargo test --locked

lint: ui
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	$(NPM) run check
	$(NPM) run lint
	@if command -v cargo-deny >/dev/null; then cargo deny check licenses bans sources; else echo "cargo-deny is not installed: licences, bans and sources not checked here"; fi

bench: system-test ui
	cargo bench --locked --bench limits

soak: system-test tools ui
	WARTA_RELIABILITY=docs/reliability.md WARTA_KILL_ROUNDS=$(or $(ROUNDS),100) WARTA_KILL_RECIPIENTS=2000 cargo test --locked --release --test warta kill:: -- --nocapture

bundle: system-run ui
	# Which tray library the package is for; else the bundler looks for its development files.
	TAURI_LINUX_AYATANA_APPINDICATOR=1 $(NPM) exec -- tauri build --bundles deb

screenshots: system-test tools ui
	WARTA_SCREENSHOTS=docs/pictures cargo test --locked --test warta e2e::screens::every_screen

types: ui
	WARTA_WRITE_TYPES=1 cargo test --locked --test warta current
