/* Why two scenarios differ: the difference of one figure, shared out among groups of the settings that differ.
 *
 *     part(i) = sum over the sets S of groups without i of  |S|! (n - |S| - 1)! / n!  (v(S + i) - v(S))
 *
 * v(S) is the figure when the groups of S have the variant's values and the others the base's: all 2^n
 * combinations are run. The parts add to the whole whatever the settings do to one another; groups that do the
 * same get the same; one without effect gets 0.
 * Source: Shapley (1953), A value for n-person games, Contributions to the Theory of Games II, 307-317.
 */
#ifndef ANALYSIS_SHAPLEY_H
#define ANALYSIS_SHAPLEY_H

#include "base/error.h"
#include "engine/plan.h"

#define SHAPLEY_GROUPS 12 /* 2^12 runs */

/* The figure explained: an indicator of a region and year, with its key as trajectories have it ("va_liquor") */
struct shapley_figure {
    size_t region; /* of the plans */
    const char *key;
    int year;
};

struct shapley_part {
    char *key;      /* what the settings' keys begin with, "regions.zunyi.sectors.liquor"; "" for the rest */
    size_t entries; /* settings that differ */
    double value;   /* in the figure's unit */
};

struct shapley {
    double base, variant; /* the figure itself */
    size_t parts;
    struct shapley_part part[SHAPLEY_GROUPS]; /* in the order of the names, or of the settings in the plan */
    size_t runs;                              /* of the model */
};

/* `names` are beginnings of keys (the first that fits takes the setting; what none fits is a part of its own). With
 * `names` NULL the groups are the sections of the scenario file (a sector is one), at most `count` of them: those that
 * move the figure least by themselves are then one part. Fails with FAILED_INPUT where the plans are not alike, a name fits no setting, the figure is not reported,
 * or there are too many groups, and where a combination cannot be run. */
enum status shapley(struct shapley *out, const struct plan *base, const struct plan *variant, struct shapley_figure of,
                    const char *const *names, size_t count, struct error *err);
/* FAILED_INPUT where a name fits no setting of the plan, or there are more than leave room for the rest */
enum status shapley_names(const struct plan *p, const char *const *names, size_t count, struct error *err);
void shapley_free(struct shapley *s); /* safe twice */

#endif
