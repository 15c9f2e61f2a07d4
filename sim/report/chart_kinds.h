/* The charts there are: each fills a figure, or returns false where the trajectory lacks what it shows. */
#ifndef REPORT_CHART_KINDS_H
#define REPORT_CHART_KINDS_H

#include "report/chart_figure.h"

bool chart_gdp(struct figure *f);
bool chart_gdp_per_capita(struct figure *f);
bool chart_growth_rates(struct figure *f);
bool chart_urbanization(struct figure *f);
bool chart_structure(struct figure *f);
bool chart_contributions(struct figure *f);
bool chart_modernization(struct figure *f);
bool chart_rank(struct figure *f);
bool chart_steps(struct figure *f);
bool chart_population(struct figure *f);

#endif
