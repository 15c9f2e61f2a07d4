# sanbu: `make help` says what there is. Needs git, make and a C compiler; `make deps` installs the rest.
VERSION := 0.1.0
PREFIX  ?= /usr/local
CC      ?= cc
WERROR  ?= -Werror
SECONDS ?= 60

# V=1 shows whole command lines.
Q   := $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' '$(1)' '$(2)')

# Each variant has a folder of its own: make SAN=1 test, make COV=1 test.
VARIANT := $(if $(SAN),san,$(if $(COV),cov,$(if $(CLANG),clang)))
BUILD   := build$(if $(VARIANT),/$(VARIANT))
ifneq ($(CLANG)$(FUZZ),)
CC := clang
endif

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
        -Wmissing-prototypes -Wwrite-strings -Wformat=2 $(WERROR)
ALL_C := -std=c11 -D_GNU_SOURCE -g -fno-common -ffp-contract=off -I. -Isim $(WARN) \
         $(if $(SAN),-fsanitize=address -fsanitize=undefined -fno-sanitize-recover=all) $(if $(COV),--coverage -fprofile-abs-path) \
         $(CFLAGS)
# The core's loops over lanes become SIMD; nothing that changes a result (no -ffast-math).
CORE_C  := $(if $(COV)$(SAN),-O1,-O3) -fno-math-errno -fno-trapping-math
OTHER_C := $(if $(COV)$(SAN),-O1,-O2)
LIBS    := -lgsl -lgslcblas -lconfig -ljansson -lmd -lm -pthread

SOURCES := $(filter-out sim/main.c,$(wildcard sim/*/*.c models/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY := $(BUILD)/libsanbu.a
PROGRAM := $(BUILD)/sanbu
TESTS   := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))
FAULT   := $(BUILD)/tests/fault.so $(BUILD)/tests/fault_writer
REVISION := $(VERSION)$(shell git rev-parse --short=8 HEAD 2>/dev/null | sed 's/^/+/')$(shell git diff --quiet HEAD 2>/dev/null || echo .dirty)
export BUILD PROGRAM SAN

.PHONY: all run test test-only bench check deps deps-test deps-ci format golden clean install coverage fuzz valgrind help FORCE
.SECONDARY:

all: $(PROGRAM)

help:
	@printf '%s\n' \
	'make            build build/sanbu' \
	'make run        install what is missing, build, run every shipped scenario, say where the results are' \
	'make test       install what is missing, build, run every test' \
	'make deps       install the Debian packages that building and charts need' \
	'make check      lint: clang-tidy, format, arrows of dependence' \
	'make coverage   line coverage of the tests, by folder' \
	'make valgrind   the tests under valgrind' \
	'make fuzz       fuzz the readers, SECONDS=60 each' \
	'make bench      how fast' \
	'make golden     remake the golden results of the shipped scenarios (read the difference)' \
	'make format     clang-format all sources' \
	'make install    to $$DESTDIR$$PREFIX (/usr/local)' \
	'make clean      remove build/' \
	'SAN=1 with the address and undefined-behaviour sanitizers, CLANG=1 with clang, COV=1 for coverage'

# A changed compiler or flag rebuilds.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(ALL_C) / $(CORE_C) / $(OTHER_C)' | cmp -s - $@ || echo '$(CC) $(ALL_C) / $(CORE_C) / $(OTHER_C)' >$@
$(BUILD)/revision: FORCE
	@mkdir -p $(@D)
	@echo '$(REVISION)' | cmp -s - $@ || echo '$(REVISION)' >$@

$(BUILD)/models/%.o: models/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(Q)$(CC) $(ALL_C) $(CORE_C) -MMD -MP -c -o $@ $<
$(BUILD)/sim/engine/%.o: sim/engine/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(Q)$(CC) $(ALL_C) $(CORE_C) -MMD -MP -c -o $@ $<
$(BUILD)/sim/base/version.o: sim/base/version.c $(BUILD)/flags $(BUILD)/revision
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(Q)$(CC) $(ALL_C) $(OTHER_C) -DSANBU_VERSION='"$(REVISION)"' -MMD -MP -c -o $@ $<
$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(Q)$(CC) $(ALL_C) $(OTHER_C) -MMD -MP -c -o $@ $<

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(Q)ar rcs $@ $^
$(PROGRAM): $(BUILD)/sim/main.o $(LIBRARY)
	$(call say,link,$@)
	$(Q)$(CC) $(ALL_C) -o $@ $^ $(LDFLAGS) $(LIBS)
$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(LIBRARY)
	$(call say,link,$@)
	$(Q)$(CC) $(ALL_C) -o $@ $^ $(LDFLAGS) -lcmocka $(LIBS)
# Makes the nth write of a program fail: plain, since it is preloaded.
$(BUILD)/tests/fault.so: tests/fault/fault.c
	@mkdir -p $(@D)
	$(call say,link,$@)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) -shared -fPIC -o $@ $< -ldl
$(BUILD)/tests/fault_writer: $(BUILD)/tests/fault/writer.o $(LIBRARY)
	$(call say,link,$@)
	$(Q)$(CC) $(ALL_C) -o $@ $^ $(LDFLAGS) $(LIBS)

deps:
	@.ci/deps build charts
deps-test:
	@.ci/deps build charts test
deps-ci:
	@.ci/deps build charts test ci

# The shipped scenarios; reference.cfg is a manual and is run by the tests.
SCENARIOS := $(filter-out scenarios/reference.cfg,$(wildcard scenarios/*.cfg))
run:
	@.ci/deps build charts
	@$(MAKE) --no-print-directory all
	$(PROGRAM) run $(SCENARIOS)
	@echo && echo "Tables and charts of each scenario: output/<scenario>/ and output/<scenario>/charts/"

test:
	@.ci/deps build charts test
	@$(MAKE) --no-print-directory test-only
test-only: $(PROGRAM) $(TESTS) $(FAULT)
	@tests/all $(BUILD) $(TESTS) $(wildcard tests/program/*.sh)

valgrind: $(PROGRAM) $(TESTS) $(FAULT)
	@UNDER='valgrind -q --error-exitcode=9 --leak-check=full --trace-children=no' tests/all $(BUILD) $(TESTS)

coverage:
	@$(MAKE) --no-print-directory COV=1 test-only
	@tests/coverage build/cov

check:
	@tests/arrows
	@clang-format --version >/dev/null && clang-format --dry-run --Werror $$(git ls-files '*.c' '*.h')
	@printf '%s\n' $$(git ls-files 'sim/*.c' 'models/*.c') | xargs -P 2 -n 6 clang-tidy --quiet --warnings-as-errors='*' \
		-- -std=c11 -D_GNU_SOURCE -I. -Isim 2>&1 | { grep -E 'error:|warning:' && exit 1 || echo 'clang-tidy: nothing found'; }

format:
	clang-format -i $$(git ls-files '*.c' '*.h')

golden: $(PROGRAM)
	@tests/golden remake $(PROGRAM)

$(BUILD)/bench_run: $(BUILD)/bench/bench_run.o $(LIBRARY)
	$(call say,link,$@)
	$(Q)$(CC) $(ALL_C) -o $@ $^ $(LDFLAGS) $(LIBS)
bench: $(PROGRAM) $(BUILD)/bench_run
	@bench/run $(PROGRAM)

# libFuzzer needs clang; each target keeps what it learns in its corpus.
FUZZERS := scenario csv
FUZZ_C := -std=c11 -D_GNU_SOURCE -g -O1 -I. -Isim -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
build/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(SOURCES) FORCE
	@mkdir -p $(@D)
	clang $(FUZZ_C) -o $@ $< $(SOURCES) $(LIBS)
fuzz: $(FUZZERS:%=build/fuzz/fuzz_%)
	@for f in $(FUZZERS); do tests/fuzz/run $$f $(SECONDS) || exit 1; done

install: $(PROGRAM)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/sanbu
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/sanbu
	cp -r scenarios docs $(DESTDIR)$(PREFIX)/share/sanbu/

clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
