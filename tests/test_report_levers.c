/* What levers would have to do: a sentence a case, in both languages. */
#include "check.h"
#include <stdio.h>
#include <string.h>
#include "report/report_levers.h"

#define NO \
    { \
        NAN, NAN, NAN, NAN \
    }
#define BEST \
    { \
        "L", "1%", "2%" \
    }
#define MOVED \
    { \
        { "L", "1%", "2%" }, \
        { \
            "M", "3%", "4%" \
        } \
    }

static const struct {
    struct lever_fact f;
    const char *en, *zh;
} row[] = {
    { { "T", 2030, .alone = SOLVE_MET },
      "T in 2030: met as planned, no lever has to move.",
      "2030年T：原情景已达到，无需调整。" },
    { { "T", 2030, .alone = SOLVE_SOLVED, .best = BEST, .meaning = NO },
      "T in 2030: L alone would do, at 2% in that year instead of 1%.",
      "2030年T：单独调整L即可达到，当年取值须由1%调至2%。" },
    { { "T", 2030, .alone = SOLVE_SOLVED, .best = BEST, .others = 1, .meaning = { 12.34, 0.5, 6.5, 5.25 } },
      "T in 2030: L alone would do, at 2% in that year instead of 1%; one other lever alone would do too; beside the plan "
      "that is, a year, 12.3 yi yuan more investment, 0.50 wan more net migrants, real growth of 6.50% instead of 5.25%.",
      "2030年T：单独调整L即可达到，当年取值须由1%调至2%；另有1项政策变量单独调整也可达到；与原情景相比，年均多投资12.3亿元，"
      "多净迁入0.50万人，经济增长6.50%（原情景5.25%）。" },
    { { "T", 2030, .alone = SOLVE_SEVERAL, .best = BEST, .others = 2, .meaning = { -12.34, -0.5, 6.5, 6.5 } },
      "T in 2030: L alone would do, at 2% in that year instead of 1% (the nearest of several such values); 2 other levers "
      "alone would do too; beside the plan that is, a year, 12.3 yi yuan less investment, 0.50 wan fewer net migrants.",
      "2030年T：单独调整L即可达到，当年取值须由1%调至2%（可行取值不止一处，此为变动最小的一处）；另有2项政策变量单独调整也可达到；"
      "与原情景相比，年均少投资12.3亿元，少净迁入0.50万人。" },
    { { "T", 2030, .alone = SOLVE_SOLVED, .best = BEST, .meaning = { 0.04, NAN, 6.5, 5.25 } }, /* what shows as 0.0 */
      "T in 2030: L alone would do, at 2% in that year instead of 1%; beside the plan that is, a year, real growth of 6.50% "
      "instead of 5.25%.",
      "2030年T：单独调整L即可达到，当年取值须由1%调至2%；与原情景相比，年均经济增长6.50%（原情景5.25%）。" },
    { { "T", 2030, .alone = SOLVE_NONE, .best = BEST, .reached = "91.9", .together = SOLVE_UNTRIED },
      "T in 2030: no lever alone does within its plausible range; closest is L at 2%, which gives 91.9.",
      "2030年T：各项政策变量在合理范围内单独调整均难以达到，最接近的是L取2%，预计为91.9。" },
    { { "T", 2030, .alone = SOLVE_NONE, .best = BEST, .reached = "91.9", .together = SOLVE_NONE,
        .reached_together = "94.9", .meaning = { 1, 1, 1, 1 } }, /* what does not do takes nothing */
      "T in 2030: no lever alone does within its plausible range; closest is L at 2%, which gives 91.9; all together fall "
      "short too, giving 94.9 at best.",
      "2030年T：各项政策变量在合理范围内单独调整均难以达到，最接近的是L取2%，预计为91.9；各项同时调整仍难以达到，最接近时为94.9。" },
    { { "T", 2030, .alone = SOLVE_NONE, .best = BEST, .reached = "91.9", .together = SOLVE_SOLVED, .moves = 2,
        .move = MOVED, .meaning = { 348.2, -2.43, 6.41, 5.46 } },
      "T in 2030: no lever alone does within its plausible range; closest is L at 2%, which gives 91.9; all together would "
      "do, above all L from 1% to 2%, M from 3% to 4%; beside the plan that is, a year, 348.2 yi yuan more investment, 2.43 "
      "wan fewer net migrants, real growth of 6.41% instead of 5.46%.",
      "2030年T：各项政策变量在合理范围内单独调整均难以达到，最接近的是L取2%，预计为91.9；各项同时调整可以达到，其中变动最大的是"
      "L由1%调至2%、M由3%调至4%；与原情景相比，年均多投资348.2亿元，少净迁入2.43万人，经济增长6.41%（原情景5.46%）。" },
    { { "T", 2030, .alone = SOLVE_FLAT },
      "T in 2030: none of the levers moves it.",
      "2030年T：所列政策变量均不影响该目标。" },
    { { "T", 2030, .failed = true },
      "T in 2030: the search did not converge, so nothing is said of it.",
      "2030年T：求解未收敛，未得出结果。" },
};

static void
a_sentence_a_case(void **state)
{
    int wrong = 0;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        for (int l = 0; l < LANGUAGES; l++) {
            struct text said = { 0 };
            const char *wanted = l == ENGLISH ? row[i].en : row[i].zh;

            sentence_levers(&said, &row[i].f, (enum language) l);
            if (strcmp(text_of(&said), wanted)) {
                print_error("row %zu\n  said   %s\n  wanted %s\n", i, text_of(&said), wanted);
                wrong++;
            }
            text_free(&said);
        }
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_sentence_a_case) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
