#!/usr/bin/env bash
# The check of the arrows lets the project pass and sees each kind of include that may not be.
. "$(dirname "$0")/lib"

arrows() { "$root/tests/arrows" "${1:-$scratch/house}" >"$scratch/out" 2>"$scratch/err"; status=$?; }

# refuses NAME FILE LINE TEXT: a house with that one line in that one file is refused, with the text
refuses() {
    rm -rf house
    mkdir -p house/models house/sim/{base,scenario,engine,analysis,report,command}
    printf '%s\n' "$3" >"house/$2"
    arrows
    wants 1
    wants_out "$2" "$4"
    verdict "arrows_refuse_$1"
}

arrows "$root"
wants 0
wants_out "all point down"
verdict arrows_of_the_project

refuses base_reaching_up sim/base/text.c '#include "models/model.h"' '"models/model.h"'
refuses models_reaching_up models/labour.c '#include "engine/plan.h"' '"engine/plan.h"'
refuses engine_reaching_up sim/engine/run.c '#include "analysis/target.h"' '"analysis/target.h"'
refuses engine_knowing_scenarios sim/engine/run.h '#include "scenario/scenario.h"' '"scenario/scenario.h"'
refuses scenario_knowing_runs sim/scenario/read.c '#include "engine/run.h"' '"engine/run.h"'
refuses analysis_knowing_reports sim/analysis/target.c '#include "report/table.h"' '"report/table.h"'
refuses report_knowing_commands sim/report/table.c '#include "command/command.h"' '"command/command.h"'
refuses core_with_libconfig sim/engine/plan.c '#include <libconfig.h>' 'libconfig.h'
refuses core_with_files models/ages.c '    FILE *f = fopen(name, "r");' 'fopen'
refuses core_that_prints sim/engine/run.c '    fprintf(stderr, "here");' 'fprintf'
refuses models_with_dice models/peers.c '#include <gsl/gsl_rng.h>' 'gsl_rng.h'
