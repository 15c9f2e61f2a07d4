/* The plan's table: which rows it has, what stands in them, and that a spreadsheet's number shows what people read. */
#include "trial.h"

#include <math.h>
#include "report/plan_cell.h"
#include "report/plan_table.h"

#define TARGETS \
    "title = \"Trial\"; title_zh = \"试算\"; source_zh = \"试算数据\";\n" \
    "steps: { near: { from = 2021; to = 2025; }; };\n" \
    "targets: {\n" \
    "  gdp: { indicator = \"gdp\"; year = 2025; at_least = 12.0; tolerance = 2.0; attribute = \"expected\";\n" \
    "         source = \"section 4\"; source_zh = \"第4条\"; };\n" \
    "  towns: { indicator = \"urbanization\"; year = 2025; at_least = 99.0; attribute = \"binding\"; };\n" \
    "  growth: { indicator = \"gdp_real\"; from = 2020; year = 2025; at_least = 1.0; attribute = \"expected\"; };\n" \
    "  aside: { indicator = \"gdp_real\"; year = 2025; at_least = 12.0; counts = false; attribute = \"expected\"; };\n" \
    "  unsaid: { indicator = \"gdp\"; year = 2025; at_least = 1.0; };\n" \
    "  later: { indicator = \"population\"; year = 2030; at_least = 1.0; attribute = \"expected\"; group = \"民生福祉\"; };\n" \
    "};\n" \
    "plan: ( { group = \"ecology\"; name = \"Forest cover\"; name_zh = \"森林覆盖率\"; unit = \"%\"; base_value = \"62\";\n" \
    "          target = \"63.5左右\"; attribute = \"binding\"; },\n" \
    "        { group = \"Culture\"; name_zh = \"文化\"; unit = \"亿元\"; target = \"建立可持续投资机制\"; growth = \"〔1〕\"; } );\n"

struct made {
    struct trajectory t;
    struct judgements j;
    struct plan_tables tables;
};

static struct made
make(struct trial *trial, const char *text, enum language language)
{
    struct made m = { 0 };

    assert_int_equal(trial_of(trial, text), OK);
    assert_int_equal(run_plan(&m.t, &trial->sc.plan, &trial->err), OK);
    assert_int_equal(targets_judge(&m.j, &m.t, &trial->err), OK);
    plan_tables_make(&m.tables, &trial->sc, &m.t, &m.j, language);
    return m;
}

static void
made_free(struct made *m)
{
    plan_tables_free(&m->tables);
    plan_tables_free(&m->tables); /* safe twice */
    judgements_free(&m->j);
    trajectory_free(&m->t);
}

/* The row's cells from the plan's group to the attribute, parted by strokes */
static const char *
plan_part(struct text *out, const struct plan_row *row)
{
    text_free(out);
    for (int c = PLAN_GROUP; c < PLAN_PROJECTED; c++)
        text_print(out, "%s|", row->cell[c].text);
    return text_of(out);
}

/* In the order of the groups, binding and missed first in each; what does not count or says no attribute is no row. */
static void
rows_as_plans_print_them(void **state)
{
    static const char *const rows[] = {
        "经济发展|1|常住人口城镇化率|%|50.00|不低于99|〔49.00〕|约束性|",
        "经济发展|2|地区生产总值（当年价）|亿元|8.0|12左右|8.4%|预期性|",
        "经济发展|3|地区生产总值（2020年价）自2020年起的年均增速|%||不低于1|1.0%|预期性|",
        "绿色生态|4|森林覆盖率|%|62|63.5左右||约束性|",
        "Culture|5|文化|亿元||建立可持续投资机制|〔1〕||",
    };
    struct made m = make(*state, TARGETS, CHINESE);
    const struct plan_table *p = m.tables.table;
    struct text said = { 0 };

    assert_int_equal(m.tables.count, 2);
    assert_int_equal(p->rows, sizeof rows / sizeof rows[0]);
    for (size_t r = 0; r < p->rows; r++)
        assert_string_equal(plan_part(&said, &p->row[r]), rows[r]);
    assert_string_equal(p->row[0].cell[PLAN_VERDICT].text, "未达到");
    assert_string_equal(p->row[3].cell[PLAN_PROJECTED].text, "");
    assert_string_equal(p->title, "City规划主要指标（2021—2025年，试算）");
    assert_string_equal(p->heading[PLAN_TARGET], "2025年\n目标");
    assert_string_equal(p->note[0], "未达到的约束性指标：常住人口城镇化率。");
    assert_string_equal(p->rows_from, "规划出处：第4条。");
    assert_int_equal(m.tables.table[1].year, 2030);
    assert_string_equal(plan_part(&said, &m.tables.table[1].row[0]),
                        "民生福祉|1|年末常住人口|万人|100.00|不低于1|-36.9%|预期性|");
    text_free(&said);
    made_free(&m);
}

static void
the_same_in_english(void **state)
{
    struct made m = make(*state, TARGETS, ENGLISH);
    const struct plan_table *p = m.tables.table;
    struct text said = { 0 };

    assert_string_equal(plan_part(&said, &p->row[1]),
                        "Economy|2|GDP, current prices|yi yuan|8.0|about 12|8.4%|expected|");
    assert_string_equal(plan_part(&said, &p->row[4]), "Culture|5|文化|yi yuan||建立可持续投资机制|〔1〕||");
    text_free(&said);
    made_free(&m);
}

/* Every line of the terminal fits, the projection and the verdict are kept, wherever the width ends. */
static void
fits_the_terminal(void **state)
{
    struct made m = make(*state, TARGETS, CHINESE);

    for (size_t width = 100; width >= 60; width -= 20)
        for (size_t ambiguous = 1; ambiguous <= 2; ambiguous++) {
            struct text shown = { 0 };
            char *rest, *line;

            plan_tables_show(&shown, &m.tables, "t", CHINESE, width, ambiguous);
            assert_non_null(strstr(text_of(&shown), "x 未达到"));
            assert_non_null(strstr(text_of(&shown), "目标：建立"));
            rest = shown.at;
            while ((line = strsep(&rest, "\n")))
                assert_true(text_cells(line, ambiguous) <= width);
            text_free(&shown);
        }
    made_free(&m);
}

static void
scripts_read_ascii(void **state)
{
    struct made m = make(*state, TARGETS, CHINESE);
    struct text csv = { 0 };

    plan_tables_csv(&csv, &m.tables, &m.t);
    for (size_t i = 0; i < csv.length; i++)
        assert_true((unsigned char) csv.at[i] < 0x80);
    assert_non_null(strstr(csv.at, "\n2025,economy,2,gdp,city,gdp,,yi yuan,at_least,12,2,2020,8,"));
    assert_non_null(strstr(csv.at, "\n2025,ecology,4,,,,Forest cover,%,,63.5,,2020,62,,,binding,,,,,,,\n"));
    text_free(&csv);
    made_free(&m);
}

static void
nothing_where_nothing_is_of_a_plan(void **state)
{
    struct made m = make(*state, "", ENGLISH);
    struct text shown = { 0 };

    assert_int_equal(m.tables.count, 0);
    plan_tables_show(&shown, &m.tables, "t", ENGLISH, 100, 1);
    assert_string_equal(text_of(&shown), "t: no table of the plan: no target has an attribute (expected, binding), and "
                                         "'plan' lists no rows\n");
    text_free(&shown);
    made_free(&m);
}

/* A number with the words around it is a number with a format; two numbers or words alone are text. */
static void
cells_show_their_numbers(void **state)
{
    static const struct {
        const char *printed, *format;
        double value;
    } row[] = {
        { "62", "0", 62 },   { "63.50", "0.00", 63.5 }, { "63左右", "0\"左右\"", 63 },
        { "降低", NULL, 0 }, { "60-65", NULL, 0 },      { "1.2.3", NULL, 0 },
        { "62\"", NULL, 0 }, { "62，其中30", NULL, 0 }, { "", NULL, 0 },
        { NULL, NULL, 0 },   { ".", NULL, 0 },
    };
    struct arena arena = { 0 };
    struct plan_cell cell;

    (void) state;
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        cell = plan_printed(&arena, row[i].printed);
        assert_string_equal(cell.text, row[i].printed ? row[i].printed : "");
        assert_true(!row[i].format == !cell.format && !cell.format == isnan(cell.value));
        if (cell.format) {
            assert_string_equal(cell.format, row[i].format);
            assert_true(cell.value == row[i].value);
        }
    }
    cell = plan_number(&arena, -5.31, 2, WORD_summary_points, CHINESE);
    assert_string_equal(cell.text, "〔-5.31〕");
    assert_string_equal(cell.format, "\"〔\"0.00\"〕\";\"〔\"-0.00\"〕\"");
    cell = plan_number(&arena, 5500, 0, WORD_relation_about, ENGLISH);
    assert_string_equal(cell.text, "about 5,500");
    assert_string_equal(cell.format, "\"about \"#,##0;\"about \"-#,##0");
    cell = plan_number(&arena, 1, 0, WORD_summary_rank_first, ENGLISH);
    assert_string_equal(cell.text, "first");
    assert_null(cell.format);
    assert_string_equal(plan_number(&arena, NAN, 0, WORD_relation_about, ENGLISH).text, "");
    arena_free(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TRIAL(rows_as_plans_print_them),
        TRIAL(the_same_in_english),
        TRIAL(fits_the_terminal),
        TRIAL(scripts_read_ascii),
        TRIAL(nothing_where_nothing_is_of_a_plan),
        cmocka_unit_test(cells_show_their_numbers),
    };

    return RUN_TRIALS(tests);
}
