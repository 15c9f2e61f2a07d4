/* Jobs as reports of several scenarios see them: the base first, the others in the order of reading. */
#ifndef COMMAND_SIDE_BY_SIDE_H
#define COMMAND_SIDE_BY_SIDE_H

#include "command/job.h"
#include "report/chart_compare.h"
#include "report/workbook.h"

struct side_by_side {
    size_t count;
    size_t *order; /* [count]: numbers of the jobs; the rest is in that order */
    struct compared *scenario;
    const char **title;
    struct chart_input *input; /* all in the language of the first job */
    struct chart_scenario *chart;
    struct workbook_scenario *sheet;
    struct arena arena;
};

/* The jobs must outlive it. */
void side_by_side_arrange(struct side_by_side *s, const struct job *jobs, size_t count, const struct options *o);
void side_by_side_free(struct side_by_side *s); /* safe twice */

#endif
