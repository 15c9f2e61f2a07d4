#include "models/ages.h"
#include <string.h>

void
ages_rates(double out[SEXES][AGES], const struct age_table *table, double scale)
{
    memset(out, 0, sizeof(double[SEXES][AGES]));
    for (size_t i = 0; i < table->count; i++)
        for (int a = table->row[i].first; a <= table->row[i].last; a++)
            out[table->row[i].sex][a] = table->row[i].value * scale;
}

static double
group_weight(const struct age_row *row, double (*lived)[AGES], int age)
{
    return row->open && lived ? lived[row->sex][age] : 1;
}

void
ages_counts(double out[SEXES][AGES], const struct age_table *table, double (*lived)[AGES])
{
    memset(out, 0, sizeof(double[SEXES][AGES]));
    for (size_t i = 0; i < table->count; i++) {
        const struct age_row *row = &table->row[i];
        double weights = 0;

        for (int a = row->first; a <= row->last; a++)
            weights += group_weight(row, lived, a);
        for (int a = row->first; a <= row->last; a++)
            out[row->sex][a] = row->value * group_weight(row, lived, a) / weights;
    }
}

void
ages_scale(double ages[SEXES][AGES], double total)
{
    double sum = 0;

    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            sum += ages[g][a];
    for (int g = 0; g < SEXES; g++)
        for (size_t a = 0; a < AGES; a++)
            ages[g][a] *= total / sum;
}
