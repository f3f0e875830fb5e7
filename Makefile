# make demo     set up, build, index seeds/ and show the graph
# make test     set up, build, and run every test
# make install  PREFIX=/usr/local   one binary, the manual page, completions
PREFIX ?= /usr/local
BUILD := swift build --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib
QUIPU := .build/release/quipu

.PHONY: setup build demo test lint install clean

setup:
	@scripts/setup

build: setup
	@touch Sources/CResources/cresources.c
	$(BUILD) $(RELEASE) --product quipu

demo: build
	@scripts/demo $(QUIPU)

test:
	@scripts/setup --tests
	@touch Sources/CResources/cresources.c
	$(BUILD) $(RELEASE) --product quipu
	swift format lint --strict --recursive Sources Tests Package.swift
	$(BUILD) --build-tests
	QUIPU_BINARY=$(CURDIR)/$(QUIPU) QUIPU_PYTHON=$(CURDIR)/.venv/bin/python swift test --skip-build

install: build
	install -D -m 755 $(QUIPU) $(DESTDIR)$(PREFIX)/bin/quipu
	strip $(DESTDIR)$(PREFIX)/bin/quipu
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	$(QUIPU) man > $(DESTDIR)$(PREFIX)/share/man/man1/quipu.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	$(QUIPU) completions bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/quipu
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	$(QUIPU) completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_quipu
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(QUIPU) completions fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/quipu.fish

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build .venv
