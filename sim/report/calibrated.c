/* calibrated.cfg: settings by group as a scenario file has them, then what an ensemble draws. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "report/results_calibrate.h"

#define WORTH_SAYING 0.02 /* a correlation nearer to nothing is left out */

/* A setting to write: where it stands, and which estimate moves it */
struct written {
    size_t entry;
    const struct calibrate_estimate *estimate;
};

static int
by_entry(const void *a, const void *b)
{
    const struct written *x = a, *y = b;

    return (x->entry > y->entry) - (x->entry < y->entry);
}

/* Decimals that show a hundredth of the standard error, in the file's unit */
static int
decimals(const struct calibrate_estimate *e, double scale)
{
    const double step = e->error / scale / 100;

    return step > 0 ? (int) fmax(0, fmin(12, ceil(-log10(step)))) : 12;
}

/* A decimal number with a point, so that it stays a float */
static void
add_number(struct text *out, double x, int places)
{
    char number[TEXT_NUMBER], fixed[64];

    snprintf(fixed, sizeof fixed, "%.*f", places, x);
    text_number(number, strtod(fixed, NULL));
    text_print(out, "%s%s", number, strpbrk(number, ".e") ? "" : ".0");
}

/* One number, or a path of those years in which it bends */
static void
add_value(struct text *out, const struct plan *p, const struct written *w)
{
    const struct plan_entry *e = &p->entry[w->entry];
    const double scale = unit_scale(e->setting->unit), moved = w->estimate->value - w->estimate->planned;
    const double *x = &p->value[e->offset];
    const int places = decimals(w->estimate, scale);
    bool path = false;

    for (size_t t = 1; t < e->length; t++)
        path = path || x[t] != x[0];
    if (!path) {
        add_number(out, (x[0] + moved) / scale, places);
        return;
    }
    text_add(out, "(");
    for (size_t t = 0; t < e->length; t++) {
        const bool straight = t > 0 && t + 1 < e->length && fabs(x[t + 1] - 2 * x[t] + x[t - 1]) < 1e-12;

        if (straight)
            continue;
        text_print(out, "%s(%d, ", t ? ", " : "", p->start + (int) t);
        add_number(out, (x[t] + moved) / scale, places);
        text_add(out, ")");
    }
    text_add(out, ")");
}

/* Bytes up to the end of a key's so-manyth part, its point included; 0 where it has no more groups */
static size_t
group_end(const char *key, size_t depth)
{
    const char *at = key;

    for (size_t i = 0; i <= depth; i++) {
        at = strchr(at, '.');
        if (!at)
            return 0;
        at++;
    }
    return (size_t) (at - key);
}

/* Closes groups until those left are the key's, then opens the key's own. */
static void
move_to(struct text *out, const char **open, size_t *depth, const char *key)
{
    size_t same = 0, end;

    while (same < *depth && (end = group_end(key, same)) > 0 && !strncmp(*open, key, end))
        same++;
    while (*depth > same) {
        (*depth)--;
        text_print(out, "%*s};\n", (int) (2 * *depth), "");
    }
    while ((end = group_end(key, *depth)) > 0) {
        const size_t begin = *depth ? group_end(key, *depth - 1) : 0;

        text_print(out, "%*s%.*s: {\n", (int) (2 * *depth), "", (int) (end - begin - 1), key + begin);
        (*depth)++;
    }
    *open = key;
}

static void
write_settings(struct text *out, const struct calibration *c)
{
    struct written *list;
    const char *open = "";
    size_t count = 0, depth = 0, n = 0;

    for (size_t k = 0; k < c->estimates; k++)
        count += c->estimate[k].entries;
    list = memory_new(count + 1, sizeof *list);
    for (size_t k = 0; k < c->estimates; k++)
        for (size_t i = 0; i < c->estimate[k].entries; i++)
            list[n++] = (struct written) { c->estimate[k].entry[i], &c->estimate[k] };
    qsort(list, count, sizeof *list, by_entry);
    for (size_t i = 0; i < count; i++) {
        const char *key = c->plan->entry[list[i].entry].key;

        move_to(out, &open, &depth, key);
        text_print(out, "%*s%s = ", (int) (2 * depth), "", key + group_end(key, depth - 1));
        add_value(out, c->plan, &list[i]);
        text_add(out, ";\n");
    }
    while (depth-- > 0)
        text_print(out, "%*s};\n", (int) (2 * depth), "");
    free(list);
}

static void
add_keys(struct text *out, const struct calibration *c, const struct calibrate_estimate *e)
{
    text_add(out, e->entries == 1 ? "key = " : "keys = (");
    for (size_t i = 0; i < e->entries; i++)
        text_print(out, "%s\"%s\"", i ? ", " : "", c->plan->entry[e->entry[i]].key);
    text_add(out, e->entries == 1 ? "; " : "); ");
}

static void
write_uncertain(struct text *out, const struct calibration *c)
{
    bool first = true;

    text_add(out, "\nuncertain: (\n");
    for (size_t k = 0; k < c->estimates; k++) {
        const struct calibrate_estimate *e = &c->estimate[k];
        char sd[TEXT_NUMBER];

        if (!e->entries)
            continue;
        snprintf(sd, sizeof sd, "%.4g", e->error / unit_scale(c->plan->entry[e->entry[0]].setting->unit));
        text_print(out, "%s  { ", first ? "" : ",\n");
        add_keys(out, c, e);
        text_print(out, "distribution = \"normal\"; sd = %s%s; outside = \"clamp\"; }", sd,
                   strpbrk(sd, ".e") ? "" : ".0");
        first = false;
    }
    text_add(out, "\n);\n");
}

static void
write_correlations(struct text *out, const struct calibration *c)
{
    bool first = true;

    text_add(out, "correlations: (");
    for (size_t a = 0; a < c->estimates; a++)
        for (size_t b = a + 1; b < c->estimates; b++) {
            const double r = calibration_correlation(c, a, b);

            if (!c->estimate[a].entries || !c->estimate[b].entries || fabs(r) < WORTH_SAYING)
                continue;
            text_print(out, "%s\n  (\"%s\", \"%s\", %.4f)", first ? "" : ",",
                       c->plan->entry[c->estimate[a].entry[0]].key, c->plan->entry[c->estimate[b].entry[0]].key, r);
            first = false;
        }
    text_add(out, "\n);\n");
}

void
calibrated_write(struct text *out, const struct calibration *c)
{
    text_print(
        out,
        "# Settings fitted to history by `sanbu calibrate` from %s. Not a scenario by itself: inherit from it after\n"
        "# what it was fitted from, base = (\"%s.cfg\", \"calibrated.cfg\"). Values belong to the base year %d.\n",
        c->plan->name, c->plan->name, c->plan->start);
    write_settings(out, c);
    write_uncertain(out, c);
    write_correlations(out, c);
}
