# sanbu: `make help` says what there is. Needs git, make and a C compiler; `make deps` installs the rest.
VERSION := 0.1.0
PREFIX  ?= /usr/local
WERROR  ?= -Werror
SECONDS ?= 60
JOBS    ?= $(shell nproc 2>/dev/null || echo 2)

# V=1 shows whole command lines.
Q   := $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' '$(1)' '$(2)')

# Each variant has a folder of its own: make SAN=1 test, make COV=1 test.
VARIANT := $(if $(SAN),san,$(if $(COV),cov,$(if $(CLANG),clang,$(if $(FUZZ),fuzz))))
BUILD   := build$(if $(VARIANT),/$(VARIANT))
ifneq ($(CLANG)$(FUZZ),)
CC := clang
endif

WARN  := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
         -Wmissing-prototypes -Wwrite-strings -Wformat=2 $(WERROR)
WATCH := $(if $(SAN)$(FUZZ),-fsanitize=address -fsanitize=undefined -fno-sanitize-recover=all) \
         $(if $(FUZZ),-fsanitize=fuzzer-no-link) $(if $(COV),--coverage -fprofile-abs-path)
ALL_C := -std=c11 -D_GNU_SOURCE -g -fno-common -ffp-contract=off -I. -Isim $(WARN) $(WATCH)
# The core's loops over lanes become SIMD; nothing that changes a result (no -ffast-math).
# GCC unrolls loops of LANES passes before it looks for SIMD in them, unless told where to stop, merges passes of a loop
# around them into what is no SIMD, and clears a row by an instruction that takes long to start.
CORE_C  := $(if $(VARIANT:clang=),-O1 -DPLAIN_KERNELS,-O3) -fno-math-errno -fno-trapping-math \
           $(if $(CLANG)$(FUZZ),,--param max-completely-peel-times=8 \
             -fno-loop-unroll-and-jam -fno-tree-loop-distribute-patterns)
OTHER_C := $(if $(VARIANT:clang=),-O1,-O2)
# Libraries without which a feature is off
HAS_XLSX   := $(shell echo '#include <xlsxwriter.h>' | $(CC) -E -x c - >/dev/null 2>&1 && echo yes)
HAS_NETCDF := $(shell echo '#include <netcdf.h>' | $(CC) -E -x c - >/dev/null 2>&1 && echo yes)
HAS_NLOPT  := $(shell echo '#include <nlopt.h>' | $(CC) -E -x c - >/dev/null 2>&1 && echo yes)
ALL_C     += $(if $(HAS_NLOPT),-DWITH_NLOPT) $(if $(HAS_NETCDF),-DWITH_NETCDF) $(if $(HAS_XLSX),-DWITH_XLSX)
LIBS    := $(if $(HAS_NETCDF),-lnetcdf) $(if $(HAS_NLOPT),-lnlopt) $(if $(HAS_XLSX),-lxlsxwriter) \
           -lgsl -lgslcblas -lconfig -ljansson -lmd -lm -pthread

SOURCES := $(filter-out sim/main.c,$(wildcard sim/*/*.c models/*.c))
LIBRARY := $(BUILD)/libsanbu.a
PROGRAM := $(BUILD)/sanbu
TESTS   := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))
FAULT   := $(BUILD)/tests/fault.so $(BUILD)/tests/fault_writer
SCRIPTS := $(wildcard tests/program/*.sh)
# 0.1.0+1a2b3c4d.dirty: what git knows of a build from a checkout
REVISION := $(VERSION)$(shell [ -e .git ] && head=$$(git rev-parse -q --verify --short=8 HEAD) && \
              echo "+$$head$$(git diff --quiet HEAD || echo .dirty)")

compile = $(Q)$(CC) $(ALL_C) $(1) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
link    = $(Q)$(CC) $(WATCH) $(CFLAGS) $(LDFLAGS) -o $@ $(1)
# Writes $@ where its text has changed
stamp   = @mkdir -p $(@D); echo '$(1)' | cmp -s - $@ || echo '$(1)' >$@
# This Makefile again, with all processors unless -j says how many
again   = @$(MAKE) --no-print-directory $(if $(findstring --jobserver,$(MAKEFLAGS)),,-j$(JOBS))

.PHONY: all run calibrate test test-only bench simd check deps deps-test deps-ci format golden clean install coverage fuzz valgrind \
        transcripts gallery help FORCE
.SECONDARY:
.DELETE_ON_ERROR:

all: $(PROGRAM)

help:
	@printf '%s\n' \
	'make            build build/sanbu' \
	'make run        install what is missing, build, run and compare the shipped scenarios, write a report on them' \
	'make test       install what is missing, build, run every test' \
	'make deps       install the Debian packages that building and charts need' \
	'make check      lint: arrows of dependence, format, clang-tidy' \
	'make coverage   line coverage of the tests, by folder' \
	'make valgrind   the tests under valgrind' \
	'make fuzz       fuzz the readers, SECONDS=60 each' \
	'make bench      how fast' \
	'make simd       the SIMD in the kernels, counted in the assembly' \
	'make calibrate  fit the record of 2010-2020 again, for scenarios/regions/fitted (read the difference)' \
	'make golden     remake the golden results of the shipped scenarios (read the difference)' \
	'make transcripts  remake what the documents, man page and completions show of the program (read the difference)' \
	'make gallery    draw the pictures of docs/gallery.md anew' \
	'make format     clang-format all sources' \
	'make install    to $$DESTDIR$$PREFIX (/usr/local)' \
	'make clean      remove build/' \
	'SAN=1 with the address and undefined-behaviour sanitizers, CLANG=1 with clang, COV=1 for coverage;' \
	'V=1 whole command lines; WERROR= warnings are no errors'

# A changed compiler, flag or list of sources rebuilds.
$(BUILD)/flags: FORCE
	$(call stamp,$(CC) $(ALL_C) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) / $(CORE_C) / $(OTHER_C))
$(BUILD)/sources: FORCE
	$(call stamp,$(SOURCES))
$(BUILD)/revision: FORCE
	$(call stamp,$(REVISION))

$(BUILD)/models/%.o: models/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(call compile,$(CORE_C))
$(BUILD)/sim/engine/%.o: sim/engine/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(call compile,$(CORE_C))
$(BUILD)/sim/analysis/%.o: sim/analysis/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(call compile,$(CORE_C))
$(BUILD)/bench/%.o: bench/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(call compile,$(CORE_C))
$(BUILD)/sim/base/version.o: sim/base/version.c $(BUILD)/flags $(BUILD)/revision
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(call compile,$(OTHER_C) -DSANBU_VERSION='"$(REVISION)"')
$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(call compile,$(OTHER_C))

$(BUILD)/sim/report/reference_files.o: $(wildcard sim/report/reference/*.*x)
$(LIBRARY): $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/sources
	@rm -f $@
	$(Q)$(AR) rcs $@ $(filter %.o,$^)
$(PROGRAM): $(BUILD)/sim/main.o $(LIBRARY)
	$(call say,link,$@)
	$(call link,$^ $(LIBS))
$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(LIBRARY)
	$(call say,link,$@)
	$(call link,$^ -lcmocka $(LIBS))
# Makes the nth write of a program fail: without sanitizers, since it is preloaded
$(BUILD)/tests/fault.so: tests/fault/fault.c tests/fault/fault.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,link,$@)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) -shared -fPIC -o $@ $<
$(BUILD)/tests/fault_writer: $(BUILD)/tests/fault/writer.o $(LIBRARY)
	$(call say,link,$@)
	$(call link,$^ $(LIBS))
$(BUILD)/bench_%: $(BUILD)/bench/bench_%.o $(LIBRARY)
	$(call say,link,$@)
	$(call link,$^ $(LIBS))
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(LIBRARY)
	$(call say,link,$@)
	$(call link,-fsanitize=fuzzer $^ $(LIBS))

deps:
	@.ci/deps build more charts
deps-test:
	@.ci/deps build more charts documents test
deps-ci:
	@.ci/deps build more charts documents test ci

# The shipped scenarios, the baseline first, whose summary is shown; reference.cfg is a manual and is run by the tests.
BASELINE  := scenarios/baseline.cfg
SCENARIOS := $(BASELINE) $(filter-out $(BASELINE) scenarios/reference.cfg,$(wildcard scenarios/*.cfg))
run: deps
	$(again) all
	$(Q)$(PROGRAM) run $(BASELINE)
	@printf '\n%s\n\n' 'The other scenarios, then all of them side by side:'
	$(Q)$(PROGRAM) run --quiet $(filter-out $(BASELINE),$(SCENARIOS))
	$(Q)$(PROGRAM) compare $(SCENARIOS)
	@printf '\n%s\n\n' 'What to hand in:'
	$(Q)$(PROGRAM) report $(SCENARIOS)
	@printf '\n%s\n%s\n' 'Tables and charts of each scenario: output/<scenario>/ and output/<scenario>/charts/' \
	'Side by side: output/compare/; the picture to begin with: output/compare/charts/verdicts.png'

test: deps-test
	$(again) test-only
test-only: $(PROGRAM) $(TESTS) $(FAULT)
	@SANBU=$(PROGRAM) TESTS_BUILD=$(BUILD) SAN=$(SAN)$(COV) tests/all $(SCRIPTS) $(TESTS)

valgrind: deps-ci
	$(again) $(PROGRAM) $(TESTS) $(FAULT)
	@UNDER='valgrind -q --error-exitcode=9 --leak-check=full --suppressions=tests/known/valgrind.supp' tests/all $(TESTS)

coverage: deps-test
	@find build/cov -name '*.gcda' -delete 2>/dev/null || true
	$(again) COV=1 test-only
	@tests/coverage build/cov

FORMAT    := $(shell command -v clang-format-14 || echo clang-format)
FORMATTED := $(wildcard sim/*.c sim/*/*.[ch] models/*.[ch] tests/*.[ch] tests/*/*.[ch] bench/*.[ch])
check: deps-ci
	@tests/arrows
	@$(FORMAT) --dry-run --Werror $(FORMATTED)
	@echo 'format: as .clang-format has it'
	@printf '%s\n' sim/main.c $(SOURCES) | xargs -P $(JOBS) -n 8 tests/tidy
	@echo 'clang-tidy: nothing found'
format:
	$(FORMAT) -i $(FORMATTED)

# What the record of 2010-2020 says, for the regions to inherit
calibrate: $(PROGRAM)
	@scenarios/history/carry $(PROGRAM)

golden: $(PROGRAM)
	@tests/golden remake $(PROGRAM)

gallery: $(PROGRAM)
	@docs/gallery.sh $(PROGRAM)

# The sessions in the documents, as the program now prints them
transcripts: $(PROGRAM)
	@tests/transcript remake $(PROGRAM) README.md docs/guide.md
	@docs/manual.sh $(PROGRAM) docs/manual

bench: deps
	$(again) $(PROGRAM) $(BUILD)/bench_run $(BUILD)/bench_model $(BUILD)/bench_ensemble
	@bench/run $(PROGRAM)

simd: $(LIBRARY)
	@bench/simd $(LIBRARY)

# libFuzzer needs clang; each reader for so many seconds.
FUZZERS := scenario csv
fuzz: deps-ci
	$(again) FUZZ=1 $(FUZZERS:%=build/fuzz/fuzz_%)
	@for f in $(FUZZERS); do tests/fuzz/run $$f $(SECONDS) || exit 1; done

install: $(PROGRAM)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/sanbu
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/sanbu
	cp -r scenarios docs $(DESTDIR)$(PREFIX)/share/sanbu/
	install -D -m 644 docs/manual/sanbu.1 $(DESTDIR)$(PREFIX)/share/man/man1/sanbu.1
	install -D -m 644 docs/manual/sanbu.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/sanbu
	install -D -m 644 docs/manual/_sanbu $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_sanbu

clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
