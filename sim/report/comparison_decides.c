/* What decides: the targets whose verdict is another than in the base, and in which scenarios. */
#include <string.h>
#include "report/comparison.h"
#include "report/phrase.h"

#define INDENT 2
#define HANGING 6

/* Text broken between pieces, never inside one */
struct paragraph {
    const struct summary *screen;
    struct text *out;
    size_t used; /* cells of the line */
};

static void
blanks(struct paragraph *p, size_t n)
{
    text_print(p->out, "%*s", (int) n, "");
    p->used = n;
}

static void
add_piece(struct paragraph *p, const char *piece, const char *end)
{
    const size_t space = p->screen->language == CHINESE || p->used <= INDENT ? 0 : 1;
    const size_t cells = space + text_cells(piece, p->screen->ambiguous) + text_cells(end, p->screen->ambiguous);

    if (p->used > HANGING && p->used + cells > p->screen->width) {
        text_add(p->out, "\n");
        blanks(p, HANGING);
    } else {
        text_add(p->out, space ? " " : "");
    }
    text_print(p->out, "%s%s", piece, end);
    p->used += cells;
}

static bool
has_verdict(const struct comparison *c, size_t i, const char *key, enum verdict v)
{
    const struct judgement *j = compare_target(c->scenario[i].judgements, key);

    return j && j->verdict == v;
}

static size_t
count_verdict(const struct comparison *c, const char *key, enum verdict v)
{
    size_t n = 0;

    for (size_t i = 1; i < c->count; i++)
        n += has_verdict(c, i, key, v);
    return n;
}

/* "x missed in Liquor slump, Slow nation" and what ends it */
static void
add_scenarios(struct paragraph *p, const struct comparison *c, const char *key, enum verdict v, const char *end)
{
    const char *comma = c->base.language == CHINESE ? "、" : ",";
    struct text verdict = { 0 }, in = { 0 };
    size_t left = count_verdict(c, key, v);

    verdict_phrase(&verdict, v, c->base.language);
    word_fill(&in, c->base.language, WORD_compare_decides_in, (const char *const[]) { text_of(&verdict), NULL });
    add_piece(p, text_of(&in), "");
    for (size_t i = 1; i < c->count; i++)
        if (has_verdict(c, i, key, v))
            add_piece(p, c->title[i], --left ? comma : end);
    text_free(&in);
    text_free(&verdict);
}

/* "Modernization index, 2030, at least 95: x missed;" */
static void
add_target(struct paragraph *p, const struct comparison *c, const struct judgement *j)
{
    const struct plan_target *g = j->target;
    const enum word word = target_is_aside(g) ? WORD_compare_decides_base_aside : WORD_compare_decides_base;
    struct text name = { 0 }, wanted = { 0 }, verdict = { 0 }, piece = { 0 };
    char year[TEXT_NUMBER];

    target_name(&name, c->base.trajectory, g, c->base.language);
    wanted_phrase(&wanted, j, c->base.language);
    verdict_phrase(&verdict, j->verdict, c->base.language);
    word_fill(&piece, c->base.language, word,
              (const char *const[]) { text_of(&name), text_number(year, g->year), text_of(&wanted), text_of(&verdict),
                                      NULL });
    add_piece(p, text_of(&piece), "");
    text_free(&name);
    text_free(&wanted);
    text_free(&verdict);
    text_free(&piece);
}

/* A paragraph for a target whose verdict changes; false where none does. */
static bool
add_changes(struct text *out, const struct comparison *c, const struct judgement *j)
{
    const char *more = c->base.language == CHINESE ? "；" : ";";
    struct paragraph p = { &c->base, out, 0 };
    size_t left = 0;

    for (int v = MET; v >= MISSED; v--)
        left += v != (int) j->verdict && count_verdict(c, j->target->key, (enum verdict) v) > 0;
    if (!left)
        return false;
    blanks(&p, INDENT);
    add_target(&p, c, j);
    for (int v = MET; v >= MISSED; v--)
        if (v != (int) j->verdict && count_verdict(c, j->target->key, (enum verdict) v) > 0)
            add_scenarios(&p, c, j->target->key, (enum verdict) v, --left ? more : "");
    text_add(out, "\n");
    return true;
}

void
comparison_decides(struct text *out, const struct comparison *c)
{
    struct text changes = { 0 };
    bool asides = false;

    for (size_t i = 0; i < c->base.judgements->targets; i++) {
        const struct judgement *j = &c->base.judgements->target[i];

        if (add_changes(&changes, c, j))
            asides = asides || target_is_aside(j->target);
    }
    if (changes.length)
        text_print(out, "%s\n%s", word_in(c->base.language, WORD_compare_decides), text_of(&changes));
    else
        text_print(out, "%s\n", word_in(c->base.language, WORD_compare_decides_none));
    if (asides)
        text_print(out, "%s\n", word_in(c->base.language, WORD_not_counted_note));
    text_free(&changes);
}
