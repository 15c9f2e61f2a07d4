/* Several charts on their way into files: each is written as it comes, then all are drawn side by side. */
#ifndef REPORT_CHART_BATCH_H
#define REPORT_CHART_BATCH_H

#include <time.h>
#include "report/chart_figure.h"

struct chart_batch {
    struct output *out;
    const struct chart_input *in;
    struct chart_report *report;
    struct text font;
    bool drawable; /* there is a font */
    struct timespec begun;
};

/* Room for `most` charts in the report, which is emptied. */
void chart_batch_start(struct chart_batch *b, struct output *out, const struct chart_input *in, size_t most,
                       struct chart_report *report, struct error *err);

/* Arranges a figure, writes its script and csv, and frees it; one that does not apply is only reported. */
enum status chart_batch_add(struct chart_batch *b, struct figure *f, bool applies, struct error *err);

/* Draws what was written where `status` is OK; the batch is over in any case. */
enum status chart_batch_end(struct chart_batch *b, enum status status, struct error *err);

#endif
