/* The matrix of verdicts on a narrow page, which has room for a few targets only. */
#include "report/chart_sheet.h"
#include "report/chart_verdicts.h"
#include "report/phrase.h"

#define CELL_LEAST (MARK_SIDE + 1)

static void
drop(struct matrix *m, size_t at)
{
    m->columns--;
    for (size_t i = at; i < m->columns; i++)
        m->column[i] = m->column[i + 1];
}

static bool
is_alike(const struct matrix *m, size_t column)
{
    const char *key = m->column[column].target->key;
    const struct judgement *first = verdict_of_target(m->all->scenario[0].in, key);

    for (size_t s = 1; s < m->all->count; s++) {
        const struct judgement *j = verdict_of_target(m->all->scenario[s].in, key);

        if (!j || !first ? j != first : j->verdict != first->verdict)
            return false;
    }
    return true;
}

/* The last one that tells no scenario from another; else the last. */
static size_t
least_telling(const struct matrix *m)
{
    for (size_t i = m->columns; i-- > 0;)
        if (is_alike(m, i))
            return i;
    return m->columns - 1;
}

void
matrix_narrow(struct figure *f, struct matrix *m)
{
    size_t counting = 0;

    for (size_t i = 0; i < m->columns; i++)
        counting += !target_is_aside(m->column[i].target);
    for (size_t i = m->columns; i-- > 0 && counting;)
        if (target_is_aside(m->column[i].target))
            drop(m, i);
    matrix_columns(f, m);
    while (m->cell < CELL_LEAST && m->columns > 1) {
        drop(m, least_telling(m));
        matrix_columns(f, m);
    }
}
