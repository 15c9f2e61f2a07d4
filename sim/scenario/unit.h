/* Units: a number as people write it, "5500 亿元", in the unit of a setting. */
#ifndef SCENARIO_UNIT_H
#define SCENARIO_UNIT_H

#include "base/memory.h"
#include "models/setting.h"

enum unit_reading { UNIT_READ, UNIT_NO_NUMBER, UNIT_OTHER };

/* Reads text as a number, with or without a unit. UNIT_OTHER: *written is the unit that does not fit. */
enum unit_reading unit_read(const char *text, enum unit unit, double *x, const char **written);

/* The unit as an argument of a message (base/words.h) */
const char *unit_word(enum unit unit);

#endif
