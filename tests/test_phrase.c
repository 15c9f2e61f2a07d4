/* What targets are called inside sentences and in tables, and how what is wanted is shown. */
#include "trial.h"
#include "check.h"

#include "analysis/target.h"
#include "engine/run.h"
#include "report/phrase.h"

#define TARGETS \
    "targets: {\n" \
    " itself: { indicator = \"urbanization\"; year = 2025; at_least = 52.5; tolerance = 2.0; };\n" \
    " whole: { indicator = \"urbanization\"; year = 2025; at_least = 52.0; };\n" \
    " growth: { indicator = \"gdp_real\"; from = 2020; year = 2025; at_least = 6.25; };\n" \
    " change: { indicator = \"urbanization\"; from = 2020; year = 2025; at_least = 5.0; };\n" \
    " over: { indicator = \"gdp_growth\"; year = 2025; over = \"nation\"; above = 0.0; };\n" \
    " ratio: { indicator = \"gdp\"; year = 2025; relative_to = \"nation\"; at_least = 8.0; };\n" \
    " named: { indicator = \"urbanization\"; year = 2025; at_least = 52.0; name = \"Share\"; name_zh = \"甲（%）\"; };\n" \
    " other: { indicator = \"urbanization\"; year = 2025; at_least = 52.0; name = \"Share\"; name_zh = \"甲（乙）\"; };\n" \
    "};\n"

enum phrase { SUBJECT, NAME, WANTED };

static void
say(struct text *out, enum phrase what, const struct trajectory *t, const struct judgement *j, enum language language)
{
    if (what == SUBJECT)
        target_subject(out, t, j->target, language);
    else if (what == NAME)
        target_name(out, t, j->target, language);
    else
        wanted_phrase(out, j, language);
}

static void
phrases(void **state)
{
    static const struct {
        const char *key;
        enum phrase what;
        const char *en, *zh;
    } row[] = {
        { "itself", SUBJECT, "urban share of residents", "常住人口城镇化率" },
        { "itself", WANTED, "about 52.5", "52.5左右" }, /* as it was set, not 52.50 */
        { "whole", WANTED, "at least 52", "不低于52" },
        { "growth", WANTED, "at least 6.3", "不低于6.3" }, /* no more decimals than the value judged */
        { "growth", SUBJECT, "growth of GDP at 2020 prices a year from 2020",
          "地区生产总值（2020年价）自2020年起的年均增速" },
        { "growth", NAME, "GDP at 2020 prices, growth a year from 2020", "地区生产总值（2020年价），2020年起年均增长" },
        { "change", SUBJECT, "change of urban share of residents from 2020", "常住人口城镇化率自2020年起的累计变动" },
        { "over", SUBJECT, "real GDP growth less Nation's", "地区生产总值增长率（可比价）与Nation之差" },
        { "ratio", SUBJECT, "GDP, current prices as a share of Nation's", "地区生产总值（当年价）相当于Nation的比例" },
        { "named", SUBJECT, "Share", "甲" }, /* numbers in sentences bring the unit */
        { "named", NAME, "Share", "甲（%）" },
        { "other", SUBJECT, "Share", "甲（乙）" },
    };
    struct trial *x = *state;
    struct trajectory t = { 0 };
    struct judgements all = { 0 };
    int wrong = 0;

    assert_int_equal(trial_of(x, TARGETS), OK);
    assert_int_equal(run_plan(&t, &x->sc.plan, &x->err), OK);
    assert_int_equal(targets_judge(&all, &t, &x->err), OK);
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        for (size_t k = 0; k < all.targets; k++)
            for (int l = 0; l < LANGUAGES && !strcmp(all.target[k].target->key, row[i].key); l++) {
                struct text said = { 0 };

                say(&said, row[i].what, &t, &all.target[k], (enum language) l);
                if (strcmp(text_of(&said), l == ENGLISH ? row[i].en : row[i].zh) != 0) {
                    print_error("row %zu says '%s'\n", i, text_of(&said));
                    wrong++;
                }
                text_free(&said);
            }
    judgements_free(&all);
    trajectory_free(&t);
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(phrases, trial_setup, trial_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
