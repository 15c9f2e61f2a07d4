#include "scenario/unit.h"
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/words.h"

/* What may be written for a unit; one of it is 10^power of the setting's unit. */
static const struct spelling {
    enum unit unit;
    const char *text;
    int power;
} spellings[] = {
    { UNIT_PERCENT, "%", 0 },
    { UNIT_PERCENT, "％", 0 },
    { UNIT_PERCENT, "percent", 0 },
    { UNIT_PERCENT, "per cent", 0 },
    { UNIT_PERCENT, "% a year", 0 },
    { UNIT_PERCENT, "percent a year", 0 },
    { UNIT_PERCENT, "points", 0 },
    { UNIT_PERCENT, "percentage points", 0 },
    { UNIT_PERCENT, "百分点", 0 },
    { UNIT_PERCENT, "个百分点", 0 },
    { UNIT_PERCENT, "‰", -1 },
    { UNIT_YI_YUAN, "亿元", 0 },
    { UNIT_YI_YUAN, "亿", 0 },
    { UNIT_YI_YUAN, "yi yuan", 0 },
    { UNIT_YI_YUAN, "万亿元", 4 },
    { UNIT_YI_YUAN, "万亿", 4 },
    { UNIT_YI_YUAN, "trillion yuan", 4 },
    { UNIT_YI_YUAN, "billion yuan", 1 },
    { UNIT_YI_YUAN, "million yuan", -2 },
    { UNIT_YI_YUAN, "万元", -4 },
    { UNIT_YI_YUAN, "元", -8 },
    { UNIT_YI_YUAN, "yuan", -8 },
    { UNIT_YUAN, "元", 0 },
    { UNIT_YUAN, "yuan", 0 },
    { UNIT_YUAN, "元/人", 0 },
    { UNIT_YUAN, "yuan a head", 0 },
    { UNIT_YUAN, "yuan per head", 0 },
    { UNIT_YUAN, "万元", 4 },
    { UNIT_YUAN, "万元/人", 4 },
    { UNIT_YUAN, "wan yuan", 4 },
    { UNIT_WAN, "万人", 0 },
    { UNIT_WAN, "万", 0 },
    { UNIT_WAN, "wan", 0 },
    { UNIT_WAN, "wan persons", 0 },
    { UNIT_WAN, "wan people", 0 },
    { UNIT_WAN, "人", -4 },
    { UNIT_WAN, "persons", -4 },
    { UNIT_WAN, "people", -4 },
    { UNIT_WAN, "thousand", -1 },
    { UNIT_WAN, "million", 2 },
    { UNIT_WAN, "million people", 2 },
    { UNIT_WAN, "million persons", 2 },
    { UNIT_WAN, "billion", 5 },
    { UNIT_WAN, "亿人", 4 },
    { UNIT_YEARS, "年", 0 },
    { UNIT_YEARS, "岁", 0 },
    { UNIT_YEARS, "year", 0 },
    { UNIT_YEARS, "years", 0 },
    { UNIT_YEAR, "年", 0 },
    { UNIT_CHILDREN, "children", 0 },
    { UNIT_CHILDREN, "children per woman", 0 },
    { UNIT_CHILDREN, "个孩子", 0 },
    { UNIT_BOYS, "boys per 100 girls", 0 },
    { UNIT_BOYS, "per 100 girls", 0 },
    { UNIT_RATIO, "倍", 0 },
    { UNIT_RATIO, "times", 0 },
    { UNIT_RATIO, "ratio", 0 },
    { UNIT_POINTS, "points", 0 },
    { UNIT_POINTS, "percentage points", 0 },
    { UNIT_POINTS, "百分点", 0 },
    { UNIT_POINTS, "个百分点", 0 },
    { UNIT_POINTS, "%", 0 },
    { UNIT_INDEX, "index", 0 },
    { UNIT_INDEX, "points", 0 },
    { UNIT_INDEX, "点", 0 },
    { UNIT_RANK, "位", 0 },
    { UNIT_RANK, "名", 0 },
    { UNIT_RANK, "place", 0 },
    { UNIT_RANK, "places", 0 },
    { UNIT_RANK, "rank", 0 },
};

/* Length of what can be a decimal number at the beginning of s */
static size_t
number_length(const char *s)
{
    size_t n = s[0] == '+' || s[0] == '-';

    n += strspn(s + n, "0123456789.");
    if (s[n] == 'e' || s[n] == 'E') {
        const size_t sign = s[n + 1] == '+' || s[n + 1] == '-';
        const size_t digits = strspn(s + n + 1 + sign, "0123456789");

        n += digits ? 1 + sign + digits : 0;
    }
    return n;
}

/* Powers of ten are moved in the text, so that "6.6098 million" is 660.98 wan to the last bit. */
static bool
read_scaled(const char *number, size_t length, int power, double *x)
{
    const char *e = memchr(number, 'e', length) ? memchr(number, 'e', length) : memchr(number, 'E', length);
    const size_t mantissa = e ? (size_t) (e - number) : length;
    const long exponent = e ? strtol(e + 1, NULL, 10) : 0;
    struct text t = { 0 };
    bool ok;

    text_add_bytes(&t, number, mantissa);
    if (e || power)
        text_print(&t, "e%ld", (exponent > 9999 ? 9999 : exponent < -9999 ? -9999 : exponent) + power);
    ok = text_to_number(text_of(&t), x);
    text_free(&t);
    return ok;
}

enum unit_reading
unit_read(const char *text, enum unit unit, double *x, const char **written)
{
    const char *number = text + strspn(text, " ");
    const size_t length = number_length(number);
    const char *rest = number + length + strspn(number + length, " ");

    *written = rest;
    if (length == 0 || !read_scaled(number, length, 0, x))
        return UNIT_NO_NUMBER;
    if (*rest == '\0')
        return UNIT_READ;
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (spellings[i].unit == unit && strcmp(spellings[i].text, rest) == 0)
            return read_scaled(number, length, spellings[i].power, x) ? UNIT_READ : UNIT_NO_NUMBER;
    return UNIT_OTHER;
}

const char *
unit_word(enum unit unit)
{
    static const char *const word[UNITS] = {
        [UNIT_NUMBER] = WORD_ARGUMENT(measure_number),   [UNIT_PERCENT] = WORD_ARGUMENT(measure_percent),
        [UNIT_YI_YUAN] = WORD_ARGUMENT(measure_yi_yuan), [UNIT_YUAN] = WORD_ARGUMENT(measure_yuan),
        [UNIT_WAN] = WORD_ARGUMENT(measure_wan),         [UNIT_YEARS] = WORD_ARGUMENT(measure_years),
        [UNIT_YEAR] = WORD_ARGUMENT(measure_year),       [UNIT_CHILDREN] = WORD_ARGUMENT(measure_children),
        [UNIT_BOYS] = WORD_ARGUMENT(measure_boys),       [UNIT_RATIO] = WORD_ARGUMENT(measure_ratio),
        [UNIT_POINTS] = WORD_ARGUMENT(measure_points),   [UNIT_INDEX] = WORD_ARGUMENT(measure_index),
        [UNIT_RANK] = WORD_ARGUMENT(measure_rank),
    };

    return word[unit];
}
