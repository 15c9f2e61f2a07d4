/* Phrases for what is drawn: a setting's name, limits of its amount, the output that is asked about. */
#ifndef REPORT_DRIVER_PHRASE_H
#define REPORT_DRIVER_PHRASE_H

#include "analysis/ensemble.h"

/* The name that the scenario gives the draw; else whose setting it is and what it means, and how many share it. */
void driver_name(struct text *out, const struct plan *p, size_t uncertain, enum language language);

/* The value to which a drawn amount brings the setting, in the file's unit; NaN where the setting is a path or several
 * share the draw. */
double driver_value(const struct plan *p, size_t uncertain, double amount);

/* "growth of liquor prices above others' is above 0.2%": by the setting's value where it has one, else by how far it is
 * from what is planned. Limits are drawn amounts, infinite where there is none. */
void limit_phrase(struct text *out, const struct plan *p, size_t uncertain, double low, double high,
                  enum language language);

/* What is asked about, without its year: "Modernization index", "China: Urban share", "GDP, margin of the target"; and
 * the word for its unit, "" where there is none. */
void output_phrase(struct text *out, const struct trajectory *t, const struct ensemble_output *of,
                   enum language language);
const char *output_unit(const struct ensemble_output *of, enum language language);
int output_decimals(const struct ensemble_output *of);
int output_year(const struct ensemble_output *of);

#endif
