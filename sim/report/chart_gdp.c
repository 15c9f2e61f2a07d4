/* GDP at current prices with its history, real GDP beside it, targets, growth under each period. */
#include "report/chart_kinds.h"

#include <math.h>
#include "report/chart_targets.h"
#include "report/number.h"

#define IN_TRILLIONS 200000.0 /* yi yuan: from here on people speak of trillions (万亿) */
#define YI_IN_TRILLION 10000.0

static const struct chart_subject current = {
    "gdp", WORD_chart_gdp, WORD_chart_yi, 1, 0, WORD_chart_percent, 1, WORD_chart_target, 0
};

struct chart_subject
chart_gdp_subject(const struct chart_input *in, size_t series)
{
    const double last = trajectory_at(in->trajectory, series, in->plan->end);
    struct chart_subject s = current;

    if (in->plan->home == in->plan->benchmark)
        s.name = WORD_chart_gdp_nation;
    if (last >= IN_TRILLIONS) {
        s.amount_unit = YI_IN_TRILLION;
        s.amount = WORD_chart_trillion;
        s.amount_decimals = s.label_decimals = 1;
    } else if (last < 100) {
        s.amount_decimals = s.label_decimals = 1;
    }
    return s;
}

static void
set_title(struct figure *f, const struct chart_subject *s, size_t gdp, size_t real)
{
    const int base = f->in->plan->start, last = f->last;
    const double growth = number_rounded(chart_growth(f, real, base, last), 1);
    const char *year = figure_year(f, last), *name = chart_with_verb(f, s->name, gdp, last, s->amount_decimals);
    const char *amount = chart_amount(f, s, figure_at(f, gdp, last));
    const enum word growing = growth < 0 ? WORD_chart_title_shrinking : WORD_chart_title_growing;

    if (chart_title_by_target(f, s, gdp))
        return;
    if (!isnan(growth) && figure_try_title(f, growing, year, name, amount, figure_number(f, fabs(growth), 1), NULL))
        return;
    f->title = figure_say(f, WORD_chart_title_level, year, name, amount, NULL);
}

static void
add_growth_row(struct figure *f, size_t real)
{
    struct chart_period period[PERIODS_MAX];
    const size_t periods = chart_periods(f->in->plan, period);

    if (real == PLAN_NONE)
        return;
    f->row_head = chart_word(f, WORD_chart_row_growth);
    for (size_t i = 0; i < periods; i++) {
        const double growth = chart_growth(f, real, period[i].from - 1, period[i].to);

        if (!isnan(growth))
            figure_add_to_row(f, (period[i].from + period[i].to) / 2.0,
                              figure_say(f, WORD_chart_percent, figure_number(f, growth, 1), NULL));
    }
}

bool
chart_gdp(struct figure *f)
{
    const size_t home = f->in->plan->home;
    const size_t gdp = figure_series(f, home, "gdp"), real = figure_series(f, home, "gdp_real");
    const char *base = figure_year(f, f->in->plan->start);
    struct chart_subject s, in_real;

    if (gdp == PLAN_NONE)
        return false;
    s = chart_gdp_subject(f->in, trajectory_find(f->in->trajectory, home, "gdp"));
    f->unit = s.amount_unit;
    in_real = s;
    in_real.key = "gdp_real";
    in_real.label = WORD_chart_target_real;
    f->low = 0;
    f->bands = true;
    figure_add_line(f, real, LOOK_HOME_THIN, figure_say(f, WORD_chart_base_prices, base, NULL), s.amount_decimals);
    figure_add_line(f, gdp, LOOK_HOME, chart_word(f, WORD_chart_current_prices), s.amount_decimals);
    figure_add_dots(f, figure_history(f, home, "gdp"), LOOK_HOME);
    chart_add_target_marks(f, &s);
    chart_add_target_marks(f, &in_real);
    add_growth_row(f, real);
    set_title(f, &s, gdp, real);
    chart_subtitle(f, s.name == WORD_chart_gdp ? WORD_chart_subtitle_gdp : WORD_chart_subtitle_gdp_nation,
                   chart_word(f, f->unit > 1 ? WORD_chart_axis_trillion : WORD_chart_axis_yi), base);
    return true;
}
