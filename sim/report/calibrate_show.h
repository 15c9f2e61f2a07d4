/* What `calibrate` prints: the settings it found, how well the series are met, what the data cannot tell. */
#ifndef REPORT_CALIBRATE_SHOW_H
#define REPORT_CALIBRATE_SHOW_H

#include "analysis/calibrate.h"
#include "report/summary.h"

struct calibrate_shown {
    const struct calibration *calibration;
    struct summary frame; /* with the trajectory of the estimates; nothing of it is judged */
};

void calibrate_show(struct text *out, const struct calibrate_shown *s);

/* "China: capital-output ratio, times" */
void estimate_phrase(struct text *out, const struct calibration *c, size_t estimate, enum language language);

#endif
