/* What the charts of verdicts share: how many steps are met, a target's row in their csv. */
#ifndef REPORT_CHART_STEPS_H
#define REPORT_CHART_STEPS_H

#include "report/chart.h"

struct chart_step_count {
    size_t judged, met; /* steps with targets that count; those that miss none of them */
};
struct chart_step_count chart_count_steps(const struct judgements *all);

#define CHART_TARGETS_HEADER "step,target,year,counts,binding,wanted,projected,margin,margin_percent,verdict"

/* One row under that header, as targets.csv has the numbers; one more, the chance, where draws were made. */
void chart_target_row(struct text *out, const struct chart_input *in, const struct judgement *j);

#endif
