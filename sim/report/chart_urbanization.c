/* The urban share of residents, home and nation, targets with their tolerance. */
#include "report/chart_kinds.h"

#include <math.h>
#include "report/chart_targets.h"
#include "report/number.h"

#define CUT 10.0 /* the axis begins at a multiple of this many percent */

static const struct chart_subject subject = {
    "urbanization", WORD_chart_urban, WORD_chart_percent, 1, 2, WORD_chart_points, 2, WORD_chart_target, 0
};

/* The largest multiple of CUT below everything shown. */
static double
cut_below(const struct figure *f)
{
    double least = 100;

    for (size_t c = 0; c < f->count.column; c++)
        for (int year = f->first; year <= f->last; year++)
            least = fmin(least, figure_at(f, c, year));
    return fmax(0, CUT * floor(least / CUT));
}

bool
chart_urbanization(struct figure *f)
{
    const struct plan *p = f->in->plan;
    const size_t nation = chart_has_benchmark(f->in) ? p->benchmark : PLAN_NONE;
    const size_t home = figure_series(f, p->home, subject.key), other = figure_series(f, nation, subject.key);

    if (home == PLAN_NONE)
        return false;
    f->bands = true;
    chart_home_and_nation(f, subject.key, home, other);
    chart_add_target_marks(f, &subject);
    f->low = cut_below(f);
    f->high = f->low + 2 * CUT;
    chart_title_by_movement(f, &subject, home);
    chart_subtitle(f, WORD_chart_subtitle_urban, figure_number(f, f->low, 0), NULL);
    return true;
}
