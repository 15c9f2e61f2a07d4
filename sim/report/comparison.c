#include "report/comparison.h"
#include <string.h>
#include "report/comparison_together.h"
#include "report/phrase.h"
#include "report/why.h"
#include "report/wrap.h"

static const char *
own_title(const struct compared *s, enum language language)
{
    const struct plan *p = s->trajectory->plan;

    return name_in(language, p->title ? p->title : p->name, p->title_zh);
}

/* A scenario that says no title of its own has its base's. */
static bool
is_taken(const struct compared *scenario, size_t i, enum language language)
{
    for (size_t k = 0; k < i; k++)
        if (!strcmp(own_title(&scenario[k], language), own_title(&scenario[i], language)))
            return true;
    return false;
}

const char **
comparison_titles(struct arena *a, const struct compared *scenario, size_t count, enum language language)
{
    const char **title = arena_new(a, count, sizeof *title);

    for (size_t i = 0; i < count; i++) {
        title[i] = own_title(&scenario[i], language);
        if (is_taken(scenario, i, language) || text_cells(title[i], 1) > COMPARISON_TITLE)
            title[i] = scenario[i].trajectory->plan->name;
    }
    return title;
}

static void
heading(struct text *out, const struct comparison *c)
{
    struct summary s = c->base;
    struct text what = { 0 };
    char count[TEXT_NUMBER];

    text_number(count, (double) c->count);
    if (c->count == 2)
        word_fill(&what, s.language, WORD_compare_pair_title, (const char *const[]) { c->title[1], c->title[0], NULL });
    else
        word_fill(&what, s.language, WORD_compare_title, (const char *const[]) { count, NULL });
    s.title = text_of(&what);
    summary_heading(out, &s);
    text_free(&what);
}

void
comparison_print(struct text *out, const struct comparison *c)
{
    struct text plain = { 0 };

    heading(&plain, c);
    if (c->count == 2)
        comparison_pair(&plain, c);
    else
        comparison_table(&plain, c);
    if (c->base.judgements->targets) {
        text_add(&plain, "\n");
        comparison_decides(&plain, c);
    }
    if (c->why && c->why->known) {
        text_add(&plain, "\n");
        comparison_why(&plain, c, c->why);
    }
    if (c->together) {
        text_add(&plain, "\n");
        comparison_together(&plain, c);
    }
    wrap_lines(out, text_of(&plain), c->base.width, c->base.ambiguous);
    text_free(&plain);
    summary_ending(out, &c->base);
}
