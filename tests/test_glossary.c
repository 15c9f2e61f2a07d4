/* docs/words.md says what the program says: each row that has a key, and every term of the kinds that it lists. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/words.h"
#include "models/indicator.h"

#ifndef GLOSSARY
#define GLOSSARY "docs/words.md"
#endif
#define MARK "<!-- words "
#define CELLS 6

static bool on_page[WORDS];

/* The word as the page shows it: … for what is filled in, a stroke escaped */
static void
add_shown(struct text *out, const char *word)
{
    for (; *word; word++) {
        if (word[0] == '{' && word[1] == '}') {
            text_add(out, "…");
            word++;
        } else if (*word == '|') {
            text_add(out, "\\|");
        } else {
            text_add_bytes(out, word, 1);
        }
    }
}

static bool
is_shown(enum language language, enum word word, const char *cell)
{
    struct text shown = { 0 };
    bool same;

    add_shown(&shown, word_in(language, word));
    same = strcmp(text_of(&shown), cell) == 0;
    if (!same)
        print_error("%s: the program says '%s', the page '%s'\n", word_key(word), text_of(&shown), cell);
    text_free(&shown);
    return same;
}

/* Cells between " | ", in place; how many there are */
static size_t
split(char *row, char *cell[CELLS])
{
    size_t n = 0;

    for (char *next = row + 2; next && n < CELLS; n++) {
        char *end = strstr(next, " |");

        cell[n] = next;
        if (!end)
            break;
        *end = '\0';
        next = end[2] == ' ' ? end + 3 : NULL;
    }
    return n;
}

static int
row_differences(const char *prefix, char *row)
{
    char *cell[CELLS], key[80];
    const size_t cells = split(row, cell);
    const size_t length = strlen(cell[0]);
    enum word word;

    if (cells < 3 || length < 3)
        return 1;
    snprintf(key, sizeof key, "%s%.*s", prefix, (int) length - 2, cell[0] + 1); /* without its backticks */
    word = word_find(key);
    if (word == WORDS) {
        print_error("the program has no word '%s'\n", key);
        return 1;
    }
    on_page[word] = true;
    return !is_shown(CHINESE, word, cell[1]) + !is_shown(ENGLISH, word, cell[2]);
}

/* What of the words with that prefix the page leaves out; the prefix of indicators is some errors' too. */
static int
left_out(const char *prefix)
{
    int missing = 0;

    for (int w = 0; w < WORDS; w++) {
        const char *key = word_key((enum word) w);
        bool meant = strncmp(key, prefix, strlen(prefix)) == 0;

        if (meant && strcmp(prefix, "indicator_") == 0) {
            meant = false;
            for (size_t i = 0; i < indicator_count; i++)
                meant = meant || strcmp(key + strlen(prefix), indicators[i].key) == 0;
        }
        if (!meant || on_page[w])
            continue;
        print_error("docs/words.md leaves out '%s'\n", key);
        missing++;
    }
    return missing;
}

static void
page_and_program_agree(void **state)
{
    FILE *page = fopen(GLOSSARY, "r");
    char line[2048], prefix[16][40];
    bool whole[16] = { false };
    size_t sections = 0;
    int differences = 0, rows = 0;

    (void) state;
    assert_non_null(page);
    while (fgets(line, sizeof line, page)) {
        if (strncmp(line, MARK, strlen(MARK)) == 0) {
            char *rest = line + strlen(MARK);
            const size_t length = strcspn(rest, " ");

            assert_true(sections < 16);
            whole[sections] = !strstr(rest, " some ") && length > 0;
            snprintf(prefix[sections++], sizeof prefix[0], "%.*s", (int) length, rest);
        } else if (strncmp(line, "| `", 3) == 0) {
            assert_true(sections > 0);
            differences += row_differences(prefix[sections - 1], line);
            rows++;
        }
    }
    fclose(page);
    for (size_t i = 0; i < sections; i++)
        differences += whole[i] ? left_out(prefix[i]) : 0;
    assert_true(rows > 100);
    assert_true(sections > 8);
    assert_int_equal(differences, 0);
}

static void
every_indicator_has_a_name(void **state)
{
    (void) state;
    for (size_t i = 0; i < indicator_count; i++) {
        char key[80];

        snprintf(key, sizeof key, "indicator_%s", indicators[i].key);
        assert_int_not_equal(word_find(key), WORDS);
    }
}

/* The comparison can fail. */
static void
differences_are_found(void **state)
{
    char right[] = "| `gdp` | 地区生产总值（当年价） | GDP, current prices | 亿元 / yi yuan |\n";
    char wrong[] = "| `gdp` | 国民生产总值 | GDP, current prices |\n";
    char unknown[] = "| `gnp` | 国民生产总值 | GNP |\n";

    (void) state;
    assert_int_equal(row_differences("indicator_", right), 0);
    assert_int_equal(row_differences("indicator_", wrong), 1);
    assert_int_equal(row_differences("indicator_", unknown), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(page_and_program_agree),
        cmocka_unit_test(every_indicator_has_a_name),
        cmocka_unit_test(differences_are_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
