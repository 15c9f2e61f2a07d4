#include "report/plan_cell.h"
#include <math.h>
#include <string.h>
#include "report/number.h"

#define HERE "\x01" /* stands for the number while a word is filled */

struct plan_cell
plan_text(const char *text)
{
    return (struct plan_cell) { text ? text : "", NAN, NULL };
}

/* `before` and `after` in quotes around the digits; a section for negative numbers, whose sign stands with the digits */
static const char *
format_of(struct arena *arena, const char *before, const char *digits, const char *after)
{
    const char *head = *before ? arena_print(arena, "\"%s\"", before) : "";
    const char *tail = *after ? arena_print(arena, "\"%s\"", after) : "";

    return *before ? arena_print(arena, "%s%s%s;%s-%s%s", head, digits, tail, head, digits, tail)
                   : arena_print(arena, "%s%s", digits, tail);
}

static const char *
digits_of(struct arena *arena, int decimals, enum language language)
{
    const char *whole = language == ENGLISH ? "#,##0" : "0";

    return decimals > 0 ? arena_print(arena, "%s.%.*s", whole, decimals, "000000000000000") : whole;
}

static const char *
year_or_number(struct arena *arena, double value, int decimals, enum language language)
{
    char shown[NUMBER_SHOWN];

    return arena_text(arena, decimals < 0 ? text_number(shown, value) : number_shown(shown, value, decimals, language));
}

struct plan_cell
plan_number(struct arena *arena, double value, int decimals, enum word word, enum language language)
{
    struct plan_cell cell = plan_text("");
    struct text filled = { 0 };
    char *at;

    if (!isfinite(value))
        return cell;
    word_fill(&filled, language, word, (const char *const[]) { HERE, NULL });
    at = filled.at ? strstr(filled.at, HERE) : NULL;
    if (at) {
        const char *number = year_or_number(arena, value, decimals, language);
        const char *digits = decimals < 0 ? "0" : digits_of(arena, decimals, language);
        const char *after = arena_text(arena, at + strlen(HERE));

        *at = '\0';
        cell.text = arena_print(arena, "%s%s%s", filled.at, number, after);
        cell.value = value;
        cell.format = format_of(arena, filled.at, digits, after);
    } else {
        cell.text = arena_text(arena, text_of(&filled)); /* a word that needs no number: "first" */
    }
    text_free(&filled);
    return cell;
}

/* A number with its decimals kept, and at most words after it; anything else stays text. */
struct plan_cell
plan_printed(struct arena *arena, const char *printed)
{
    struct plan_cell cell = plan_text(printed);
    const size_t length = printed ? strspn(printed, "0123456789.") : 0;
    const char *point, *after, *digits;
    char *number;

    if (length == 0 || strpbrk(printed + length, "0123456789\"-"))
        return cell;
    after = printed + length;
    number = arena_print(arena, "%.*s", (int) length, printed);
    point = strchr(number, '.');
    if (!text_to_number(number, &cell.value)) {
        cell.value = NAN;
        return cell;
    }
    digits = digits_of(arena, point ? (int) strlen(point + 1) : 0, CHINESE);
    cell.format = format_of(arena, "", digits, after);
    return cell;
}
