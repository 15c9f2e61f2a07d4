/* solve.csv: a row a lever, first each alone, then all together; or a row a year of a path. */
#include <math.h>
#include "analysis/solve_meaning.h"
#include "models/production.h"
#include "report/results.h"
#include "report/solve_report.h"

#define FIRST_COLUMNS "target,lever,base_value,required_value,change,status"

static const char *
answer_name(enum solve_answer answer)
{
    static const char *const name[] = {
        [SOLVE_MET] = "already met",  [SOLVE_SOLVED] = "solved",  [SOLVE_SEVERAL] = "solved, one of several",
        [SOLVE_NONE] = "no solution", [SOLVE_FLAT] = "no effect", [SOLVE_UNTRIED] = "",
    };

    return name[answer];
}

/* A comma and the number; nothing after it where there is none */
static void
add(struct text *out, double x)
{
    text_add(out, ",");
    if (isfinite(x))
        text_print(out, "%.17g", x == 0 ? 0.0 : x);
}

static void
add_meaning(struct text *out, const struct solve_report *r, const struct solution *x)
{
    struct meaning m = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };

    if (solution_found(x) && r->solve->goal.year > r->base->plan->start)
        solution_meaning(&m, r, x);
    add(out, m.investment);
    add(out, m.migrants);
    add(out, m.residents);
    add(out, m.productivity);
    add(out, m.growth);
    text_add(out, "\n");
}

static void
lever_row(struct text *out, const struct solve_report *r, size_t lever, const struct solution *x, const char *way)
{
    const struct solve *s = r->solve;
    const struct plan_lever *l = &s->lever[lever];
    const struct setting *row = s->plan->entry[l->entry].setting;
    const double scale = unit_scale(row->unit), now = solve_value(s->plan, l, s->goal.year);
    const bool known = solution_found(x) || x->answer == SOLVE_MET;
    const double part = l->weight * x->change[lever] / (l->high - l->low);

    csv_add_field(out, r->asked);
    text_print(out, ",%s", solve_key(s, lever));
    add(out, now / scale);
    add(out, known ? (now + x->change[lever]) / scale : NAN);
    add(out, known ? x->change[lever] / scale : NAN);
    text_add(out, ",");
    csv_add_field(out, answer_name(x->answer));
    text_print(out, ",%s,%d,%s", way, s->goal.year, unit_name(row->unit));
    add(out, l->low / scale);
    add(out, l->high / scale);
    add(out, solution_found(x) && x->effort > 0 ? 100 * part * part / x->effort : NAN);
    add(out, known ? NAN : (now + x->change[lever]) / scale);
    text_print(out, ",%s", s->plan->target[x->binding].key);
    add_meaning(out, r, x);
}

void
solve_csv(struct text *out, const struct solve_report *r)
{
    text_add(out, FIRST_COLUMNS ",way,year,unit,low,high,effort_percent,closest_value,binding,investment,migrants,"
                                "residents,productivity,growth\n");
    for (size_t k = 0; k < r->solve->levers; k++)
        lever_row(out, r, k, &r->solve->alone[k], "alone");
    for (size_t k = 0; k < r->solve->levers && r->solve->together.answer != SOLVE_UNTRIED; k++)
        lever_row(out, r, k, &r->solve->together, "together");
}

/* The target is the growth of the year after the one in which is invested. */
void
solve_path_csv(struct text *out, const struct solve_report *r)
{
    const struct plan *p = r->base->plan;
    const struct solve_path *path = r->path;
    const size_t entry = p->region[p->home].group[GROUP_PRODUCTION].entry[PRODUCTION_INVESTMENT_RATE];
    const int end = path->year ? path->year - 1 : p->end - 1;

    text_add(out, FIRST_COLUMNS ",way,year,unit,growth\n");
    for (int year = p->start; year <= end; year++) {
        const size_t t = (size_t) (year - p->start);
        const bool found = !path->year || year + 1 < path->year;

        text_print(out, "gdp_growth_%d,%s", year + 1, p->entry[entry].key);
        add(out, path->base[t]);
        add(out, found ? path->rate[t] : NAN);
        add(out, found ? path->rate[t] - path->base[t] : NAN);
        text_print(out, ",%s,path,%d,percent", found ? "solved" : "no solution", year);
        add(out, r->growth[t + 1]);
        text_add(out, "\n");
    }
}
