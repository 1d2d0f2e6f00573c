# Every command that a person needs. `make help` lists them.

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
SECONDS ?= 60
TESTS_BUILD ?= .build
IMPACT := .build/release/impact
RELEASE := -c release

# Linking Swift's libraries into the program halves the time it takes to start. macOS has them in
# the system. lld, which comes with Swift, does not warn of what Foundation does inside.
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib -Xswiftc -use-ld=lld
endif

# What has to be there to build, by the file that shows it, and Debian's package of it.
HEADERS := csv.h openssl/evp.h boost/math/distributions/students_t.hpp xlsxwriter.h
PACKAGES := libcsv-dev libssl-dev libboost-math-dev libxlsxwriter-dev

.PHONY: help setup build report test test-quick attack test-browser lint format bench bench-check bench-baseline fuzz calibrate docs golden install clean

help: ## Lists these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 20

setup: ## Installs what is missing to build
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift is missing: install Swift 6.3 or later from https://www.swift.org/install" >&2; exit 1; }
	@missing=; for header in $(HEADERS); do \
	  found=; for folder in /usr/include /usr/local/include /opt/homebrew/include /usr/include/$$(uname -m)-linux-gnu; do \
	    [ -e $$folder/$$header ] && found=yes; done; \
	  [ -n "$$found" ] || missing="$$missing $$header"; done; \
	[ -z "$$missing" ] && exit 0; \
	if command -v apt-get >/dev/null; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installing $(PACKAGES)"; \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES) >/dev/null; \
	else \
	  echo "Missing:$$missing" >&2; \
	  echo "Install libcsv, OpenSSL (libcrypto), Boost.Math and libxlsxwriter with your system's packages; on macOS:" >&2; \
	  echo "  brew install libcsv openssl boost libxlsxwriter" >&2; exit 1; \
	fi

build: setup ## Builds the program
	$(SWIFT) build $(RELEASE) --product impact

report: build ## Evaluates the made-up school of Data/sample into Reports/sample
	$(IMPACT) run Data/sample --reports Reports/sample

# IMPACT_TESTS says how much of the long tests is done (Tests/TestTraits), TESTS_BUILD where they are
# built: SwiftPM keeps a build folder to itself, and .ci/run builds the program at the same time.
BUILD_TESTS = $(SWIFT) build --build-tests --scratch-path $(TESTS_BUILD)
RUN_TESTS = $(SWIFT) test --skip-build --scratch-path $(TESTS_BUILD)

test: setup ## Runs all tests, of the long ones a tenth
	$(BUILD_TESTS)
	IMPACT_TESTS=tenth $(RUN_TESTS)

test-quick: setup ## Runs all tests but the long ones, in under a minute after the build
	$(BUILD_TESTS)
	IMPACT_TESTS=quick $(RUN_TESTS)

attack: setup ## Runs all tests in full: 200 schools attacked, large files, many random ones (many minutes)
	$(BUILD_TESTS)
	IMPACT_TESTS=full $(RUN_TESTS)

test-browser: ## Opens the pages of Reports/sample in Chromium: no message, no request, WCAG 2.2 AA
	Tests/Browser/check.sh Reports/sample/*/*/report.html

lint: setup ## Checks the style of the code
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	@long=$$(find Sources Tests -name '*.swift' -exec wc -l {} + | awk '$$2 != "total" && $$1 > 600'); \
	[ -z "$$long" ] || { echo "Files of more than 600 lines:"; echo "$$long"; exit 1; }

format: ## Sets the code in its style
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

bench: build ## Times the program beside DuckDB, Polars and pandas (many minutes; OPTIONS=--quick)
	@$(SWIFT) build $(RELEASE) --product bench
	@SWIFT=$(SWIFT) Tests/Performance/bench.sh $(OPTIONS)

bench-check: build ## Counts the instructions of three small jobs; fails where they are 5% more than kept
	@SWIFT=$(SWIFT) Tests/Performance/bench-check.sh

bench-baseline: build ## Keeps the present counts for bench-check
	@SWIFT=$(SWIFT) Tests/Performance/bench-check.sh --keep

fuzz: setup ## Feeds made-up bytes to the readers of CSV and school.yml, each for SECONDS=60
	@SWIFT=$(SWIFT) Tests/Fuzz/fuzz.sh $(SECONDS)

calibrate: setup ## Counts how often the method is right about made-up schools (three minutes; OPTIONS=--all: many)
	@$(SWIFT) build $(RELEASE) --product calibrate
	@echo "make calibrate, impact $$(sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/impact/Impact.swift)," \
	  "$$(uname -s) $$(uname -m), $$(getconf _NPROCESSORS_ONLN) cores, $$($(SWIFT) --version 2>/dev/null | grep -o 'Swift version [0-9.]*')"
	@.build/release/calibrate $(OPTIONS)

docs: setup ## Writes the method and the documentation of Analysis as pages into .build/docs
	$(SWIFT) package dump-symbol-graph --minimum-access-level package >/dev/null
	@mkdir -p .build/docs-symbols && cp .build/*/symbolgraph/Analysis.symbols.json .build/docs-symbols/
	docc convert Sources/Analysis/Analysis.docc --additional-symbol-graph-dir .build/docs-symbols \
	  --fallback-display-name Analysis --fallback-bundle-identifier impact.Analysis \
	  --transform-for-static-hosting --output-path .build/docs
	@echo "Serve .build/docs and open documentation/analysis, e.g. python3 -m http.server -d .build/docs"

golden: build ## Writes Data/sample, Reports/sample and the expected files of the tests anew; read the diff
	$(IMPACT) simulate Data/sample --force
	$(IMPACT) run Data/sample --reports Reports/sample
	IMPACT_RECORD=1 $(SWIFT) test --filter 'EndToEndTests|CatalogueTests'

install: build ## Puts impact into $(PREFIX)/bin
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(IMPACT) $(DESTDIR)$(PREFIX)/bin/impact

clean: ## Removes what was built
	$(SWIFT) package clean
	rm -rf .build/tests
