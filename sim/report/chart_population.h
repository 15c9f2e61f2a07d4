/* Residents by age: what the chart and its script share. */
#ifndef REPORT_CHART_POPULATION_H
#define REPORT_CHART_POPULATION_H

#include "report/chart_figure.h"

#define AGE_GROUP 5
#define AGE_GROUPS 21 /* 0-4 to 95-99, and 100 and over */

/* Residents of a group of home's, wan; the trajectory knows ages. */
double chart_group_of(const struct chart_input *in, int year, enum sex sex, int group);

/* Pyramids of the base year and the horizon's end between two edges, above a bottom and below a top, points,
 * with their csv. False, and nothing drawn, where the trajectory knows no ages. */
bool chart_add_pyramid(struct figure *f, struct box box);

/* What the pyramids show, and the dependency ratio under them; NULL: it is not known */
const char *chart_pyramid_words(struct figure *f);
const char *chart_dependency_words(struct figure *f);

#endif
