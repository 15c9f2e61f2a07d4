/* The report's sentences, a case a row in both languages, and what a page does to text. */
#include "check.h"
#include <stdio.h>
#include <string.h>
#include "report/page.h"
#include "report/report_sentences.h"

#define NO NAN

static int
checked(const struct text *said, const char *wanted, size_t row)
{
    if (!strcmp(text_of(said), wanted))
        return 0;
    print_error("row %zu\n  said   %s\n  wanted %s\n", row, text_of(said), wanted);
    return 1;
}

/* Says it in both languages and compares. */
#define TRY(sentence, fact, en, zh, row, wrong) \
    do { \
        for (int l = 0; l < LANGUAGES; l++) { \
            struct text said = { 0 }; \
            sentence(&said, fact, (enum language) l); \
            (wrong) += checked(&said, l == ENGLISH ? (en) : (zh), row); \
            text_free(&said); \
        } \
    } while (0)

static void
targets(void **state)
{
    static const struct {
        struct target_fact f;
        const char *en, *zh;
    } row[] = {
        { { "A", "G", 2025, UNIT_YI_YUAN, 1, 5560.3, 5500, true, false, "W", 0, MET, NULL, NO },
          "For A, G is projected at 5,560.3 yi yuan in 2025, 1.1% above the target (W); the target is met.",
          "AG2025年预计为5560.3亿元，比目标（W）高1.1%，目标预计可以达到。" },
        { { "A", "G", 2025, UNIT_YUAN, 0, 79000, 80000, true, false, "W", 0, WITHIN_TOLERANCE, NULL, NO },
          "For A, G is projected at 79,000 yuan in 2025, 1.3% below the target (W); the target is met within its "
          "tolerance.",
          "AG2025年预计为79000元，比目标（W）低1.3%，目标基本可以达到。" },
        { { "A", "G", 2025, UNIT_YI_YUAN, 1, 5500.9, 5500, true, false, "W", 0, MET, NULL,
            NO }, /* 0.02 %: shown as equal */
          "For A, G is projected at 5,500.9 yi yuan in 2025, equal to the target (W); the target is met.",
          "AG2025年预计为5500.9亿元，与目标（W）持平，目标预计可以达到。" },
        { { "A", "U", 2025, UNIT_PERCENT, 2, 61.14, 62, false, false, "W", 0, MISSED, NULL, NO },
          "For A, U is projected at 61.14% in 2025, 0.86 points below the target (W); the target is missed.",
          "AU2025年预计为61.14%，比目标（W）低0.86个百分点，目标难以达到。" },
        { { "A", "M", 2030, UNIT_INDEX, 1, 96, 95, false, false, "W", 0, MET, NULL, NO },
          "For A, M is projected at 96.0 in 2030, 1.0 points above the target (W); the target is met.",
          "AM2030年预计为96.0，比目标（W）高1.0点，目标预计可以达到。" },
        { { "A", "R", 2035, UNIT_RANK, 0, 61, 50, false, true, "W", 0, MISSED, NULL, NO },
          "For A, R is projected at rank 61 in 2035, 11 places short of the target (W); the target is missed.",
          "AR2035年预计为第61位，比目标（W）靠后11位，目标难以达到。" },
        { { "A", "R", 2035, UNIT_RANK, 0, 49, 50, false, true, "W", 0, MET, NULL, NO },
          "For A, R is projected at rank 49 in 2035, 1 place better than the target (W); the target is met.",
          "AR2035年预计为第49位，比目标（W）靠前1位，目标预计可以达到。" },
        { { "A", "R", 2035, UNIT_RANK, 0, 50, 50, false, true, "W", 0, MET, NULL, NO },
          "For A, R is projected at rank 50 in 2035, equal to the target (W); the target is met.",
          "AR2035年预计为第50位，与目标（W）持平，目标预计可以达到。" },
        { { "A", "M", 2025, UNIT_INDEX, 1, 88.6, 86.2, false, false, NULL, 2020, MET, NULL, NO },
          "For A, M is projected at 88.6 in 2025, 2.4 points above 2020; the target is met.",
          "AM2025年预计为88.6，比2020年高2.4点，目标预计可以达到。" },
        { { "A", "D", 2025, UNIT_YUAN, 0, 17862, 15494, true, false, NULL, 2020, MISSED, NULL, NO },
          "For A, D is projected at 17,862 yuan in 2025, 15.3% above 2020; the target is missed.",
          "AD2025年预计为17862元，比2020年高15.3%，目标难以达到。" },
        { { "A", "M", 2025, UNIT_INDEX, 1, 85.2, 86.2, false, false, NULL, 2020, MISSED, NULL, NO },
          "For A, M is projected at 85.2 in 2025, 1.0 points below 2020; the target is missed.",
          "AM2025年预计为85.2，比2020年低1.0点，目标难以达到。" },
        { { "A", "M", 2025, UNIT_INDEX, 1, 86.23, 86.2, false, false, NULL, 2020, MET, NULL, NO },
          "For A, M is projected at 86.2 in 2025, the same as in 2020; the target is met.",
          "AM2025年预计为86.2，与2020年持平，目标预计可以达到。" },
        { { "A", "P", 2025, UNIT_WAN, 2, 660.98, 661, true, false, "W", 0, MET, NULL, NO },
          "For A, P is projected at 660.98 wan in 2025, equal to the target (W); the target is met.",
          "AP2025年预计为660.98万人，与目标（W）持平，目标预计可以达到。" },
        { { "A", "G", 2025, UNIT_YI_YUAN, 1, 5504.1, 5500, true, false, "W", 0, MET, "X", 5147.6 },
          "For A, G is projected at 5,504.1 yi yuan (5,147.6 yi yuan at X) in 2025, 0.1% above the target (W); the target "
          "is met.",
          "AG2025年预计为5504.1亿元（按X计算为5147.6亿元），比目标（W）高0.1%，目标预计可以达到。" },
    };
    int wrong = 0;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        TRY(sentence_target, &row[i].f, row[i].en, row[i].zh, i, wrong);
    assert_int_equal(wrong, 0);
}

static void
relative(void **state)
{
    static const struct {
        struct relative_fact f;
        const char *en, *zh;
    } row[] = {
        { { "N", 2020, 2035, 78.4, 104.3, 2032 },
          "From 78.4% of N's level in 2020, GDP per head rises to 104.3% in 2035, first passing N in 2032.",
          "人均地区生产总值相当于N平均水平的比例由2020年的78.4%提高到2035年的104.3%，2032年首次超过N。" },
        { { "N", 2020, 2035, 78.4, 85.4, 0 },
          "From 78.4% of N's level in 2020, GDP per head rises to 85.4% in 2035, without ever passing N.",
          "人均地区生产总值相当于N平均水平的比例由2020年的78.4%提高到2035年的85.4%，期内始终未超过N。" },
        { { "N", 2020, 2035, 98.0, 97.0, 2026 },
          "From 98.0% of N's level in 2020, GDP per head falls to 97.0% in 2035, passing N in 2026 without keeping the "
          "lead.",
          "人均地区生产总值相当于N平均水平的比例由2020年的98.0%下降到2035年的97.0%，2026年曾超过N，其后回落。" },
        { { "N", 2020, 2035, 120.0, 110.0, 2021 },
          "From 120.0% of N's level in 2020, GDP per head falls to 110.0% in 2035, above N throughout.",
          "人均地区生产总值相当于N平均水平的比例由2020年的120.0%下降到2035年的110.0%，期内始终高于N。" },
        { { "N", 2020, 2035, 105.0, 95.0, 2021 },
          "From 105.0% of N's level in 2020, GDP per head falls to 95.0% in 2035, no longer above N in 2035.",
          "人均地区生产总值相当于N平均水平的比例由2020年的105.0%下降到2035年的95.0%，到2035年已不再高于N。" },
        { { "N", 2020, 2035, 90.02, 90.04, 0 },
          "At 90.0% of N's level in 2020, GDP per head is still at 90.0% in 2035, without ever passing N.",
          "人均地区生产总值相当于N平均水平的比例2020年为90.0%，2035年仍为90.0%，期内始终未超过N。" },
    };
    int wrong = 0;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        TRY(sentence_relative, &row[i].f, row[i].en, row[i].zh, i, wrong);
    assert_int_equal(wrong, 0);
}

static void
steps(void **state)
{
    static const struct {
        struct step_fact f;
        const char *en, *zh;
    } row[] = {
        { { 1, "T", 0, 0, 0, "", "", "" }, "Step 1 (T): no targets.", "第一步（T）：没有目标。" },
        { { 1, "T", 1, 1, 0, "", "", "" }, "Step 1 (T): its one target is met.", "第一步（T）：1项目标预计可以达到。" },
        { { 2, "T", 2, 2, 0, "", "", "" }, "Step 2 (T): both targets are met.", "第二步（T）：2项目标预计全部达到。" },
        { { 3, "T", 5, 5, 0, "", "", "" }, "Step 3 (T): all 5 targets are met.", "第三步（T）：5项目标预计全部达到。" },
        { { 1, "T", 1, 1, 1, "", "", "" },
          "Step 1 (T): its one target is met within tolerance.",
          "第一步（T）：1项目标基本可以达到。" },
        { { 1, "T", 4, 4, 1, "", "", "" },
          "Step 1 (T): all 4 targets are met, 1 of them within tolerance.",
          "第一步（T）：4项目标预计全部达到，其中1项为基本达到。" },
        { { 1, "T", 1, 0, 0, "F", "P", "W" },
          "Step 1 (T): its one target is missed: F (projected P, wanted W).",
          "第一步（T）：1项目标难以达到，即F，预计P，目标W。" },
        { { 1, "T", 2, 0, 0, "F", "P", "W" },
          "Step 1 (T): neither of its two targets is met; furthest off is F (projected P, wanted W).",
          "第一步（T）：2项目标均难以达到，差距最大的是F，预计P，目标W。" },
        { { 12, "T", 3, 0, 0, "F", "P", "W" },
          "Step 12 (T): none of its 3 targets is met; furthest off is F (projected P, wanted W).",
          "第十二步（T）：3项目标均难以达到，差距最大的是F，预计P，目标W。" },
        { { 1, "T", 4, 3, 0, "F", "P", "W" },
          "Step 1 (T): 1 of 4 targets is missed: F (projected P, wanted W).",
          "第一步（T）：4项目标中有1项难以达到，即F，预计P，目标W。" },
        { { 1, "T", 4, 2, 1, "F", "P", "W" },
          "Step 1 (T): 2 of 4 targets are missed; furthest off is F (projected P, wanted W).",
          "第一步（T）：4项目标中有2项难以达到，差距最大的是F，预计P，目标W。" },
        { { 2, "第二步", 1, 1, 0, "", "", "" }, /* named by its number: not said twice */
          "Step 2 (第二步): its one target is met.",
          "第二步：1项目标预计可以达到。" },
        { { 2, "Step 2", 1, 1, 0, "", "", "" },
          "Step 2: its one target is met.",
          "第二步（Step 2）：1项目标预计可以达到。" },
    };
    int wrong = 0;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        TRY(sentence_step, &row[i].f, row[i].en, row[i].zh, i, wrong);
    assert_int_equal(wrong, 0);
}

static void
step_counts(void **state)
{
    static const struct step_fact some = { 3, "T", 3, 1, 0, "F", "P", "W" }, empty = { 1, "T", 0, 0, 0, "", "", "" };
    int wrong = 0;

    (void) state;
    TRY(sentence_step_counts, &some, "2 of 3 targets are missed.", "3项目标中有2项难以达到。", (size_t) 0, wrong);
    TRY(sentence_step_counts, &empty, "No targets.", "没有目标。", (size_t) 1, wrong);
    assert_int_equal(wrong, 0);
}

static void
scenarios(void **state)
{
    static const struct {
        struct scenario_fact f;
        const char *en, *zh;
    } row[] = {
        { { "B", "O", "M", 2030, UNIT_INDEX, 1, -4.0, 2, { "p", "q" }, { -3.1, -0.9 } },
          "Compared with B, O lowers M in 2030 by 4.0 points: 3.1 points from p, 0.9 points from q.",
          "与“B”相比，“O”使2030年M降低4.0点，其中p占3.1点，q占0.9点。" },
        { { "B", "O", "M", 2030, UNIT_INDEX, 1, 2.0, 2, { "p", "q" }, { 2.5, -0.5 } },
          "Compared with B, O raises M in 2030 by 2.0 points: 2.5 points from p, less 0.5 points from q.",
          "与“B”相比，“O”使2030年M提高2.0点，其中p占2.5点，q抵消0.5点。" },
        { { "B", "O", "M", 2030, UNIT_INDEX, 1, 2.0, 2, { "p", "q" }, { 2.0, 0.01 } }, /* too small to show */
          "Compared with B, O raises M in 2030 by 2.0 points: 2.0 points from p.",
          "与“B”相比，“O”使2030年M提高2.0点，其中p占2.0点。" },
        { { "B", "O", "M", 2030, UNIT_INDEX, 1, 0.04, 1, { "p" }, { 0.04 } },
          "Compared with B, O leaves M in 2030 unchanged.",
          "与“B”相比，“O”下2030年M没有变化。" },
        { { "B", "O", "R", 2035, UNIT_RANK, 0, -1, 0, { NULL }, { 0 } },
          "Compared with B, O moves R in 2035 up by 1 place.",
          "与“B”相比，“O”使2035年R前移1位。" },
        { { "B", "O", "R", 2035, UNIT_RANK, 0, 7, 0, { NULL }, { 0 } },
          "Compared with B, O moves R in 2035 down by 7 places.",
          "与“B”相比，“O”使2035年R后移7位。" },
    };
    int wrong = 0;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        TRY(sentence_scenario, &row[i].f, row[i].en, row[i].zh, i, wrong);
    assert_int_equal(wrong, 0);
}

static void
ranges(void **state)
{
    static const struct {
        struct range_fact f;
        const char *en, *zh;
    } row[] = {
        { { 5, 3, 0, "M", "H", "L", 2035, UNIT_INDEX, 1, 93.2, 86.6, false },
          "Of 5 scenarios in 2035, M is highest in H (93.2) and lowest in L (86.6); none meets every step.",
          "5个情景中，2035年M最高的是“H”（93.2），最低的是“L”（86.6）；没有情景能够达到各步的全部目标。" },
        { { 5, 3, 1, "M", "H", "L", 2035, UNIT_INDEX, 1, 93.2, 86.6, false },
          "Of 5 scenarios in 2035, M is highest in H (93.2) and lowest in L (86.6); one meets every step.",
          "5个情景中，2035年M最高的是“H”（93.2），最低的是“L”（86.6）；有1个情景能够达到各步的全部目标。" },
        { { 5, 3, 2, "R", "H", "L", 2035, UNIT_RANK, 0, 66, 43, true },
          "Of 5 scenarios in 2035, R is best in L (rank 43) and last in H (rank 66); 2 meet every step.",
          "5个情景中，2035年R最靠前的是“L”（第43位），最靠后的是“H”（第66位）；有2个情景能够达到各步的全部目标。" },
        { { 3, 3, 3, "M", "H", "L", 2035, UNIT_INDEX, 1, 93.22, 93.18, false },
          "In all 3 scenarios the 2035 value of M is 93.2; all meet every step.",
          "3个情景中，2035年M均为93.2；各情景均能够达到各步的全部目标。" },
        { { 3, 0, 3, "M", "H", "L", 2035, UNIT_INDEX, 1, 95, 93, false }, /* no steps to meet */
          "Of 3 scenarios in 2035, M is highest in H (95.0) and lowest in L (93.0).",
          "3个情景中，2035年M最高的是“H”（95.0），最低的是“L”（93.0）。" },
    };
    int wrong = 0;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        TRY(sentence_range, &row[i].f, row[i].en, row[i].zh, i, wrong);
    assert_int_equal(wrong, 0);
}

static void
chances(void **state)
{
    static const struct chance_fact fact[] = { { 1, 0.23, 0.0042 }, { 2, 0.002, 0.001 }, { 3, 0.9985, 0.001 } };
    int wrong = 0;

    (void) state;
    for (int l = 0; l < LANGUAGES; l++) {
        struct text said = { 0 }, one = { 0 };

        sentence_chances(&said, 10000, fact, 3, (enum language) l);
        wrong +=
            checked(&said,
                    l == ENGLISH
                        ? "Of 10,000 draws, 23% meet all targets of step 1 (sampling error ±0.4 points), <1% all of "
                          "step 2 (±0.1), >99% all of step 3 (±0.1)."
                        : "据10000次抽样测算，第一步目标全部实现的可能性为23%（抽样误差±0.4个百分点），"
                          "第二步不到1%（±0.1），第三步超过99%（±0.1）。",
                    0);
        sentence_chances(&one, 10, fact, 1, (enum language) l);
        wrong += checked(&one,
                         l == ENGLISH ? "Of 10 draws, 23% meet all targets of step 1 (sampling error ±0.4 points)."
                                      : "据10次抽样测算，第一步目标全部实现的可能性为23%（抽样误差±0.4个百分点）。",
                         1);
        text_free(&said);
        text_free(&one);
    }
    assert_int_equal(wrong, 0);
}

static void
precedents(void **state)
{
    static const struct {
        struct precedent_fact f;
        const char *en, *zh;
    } row[] = {
        { { "G", "C", NULL, "N", 2020, 2025, UNIT_PERCENT, 9.6, 2.1, 81, 8, false, 9.9, STRETCH },
          "G: 2021-2025 needs growth of 9.6% a year, 2.1 points above N's; 8 of 81 records did as much (C, 9.9%): stretch.",
          "G：2021—2025年需年均增长9.6%，高于N2.1个百分点；参照组（C）的81个记录中有8个达到过，占9.9%，难度较大。" },
        { { "G", "C", "M", "N", 2020, 2030, UNIT_PERCENT, 8.8, 3.7, 12, 0, false, 0,
            WITHOUT_PRECEDENT }, /* of another measure */
          "G: in 2021-2030 M needs growth of 8.8% a year, 3.7 points above N's; of the records (C, 12 in all) none did as "
          "much: without precedent.",
          "G：2021—2030年M需年均增长8.8%，高于N3.7个百分点；参照组（C）的12个记录均未达到过，无先例。" },
        { { "G", "C", NULL, "N", 2020, 2035, UNIT_PERCENT, 3.0, -1.2, 12, 2, true, 18.6, STRETCH },
          "G: 2021-2035 needs growth of 3.0% a year, 1.2 points below N's; by the records (C) 18.6% would: stretch.",
          "G：2021—2035年需年均增长3.0%，低于N1.2个百分点；按参照组（C）的记录推算，18.6%能够达到，难度较大。" },
        { { "R", "C", NULL, "N", 2020, 2035, UNIT_RANK, 0.87, NO, 81, 3, true, 27.8, WITHIN_REACH },
          "R: 2021-2035 needs a gain of 0.87 places a year; by the records (C) 27.8% would: within reach.",
          "R：2021—2035年需年均前移0.87位；按参照组（C）的记录推算，27.8%能够达到，努力可达到。" },
        { { "U", "C", NULL, "N", 2020, 2025, UNIT_POINTS, -0.5, NO, 81, 81, false, 100, WITHIN_REACH },
          "U: 2021-2025 needs a loss of 0.50 points a year; 81 of 81 records did as much (C, 100.0%): within reach.",
          "U：2021—2025年需年均下降0.50个百分点；参照组（C）的81个记录中有81个达到过，占100.0%，努力可达到。" },
    };
    int wrong = 0;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        TRY(sentence_precedent, &row[i].f, row[i].en, row[i].zh, i, wrong);
    assert_int_equal(wrong, 0);
}

/* What a text could do to a page: nothing */
static void
escapes(void **state)
{
    struct text out = { 0 };

    (void) state;
    page_escape(&out, "<script>alert(\"1\")</script> & 'A_B' \x01\x7f征");
    assert_string_equal(text_of(&out), "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;A_B&#39; \x7f征");
    text_free(&out);
}

static void
tables(void **state)
{
    struct text out = { 0 };
    struct page p = { .out = &out, .language = CHINESE };
    struct table t;

    (void) state;
    table_init(&t, "lrll", 1);
    table_row(&t);
    table_row(&t);
    table_set(&t, 0, 0, "甲<");
    table_set(&t, 0, 1, "2025年");
    table_set(&t, 1, 1, "亿元");
    table_row(&t);
    table_set(&t, 2, 0, "  乙");
    table_set(&t, 2, 1, "1&2");
    table_set(&t, 2, 2, "x 未达到");
    table_row(&t);
    table_set(&t, 3, 0, "    丙");
    page_table(&p, "题\"", &t, 2);
    table_free(&t);
    assert_string_equal(
        text_of(&out),
        "<div class=\"scroll few\" role=\"region\" tabindex=\"0\" aria-label=\"题&quot;\">\n<table>\n"
        "<caption>表1　题&quot;</caption>\n"
        "<thead><tr><th scope=\"col\">甲&lt;</th><th scope=\"col\" class=\"r\">2025年<br>亿元</th><td></td></tr></thead>\n"
        "<tbody>\n<tr><th scope=\"row\" class=\"k\">乙</th><td class=\"r\">1&amp;2</td><td class=\"missed\">x 未达到</td></tr>\n"
        "<tr><th scope=\"row\" class=\"sub\">丙</th><td class=\"r\"></td><td></td></tr>\n</tbody>\n</table>\n</div>\n");
    text_free(&out);
}

/* Charts beside each other: ids of their own, no size, no titles that pop up */
static void
pictures(void **state)
{
    struct text out = { 0 };

    (void) state;
    page_svg(
        &out,
        "<?xml version=\"1.0\"?>\n<svg\n width=\"156mm\" height=\"88mm\" role=\"img\"\n viewBox=\"0 0 1 1\">"
        "<title>T</title><desc>D</desc><rect id='a' width=\"1\"/><use xlink:href='#a'/><g fill=\"url(#a)\"/></svg>",
        "gdp", "A & \"B\"");
    assert_string_equal(text_of(&out),
                        "<svg aria-label=\"A &amp; &quot;B&quot;\"\n role=\"img\"\n viewBox=\"0 0 1 1\"><desc>D</desc>"
                        "<rect id='gdp-a' width=\"1\"/><use xlink:href='#gdp-a'/><g fill=\"url(#gdp-a)\"/></svg>");
    text_free(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(targets),     cmocka_unit_test(relative),   cmocka_unit_test(steps),
        cmocka_unit_test(step_counts), cmocka_unit_test(scenarios),  cmocka_unit_test(ranges),
        cmocka_unit_test(chances),     cmocka_unit_test(precedents), cmocka_unit_test(escapes),
        cmocka_unit_test(tables),      cmocka_unit_test(pictures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
