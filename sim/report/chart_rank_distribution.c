/* The distribution of home's place among the cities at the horizon's end: draws in bins of places. */
#include "report/chart_ensemble.h"

#include <math.h>
#include <string.h>
#include "report/number.h"

#define BINS 12    /* at most */
#define TAIL 0.005 /* of the draws on either side share the first and the last bin */

/* Bins of `width` places: the first holds all up to its end, the last all from its beginning */
struct bins {
    size_t first, width, count; /* the first place of the first bin */
};

/* The place that so many of the draws are not beyond */
static size_t
place_at(const struct drawn *d, double share)
{
    uint64_t all = 0, below = 0;
    size_t place = 0;

    for (size_t i = 1; i <= d->places; i++)
        all += d->place[i];
    while (place < d->places && (double) below <= share * (double) all)
        below += d->place[++place];
    return place;
}

static struct bins
choose_bins(const struct drawn *d)
{
    static const size_t widths[] = { 1, 2, 5, 10, 20, 50, 100 };
    const size_t from = place_at(d, TAIL), to = place_at(d, 1 - TAIL);
    struct bins b = { 0 };

    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        b.width = widths[i];
        b.first = (from - 1) / b.width * b.width + 1;
        b.count = (to - b.first) / b.width + 1;
        if (b.count <= BINS)
            break;
    }
    return b;
}

static size_t
bin_of(const struct bins *b, size_t place)
{
    const size_t bin = place < b->first ? 0 : (place - b->first) / b->width;

    return bin < b->count ? bin : b->count - 1;
}

/* "46-50", "91+": the first and the last hold what is beyond them, too */
static const char *
bin_name(struct figure *f, const struct bins *b, size_t bin)
{
    const size_t from = bin == 0 ? 1 : b->first + bin * b->width;
    const size_t to = b->first + (bin + 1) * b->width - 1;

    if (bin == b->count - 1 && to < f->in->drawn->places)
        return arena_print(&f->arena, "%zu+", from);
    return from == to ? arena_print(&f->arena, "%zu", from) : arena_print(&f->arena, "%zu-%zu", from, to);
}

static void
add_categories(struct figure *f, const struct bins *b)
{
    struct figure_category *category = arena_new(&f->arena, b->count, sizeof *category);

    for (size_t i = 0; i < b->count; i++)
        category[i].key = category[i].name = bin_name(f, b, i);
    figure_categories(f, category, b->count);
}

/* The last place that meets the target on the rank at the horizon's end; 0 where there is none. */
static size_t
wanted_place(const struct figure *f, const struct judgement **target)
{
    const struct judgements *all = f->in->judgements;

    for (size_t i = 0; all && i < all->targets; i++) {
        const struct plan_target *g = all->target[i].target;

        if (g->region == f->in->plan->home && g->relation == AT_MOST && g->bound_indicator == PLAN_NONE
            && g->over == PLAN_NONE && g->relative_to == PLAN_NONE && !g->from && g->year == f->in->plan->end
            && !strcmp(indicators[g->indicator].key, "rank_national") && g->bound >= 1) {
            *target = &all->target[i];
            return (size_t) g->bound;
        }
    }
    return 0;
}

static void
add_share(struct figure *f, size_t column, size_t row, double share)
{
    const double before = figure_at(f, column, (int) row);

    if (share > 0)
        figure_set(f, column, (int) row, (isnan(before) ? 0 : before) + 100 * share);
}

static void
add_bars(struct figure *f, const struct bins *b, size_t wanted)
{
    const struct drawn *d = f->in->drawn;
    const size_t met = figure_column(f, "meets the target (percent of draws)");
    const size_t missed = figure_column(f, "does not (percent of draws)");
    const double draws = (double) d->ensemble->accepted;

    for (size_t row = 0; row < b->count; row++) {
        figure_set(f, met, (int) row, 0);
        figure_set(f, missed, (int) row, 0);
    }
    for (size_t i = 1; i <= d->places; i++)
        add_share(f, i <= wanted || !wanted ? met : missed, bin_of(b, i), (double) d->place[i] / draws);
    figure_add_bar(f, met, figure_colour(f, COLOUR_MET), wanted ? chart_word(f, WORD_places_met) : NULL, 0);
    if (wanted)
        figure_add_bar(f, missed, figure_colour(f, COLOUR_OTHER), chart_word(f, WORD_places_missed), 0);
}

static void
set_title(struct figure *f, const struct judgement *target, size_t wanted)
{
    const struct drawn *d = f->in->drawn;
    const char *year = figure_year(f, f->in->plan->end), *places = arena_print(&f->arena, "%zu", wanted);
    struct text chance = { 0 };

    if (!wanted) {
        f->title = figure_say(f, WORD_places_title, year, arena_print(&f->arena, "%zu", place_at(d, 0.05)),
                              arena_print(&f->arena, "%zu", place_at(d, 0.95)), NULL);
        return;
    }
    chance_in_words(&chance, d->ensemble->target[target - f->in->judgements->target].probability, f->in->language);
    if (wanted == 1)
        f->title = figure_say(f, WORD_places_title_first, year, text_of(&chance), NULL);
    else
        f->title = figure_say(f, WORD_places_title_target, year, places, text_of(&chance), NULL);
    text_free(&chance);
}

bool
chart_rank_distribution(struct figure *f)
{
    const struct drawn *d = f->in->drawn;
    const struct judgement *target = NULL;
    const size_t wanted = wanted_place(f, &target);
    const char *cities = arena_print(&f->arena, "%zu", d ? d->places : 0);
    struct bins b;

    if (!d || !d->places)
        return false;
    b = choose_bins(d);
    add_categories(f, &b);
    f->stacked = true;
    f->low = 0;
    add_bars(f, &b, wanted);
    set_title(f, target, wanted);
    chart_subtitle(f, WORD_places_subtitle, cities, figure_year(f, f->in->plan->end));
    f->alt = figure_say(f, WORD_places_alt, f->subtitle, f->title, NULL); /* its axis is of places, not of years */
    chart_note_draws(f);
    return true;
}
