/* Charts of an ensemble (sanbu ensemble): a figure each, from an input whose `drawn` is there, and one row in the table of
 * chart_ensemble.c. The names differ from those of a run's charts, so that both can stand in one folder.
 */
#ifndef REPORT_CHART_ENSEMBLE_H
#define REPORT_CHART_ENSEMBLE_H

#include "report/chart_common.h"

/* Bands of 90 and 50 % of the draws around what is projected, history before. */
bool chart_fan_gdp(struct figure *f);
bool chart_fan_gdp_per_capita(struct figure *f);
bool chart_fan_urbanization(struct figure *f);
bool chart_fan_modernization(struct figure *f);

/* Targets by years, a matrix of chances. */
bool chart_probability(struct figure *f);

/* How such a matrix shows a chance: the shade of its cell, its number ("62", "<1", ">99": percent is said elsewhere), and
 * what the shades mean, around that height. */
const char *chart_chance_colour(const struct figure *f, double probability);
const char *chart_chance_number(struct figure *f, double probability);
void chart_chance_legend(struct figure *f, double middle);

/* How draws are spread over home's places among the cities at the horizon's end. */
bool chart_rank_distribution(struct figure *f);

/* The line under the chart: scenario, draws, seed, source. */
void chart_note_draws(struct figure *f);

/* Writes all charts of the table as charts_write does, to be drawn by charts_draw. */
enum status charts_ensemble_write(struct chart_drawing *d, struct output *out, const struct chart_input *in,
                                  struct chart_report *done, struct error *err);

#endif
