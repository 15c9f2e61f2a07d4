/* Method on a page, limits, and what the numbers were made from. */
#include <string.h>
#include "base/version.h"
#include "report/phrase.h"
#include "report/report.h"

/* The word with one argument, which it may take twice */
static void
say(struct page *p, const struct report *r, enum word w, const char *argument)
{
    struct text text = { 0 };

    report_fill(&text, r, w, argument, argument, NULL, NULL);
    page_paragraph(p, NULL, text_of(&text));
    text_free(&text);
}

/* What this scenario uses of the model, and no more */
static void
add_regions(struct page *p, const struct report *r)
{
    const struct plan *plan = r->all.base.trajectory->plan;
    const struct plan_region *home = &plan->region[plan->home];
    const bool beside = plan->benchmark != PLAN_NONE && plan->benchmark != plan->home;

    page_word(p, beside ? WORD_report_method_beside : WORD_report_method_alone);
    page_word(p, home->method == POPULATION_COHORT ? WORD_report_method_cohort : WORD_report_method_rates);
    page_word(p, home->sectors ? WORD_report_method_sectors : WORD_report_method_converging);
    if (beside && home->sectors)
        say(p, r, WORD_report_method_catch_up, report_region(r, plan->benchmark));
    page_word(p, WORD_report_method_towns);
    if (plan->modernization.count)
        say(p, r, WORD_report_method_index, report_region(r, plan->benchmark));
    if (plan->peers.count)
        page_word(p, WORD_report_method_ranks);
}

void
report_part_method(struct page *p, const struct report *r)
{
    const struct plan *plan = r->all.base.trajectory->plan;

    add_regions(p, r);
    if (plan->targets)
        page_word(p, WORD_report_method_targets);
    if (plan->steps)
        page_word(p, WORD_report_method_steps);
    if (plan->targets && plan->precedent.classes)
        page_word(p, WORD_report_method_precedents);
    page_subsection(p, word_in(p->language, WORD_report_limits));
    for (int w = WORD_report_limit_1; w <= WORD_report_limit_3; w++)
        page_word(p, (enum word) w);
    if (plan->peers.count)
        page_word(p, WORD_report_limit_peers);
}

static bool
listed(const struct table *t, const char *path)
{
    for (size_t i = 1; i < t->rows; i++)
        if (!strcmp(t->cell[i][0], path))
            return true;
    return false;
}

static void
add_inputs(struct page *p, const struct report *r)
{
    struct table table;

    table_init(&table, "ll", 2);
    table_row(&table);
    table_set(&table, 0, 0, word_in(p->language, WORD_report_file));
    table_set(&table, 0, 1, word_in(p->language, WORD_report_digest));
    for (size_t k = 0; k < r->all.count; k++)
        for (size_t i = 0; i < r->input[k]->inputs; i++) {
            const struct scenario_input *in = &r->input[k]->input[i];

            if (!listed(&table, in->path)) {
                const size_t row = table_row(&table);

                table_set(&table, row, 0, in->path);
                table_set(&table, row, 1, in->sha256);
            }
        }
    page_table(p, word_in(p->language, WORD_report_inputs_caption), &table, 1);
    table_free(&table);
}

void
report_part_provenance(struct page *p, const struct report *r)
{
    const char *figures = name_in(p->language, r->base->source, r->base->source_zh);
    struct text command = { 0 };

    text_add(&command, "sanbu");
    for (int i = 1; i < r->argc; i++)
        text_print(&command, " %s", r->argv[i]);
    say(p, r, WORD_report_program, sanbu_version);
    say(p, r, WORD_report_command, text_of(&command));
    if (figures)
        say(p, r, WORD_report_figures_from, figures);
    if (r->ensemble)
        say(p, r, WORD_report_seed, r->seed);
    add_inputs(p, r);
    text_free(&command);
}
