/* Targets in a block of draws: judged in each lane as in a plain run (analysis/target_rule.h). */
#ifndef ANALYSIS_ENSEMBLE_TARGET_H
#define ANALYSIS_ENSEMBLE_TARGET_H

#include "analysis/target.h"
#include "engine/world.h"

/* Where a figure's parts stand in the world: series, PLAN_NONE where not asked for */
struct target_rows {
    size_t now, whole;
};

struct lane_target {
    const struct plan_target *target;
    struct target_rows own, over;
    size_t bound; /* series of the other indicator that is the bound, or PLAN_NONE */
};

/* [plan->targets], freed with free(). Marks the series that are read in `wanted`. NULL after an error: FAILED_INPUT where
 * a target has nothing to judge. */
struct lane_target *lane_targets_new(const struct world *w, bool *wanted, struct error *err);

/* Margin and whether it is at least within tolerance, lane by lane */
void lane_target_judge(lanes margin, bool met[LANES], const struct lane_target *x, const struct world *w);

#endif
