/* The plan's table for scripts: keys and ASCII, like every CSV file that is written. A text that is not ASCII (a name or
 * a value that the scenario gives in Chinese only) is left out; the workbook has it. */
#include <math.h>
#include "report/plan_table.h"
#include "report/results.h"

static bool
is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char) *text >= 0x80)
            return false;
    return true;
}

static void
add_text(struct text *out, const char *text)
{
    text_add(out, ",");
    if (text && is_ascii(text))
        csv_add_field(out, text);
}

static void
add_number(struct text *out, double x)
{
    text_add(out, ",");
    csv_add_number(out, x);
}

/* target, region, indicator, name, unit, relation, wanted, tolerance */
static void
add_judged(struct text *out, const struct judgement *j, const struct trajectory *t)
{
    const struct plan_target *g = j->target;

    add_text(out, g->key);
    add_text(out, t->plan->region[g->region].key);
    add_text(out, t->series[trajectory_series(t, g->region, g->indicator, g->sector)].key);
    add_text(out, g->name);
    add_text(out, unit_name(plan_target_unit(g)));
    add_text(out, relation_name(g->relation));
    add_number(out, j->wanted);
    add_number(out, g->tolerance);
}

static void
add_stated(struct text *out, const struct stated *s, const struct plan_row *row)
{
    text_add(out, ",,,");
    add_text(out, s->name);
    add_text(out, s->unit);
    text_add(out, ",");
    add_number(out, row->cell[PLAN_TARGET].value);
    text_add(out, ",");
}

/* actual_year, actual, progress, time, midterm: empty where nothing came in */
static void
add_midterm(struct text *out, const struct plan_table *p, const struct standing *made)
{
    const bool known = isfinite(made->actual);

    text_add(out, ",");
    if (known)
        text_print(out, "%d", p->midterm);
    add_number(out, made->actual);
    add_number(out, made->made);
    add_number(out, known ? made->gone : NAN);
    add_text(out, midterm_name(made->class, ENGLISH));
}

static void
add_row(struct text *out, const struct plan_table *p, const struct plan_row *row, const struct trajectory *t)
{
    const char *attribute = row->judged ? row->judged->target->attribute : row->stated->attribute;

    text_print(out, "%d", p->year);
    add_text(out, p->group_key[row->group]);
    add_text(out, row->cell[PLAN_NUMBER].text);
    if (row->judged)
        add_judged(out, row->judged, t);
    else
        add_stated(out, row->stated, row);
    text_print(out, ",%d", p->start);
    add_number(out, row->judged ? row->base : row->cell[PLAN_BASE].value);
    add_number(out, row->growth);
    add_number(out, row->change);
    add_text(out, attribute);
    add_number(out, row->judged ? row->judged->projected : NAN);
    add_text(out, row->judged ? verdict_name(row->judged->verdict) : "");
    add_midterm(out, p, &row->progress);
    text_add(out, "\n");
}

void
plan_tables_csv(struct text *out, const struct plan_tables *tables, const struct trajectory *t)
{
    text_add(out, "year,group,number,target,region,indicator,name,unit,relation,wanted,tolerance,base_year,base_value,"
                  "growth,change,attribute,projected,verdict,actual_year,actual,progress,time,midterm\n");
    for (size_t i = 0; i < tables->count; i++)
        for (size_t r = 0; r < tables->table[i].rows; r++)
            add_row(out, &tables->table[i], &tables->table[i].row[r], t);
}
