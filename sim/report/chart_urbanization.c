/* The urban share of residents, home and nation, targets with their tolerance. */
#include "report/chart_kinds.h"

#include <math.h>
#include "report/chart_targets.h"
#include "report/number.h"

#define CUT 10.0 /* the axis begins at a multiple of this many percent */

static const struct chart_subject subject = {
    "urbanization", WORD_chart_urban, WORD_chart_percent, 1, 2, WORD_chart_points, 2, WORD_chart_target, 0
};

static void
set_title(struct figure *f, size_t home)
{
    const int base = f->in->plan->start;
    const double now = figure_at(f, home, f->last), rise = number_rounded(now - figure_at(f, home, base), 2);
    const char *year = figure_year(f, f->last), *name = chart_with_verb(f, subject.name, home, f->last, 2);
    const char *amount = chart_amount(f, &subject, now);
    const char *points = figure_say(f, subject.gap, figure_number(f, fabs(rise), 2), NULL);
    const enum word moving = rise < 0 ? WORD_chart_title_down : WORD_chart_title_up;

    if (chart_title_by_target(f, &subject, home))
        return;
    if (!figure_try_title(f, moving, year, name, amount, points, NULL))
        f->title = figure_say(f, WORD_chart_title_level, year, name, amount, NULL);
}

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
    figure_add_line(f, home, LOOK_HOME, chart_region_name(f->in, p->home), 1);
    figure_add_dots(f, figure_history(f, p->home, subject.key), LOOK_HOME);
    if (other != PLAN_NONE) {
        figure_add_line(f, other, LOOK_NATION, chart_region_name(f->in, nation), 1);
        figure_add_dots(f, figure_history(f, nation, subject.key), LOOK_NATION);
    }
    chart_add_target_marks(f, &subject);
    f->low = cut_below(f);
    f->high = f->low + 2 * CUT;
    set_title(f, home);
    chart_subtitle(f, WORD_chart_subtitle_urban, figure_number(f, f->low, 0), NULL);
    return true;
}
