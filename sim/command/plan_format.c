#include "command/plan_format.h"
#include <string.h>
#include "report/plan_book.h"
#include "report/plan_table.h"

bool
plan_format_wanted(const struct options *o)
{
    return options_given(o, OPTION_FORMAT) && !strcmp(options_value(o, OPTION_FORMAT), "plan");
}

enum status
plan_format_check(const struct options *o, struct error *err)
{
    const char *format = options_value(o, OPTION_FORMAT);

    if (!format || !strcmp(format, "summary") || plan_format_wanted(o))
        return OK;
    return error_add(err, FAILED_INPUT, NOWHERE, WORD_format_unknown, format);
}

enum status
plan_format_write(struct output *out, const struct job *j, enum language language, struct error *err)
{
    struct plan_tables tables;
    struct text text = { 0 }, name = { 0 };
    enum status rc = OK;

    plan_tables_make(&tables, &j->scenario, &j->trajectory, &j->judgements, language);
    if (tables.count > 0) {
        plan_tables_csv(&text, &tables, &j->trajectory);
        rc = output_write_text(out, "plan_table.csv", &text, err);
        text_print(&name, "%s_plan.xlsx", j->scenario.plan.name);
        rc = rc ? rc : plan_book_write(out, text_of(&name), &tables, err);
    }
    text_free(&text);
    text_free(&name);
    plan_tables_free(&tables);
    return rc;
}

void
plan_format_show(struct text *out, const struct job *j, const struct summary *s)
{
    struct plan_tables tables;

    plan_tables_make(&tables, &j->scenario, &j->trajectory, &j->judgements, s->language);
    plan_tables_show(out, &tables, j->scenario.plan.name, s->language, s->width, s->ambiguous);
    plan_tables_free(&tables);
    summary_ending(out, s);
}
