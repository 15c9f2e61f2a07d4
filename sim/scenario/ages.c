/* Age tables: residents, death rates, shares of births and of migrants, by sex and age group. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/csv.h"
#include "models/population.h"
#include "scenario/parts.h"
#include "scenario/read.h"
#include "scenario/value.h"

#define OLDEST (AGES - 1) /* 100 and over */
#define SHARES_OFF 0.5    /* points by which shares may miss 100 */

static const struct table_kind {
    enum age_tables table;
    enum population_setting row;
    const char *column;
    double min, max;
    bool min_refused; /* 0 itself is refused */
    bool whole_life;  /* every age must be named, for both sexes */
    bool adds_to_100;
} kinds[] = {
    { AGES_PERSONS, POPULATION_AGES, "persons", 0, 1e12, false, true, false },
    { AGES_MORTALITY, POPULATION_MORTALITY, "death_rate", 0, 10, true, true, false },
    { AGES_FERTILITY, POPULATION_FERTILITY_PATTERN, "share_percent", 0, 100, false, false, true },
    { AGES_MIGRATION, POPULATION_MIGRATION_PATTERN, "share_percent", 0, 100, false, false, true },
    { AGES_MIGRATION_RATES, POPULATION_MIGRATION_RATES, "rate_percent", -100, 100, false, false, false },
};

/* One table while it is read */
struct ages_file {
    struct csv csv;
    const struct table_kind *kind;
    size_t sex, group, value; /* columns; sex may be CSV_NONE */
    int seen[SEXES][AGES];    /* line on which that age was named; 0: not yet */
    struct age_table *out;
};

static struct place
row_place(const struct ages_file *f, size_t row)
{
    return (struct place) { f->csv.path, f->csv.line[row] };
}

/* "7", "5-9", "85+" */
static bool
parse_group(const char *s, struct age_row *row)
{
    char *end;

    if (*s < '0' || *s > '9')
        return false;
    row->first = row->last = (int) strtol(s, &end, 10);
    row->open = *end == '+';
    if (row->open)
        row->last = OLDEST;
    else if (*end == '-' && end[1] >= '0' && end[1] <= '9')
        row->last = (int) strtol(end + 1, &end, 10);
    end += row->open;
    return *end == '\0' && row->first <= row->last && row->last <= OLDEST;
}

static bool
parse_sex(struct check *c, const struct ages_file *f, size_t row, enum sex *sex)
{
    const char *cell = csv_cell(&f->csv, row, f->sex);

    if (strcmp(cell, "male") == 0)
        *sex = MALE;
    else if (strcmp(cell, "female") == 0)
        *sex = FEMALE;
    else {
        complain(c, row_place(f, row), WORD_ages_sex, cell);
        return false;
    }
    return true;
}

static bool
value_allowed(const struct table_kind *kind, double x)
{
    return x <= kind->max && (kind->min_refused ? x > kind->min : x >= kind->min);
}

static bool
mark_seen(struct check *c, struct ages_file *f, size_t row, const struct age_row *a)
{
    for (int age = a->first; age <= a->last; age++) {
        if (f->seen[a->sex][age]) {
            char years[TEXT_NUMBER], line[TEXT_NUMBER];

            complain(c, row_place(f, row), WORD_ages_overlap, text_number(years, age),
                     text_number(line, f->seen[a->sex][age]));
            return false;
        }
        f->seen[a->sex][age] = f->csv.line[row];
    }
    return true;
}

static bool
is_too_young_or_old(const struct ages_file *f, const struct age_row *a)
{
    return f->kind->table == AGES_FERTILITY && a->value != 0 && (a->first < 15 || a->last > 49);
}

/* Without sexes, births are the mothers' (kept with MALE), other rows are halved or hold for both. */
static void
keep(struct ages_file *f, struct age_row a)
{
    const bool both = f->sex == CSV_NONE && f->kind->table != AGES_FERTILITY;

    if (f->kind->table == AGES_FERTILITY)
        a.sex = MALE;
    if (both && f->kind->adds_to_100)
        a.value /= 2;
    f->out->row[f->out->count++] = a;
    if (both) {
        a.sex = FEMALE;
        f->out->row[f->out->count++] = a;
    }
}

static void
read_row(struct check *c, struct ages_file *f, size_t row)
{
    struct age_row a = { .sex = MALE };
    const char *group = csv_cell(&f->csv, row, f->group);

    if (f->sex != CSV_NONE && !parse_sex(c, f, row, &a.sex))
        return;
    if (!parse_group(group, &a)) {
        complain(c, row_place(f, row), WORD_ages_group, group);
        return;
    }
    if (csv_number(&f->csv, row, f->value, &a.value, c->err))
        return;
    if (!value_allowed(f->kind, a.value))
        complain(c, row_place(f, row), WORD_ages_value, f->kind->column, csv_cell(&f->csv, row, f->value));
    else if (is_too_young_or_old(f, &a))
        complain(c, row_place(f, row), WORD_ages_mothers, group);
    else if (f->kind->table == AGES_FERTILITY && f->sex != CSV_NONE && a.sex == MALE && a.value != 0)
        complain(c, row_place(f, row), WORD_ages_mothers, "male");
    else if (mark_seen(c, f, row, &a))
        keep(f, a);
}

static void
check_holes(struct check *c, const struct ages_file *f)
{
    const int sexes = f->sex == CSV_NONE ? 1 : SEXES;

    for (int sex = 0; sex < sexes; sex++)
        for (int age = 0; age < AGES; age++)
            if (!f->seen[sex][age]) {
                char years[TEXT_NUMBER];

                complain(c, ((struct place) { f->csv.path, 0 }), WORD_ages_hole, text_number(years, age),
                         sex == MALE ? WORD_ARGUMENT(sex_male) : WORD_ARGUMENT(sex_female));
                break; /* one hole a sex is enough to say */
            }
}

static void
check_sum(struct check *c, const struct ages_file *f)
{
    const struct place place = { f->csv.path, 0 };
    char sum_text[TEXT_NUMBER];
    double sum = 0;

    for (size_t i = 0; i < f->out->count; i++)
        sum += f->out->row[i].value;
    if (f->kind->adds_to_100 && !(fabs(sum - 100) <= SHARES_OFF))
        complain(c, place, WORD_shares_sum, f->kind->column, text_number(sum_text, round(sum * 1e9) / 1e9));
    if (f->kind->table == AGES_PERSONS && !(sum > 0))
        complain(c, place, WORD_ages_nobody);
}

static bool
find_columns(struct check *c, struct ages_file *f)
{
    f->sex = csv_column(&f->csv, "sex");
    if (f->sex == CSV_NONE && f->kind->table == AGES_PERSONS)
        return csv_need(&f->csv, "sex", &f->sex, c->err) == OK;
    return csv_need(&f->csv, "age_group", &f->group, c->err) == OK
           && csv_need(&f->csv, f->kind->column, &f->value, c->err) == OK;
}

static void
read_ages(struct check *c, struct ages_file *f)
{
    const size_t before = error_count(c->err);

    if (!find_columns(c, f))
        return;
    f->out->row = arena_new(&c->plan->arena, 2 * f->csv.rows + 1, sizeof *f->out->row);
    for (size_t row = 0; row < f->csv.rows; row++)
        read_row(c, f, row);
    if (error_count(c->err) > before)
        return; /* sums and holes would only echo that */
    if (f->kind->whole_life)
        check_holes(c, f);
    check_sum(c, f);
}

void
check_ages(struct check *c, struct node *population, struct plan_region *r)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct ages_file f = { .kind = &kinds[i], .out = &r->ages[kinds[i].table] };
        struct node *n = node_child(population, population_settings.rows[kinds[i].row].key);
        const char *path = n ? value_file(c, n, n->name) : NULL;

        if (path && csv_read(&f.csv, path, n->place, c->err) == OK) {
            read_remember(c, path, f.csv.input.sha256);
            read_ages(c, &f);
        }
        csv_free(&f.csv);
    }
}
