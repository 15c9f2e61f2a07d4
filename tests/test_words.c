/* Words: every one in both languages, under a key of its own, with the same holes to fill. */
#include "check.h"

#include <string.h>
#include "base/error.h"
#include "base/words.h"
#include "models/modernization.h"
#include "scenario/tables.h"

static size_t
holes(const char *sentence)
{
    size_t count = 0;

    for (; (sentence = strstr(sentence, "{}")); sentence += 2)
        count++;
    return count;
}

static bool
is_whole(enum word word)
{
    const char *english = word_in(ENGLISH, word), *chinese = word_in(CHINESE, word);

    return *english && *chinese && holes(english) == holes(chinese) && holes(english) <= ERROR_ARGUMENTS
           && text_is_utf8(english, strlen(english)) && text_is_utf8(chinese, strlen(chinese));
}

static void
every_word_is_whole(void **state)
{
    int broken = 0;

    (void) state;
    for (int i = 0; i < WORDS; i++) {
        const enum word word = (enum word) i;

        if (is_whole(word))
            continue;
        print_error("%s: '%s' and '%s'\n", word_key(word), word_in(ENGLISH, word), word_in(CHINESE, word));
        broken++;
    }
    assert_int_equal(broken, 0);
}

static void
every_key_is_found_again(void **state)
{
    (void) state;
    for (int i = 0; i < WORDS; i++)
        assert_int_equal(word_find(word_key((enum word) i)), i);
    assert_int_equal(word_find("no such key"), WORDS);
    assert_string_equal(word_key(WORD_unknown_key), "unknown_key");
}

static void
fills_in_order(void **state)
{
    static const char *const both[] = { "net_migraton", "net_migration", NULL };
    static const char *const one[] = { "gdp", NULL };
    static const char *const many[] = { "{}", "b", "c", NULL };
    struct text out = { 0 };

    (void) state;
    word_fill(&out, ENGLISH, WORD_unknown_key, both);
    text_add(&out, "|");
    word_fill(&out, CHINESE, WORD_unknown_key, both);
    text_add(&out, "|");
    word_fill(&out, ENGLISH, WORD_unknown_key, one);
    text_add(&out, "|");
    word_fill(&out, ENGLISH, WORD_unknown_key, many);
    text_add(&out, "|");
    word_fill(&out, ENGLISH, WORD_already_met, NULL);
    assert_string_equal(out.at, "unknown setting 'net_migraton'; did you mean 'net_migration'?|"
                                "未知设置“net_migraton”；是否为“net_migration”？|"
                                "unknown setting 'gdp'; did you mean ''?|"
                                "unknown setting '{}'; did you mean 'b'?|"
                                "'' is already met");
    text_free(&out);
}

static void
says_words_within_words_in_their_language(void **state)
{
    static const char *const arguments[] = { WORD_ARGUMENT(csv_no_rows), "\x02no_such_word", NULL };
    struct text out = { 0 };

    (void) state;
    word_fill(&out, CHINESE, WORD_unknown_key, arguments);
    assert_string_equal(out.at, "未知设置“表头之下没有数据行”；是否为“\x02no_such_word”？");
    text_free(&out);
}

static void
says_what_an_argument_brings_along(void **state)
{
    static const char *const arguments[] = { "\x03"
                                             "residents\x1f"
                                             "常住人口",
                                             "\x03"
                                             "no second part",
                                             NULL };
    struct text out = { 0 };

    (void) state;
    word_fill(&out, ENGLISH, WORD_unknown_key, arguments);
    text_add(&out, "|");
    word_fill(&out, CHINESE, WORD_unknown_key, arguments);
    assert_string_equal(out.at, "unknown setting 'residents'; did you mean '\x03no second part'?|"
                                "未知设置“常住人口”；是否为“\x03no second part”？");
    text_free(&out);
}

static bool
has_chinese(const char *text)
{
    for (; *text; text++)
        if ((unsigned char) *text >= 0xe4) /* U+4000 and above */
            return true;
    return false;
}

/* English in plain ASCII and Chinese in Chinese; both or none */
static bool
is_said(const char *const phrase[LANGUAGES])
{
    if (!phrase[ENGLISH] && !phrase[CHINESE])
        return true;
    return phrase[ENGLISH] && phrase[CHINESE] && *phrase[ENGLISH] && !has_chinese(phrase[ENGLISH])
           && has_chinese(phrase[CHINESE]);
}

static size_t
settings_unsaid(const struct setting *row, size_t count)
{
    size_t unsaid = 0;

    for (size_t i = 0; i < count; i++) {
        if (is_said(row[i].meaning) && row[i].meaning[ENGLISH] && is_said(row[i].source))
            continue;
        print_error("%s: meaning and source must be in both languages\n", row[i].key);
        unsaid++;
    }
    return unsaid;
}

static size_t
group_unsaid(const struct setting_group *g)
{
    return !is_said(g->summary) + settings_unsaid(g->rows, g->count);
}

static void
every_setting_is_said_in_both_languages(void **state)
{
    size_t unsaid = settings_unsaid(&modernization_weight, 1);

    (void) state;
    for (size_t i = 0; scenario_groups[i]; i++)
        unsaid += group_unsaid(scenario_groups[i]);
    for (size_t i = 0; i < REGION_GROUPS; i++)
        unsaid += group_unsaid(region_groups[i]);
    assert_int_equal(unsaid, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_whole),
        cmocka_unit_test(every_key_is_found_again),
        cmocka_unit_test(fills_in_order),
        cmocka_unit_test(says_words_within_words_in_their_language),
        cmocka_unit_test(says_what_an_argument_brings_along),
        cmocka_unit_test(every_setting_is_said_in_both_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
