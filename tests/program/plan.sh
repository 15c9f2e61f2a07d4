#!/usr/bin/env bash
# The plan's table: in the terminal, as CSV and as a workbook.
. "$(dirname "$0")/lib"
cat >plan.cfg <<END
base = "$root/tests/reference/city_and_nation.cfg";
targets: { gdp_2025: { indicator = "gdp"; year = 2025; at_least = 5500.0; attribute = "binding"; }; };
plan: ( { group = "绿色生态"; name = "Forest cover"; name_zh = "森林覆盖率"; unit = "%"; base_value = "62"; } );
END
part() { unzip -p "$1" "$2" 2>/dev/null; } # of a workbook

try run plan.cfg --no-charts --out zh --lang zh --format plan
wants 0; wants_quiet; wants_out '规划主要指标' '经济发展' '绿色生态' '森林覆盖率' '结果 zh'
verdict in_the_terminal
try run plan.cfg --no-charts --out en --format=plan; wants 0; wants_quiet; wants_out 'Economy' 'Forest cover'; verdict in_english
try run plan.cfg --no-charts --out en --format summary; wants 0; wants_out 'Indicator   '; verdict summary_is_the_other_format
try run plan.cfg --no-charts --out no --format table; wants 2 "format 'table'; there are: summary, plan"; wants_no no; verdict unknown_format
try run plan.cfg --format; wants 2 "option '--format' needs a value"; verdict format_without_value
same zh/plan_table.csv en/plan_table.csv; verdict csv_knows_no_language

if [ ! -e zh/plan_plan.xlsx ]; then
    skip workbook 'built without libxlsxwriter'
elif ! command -v unzip >/dev/null; then
    skip workbook 'no unzip'
else
    sleep 1
    try run plan.cfg --no-charts --out again --lang zh --quiet; wants 0
    same zh again; verdict workbook_repeats_byte_for_byte
    grep -q '2000-01-01T00:00:00Z' <(part zh/plan_plan.xlsx docProps/core.xml) || problem 'created at another time'
    grep -q '<v>5500</v>' <(part zh/plan_plan.xlsx xl/worksheets/sheet1.xml) || problem 'the target is no number'
    grep -q '宋体' <(part zh/plan_plan.xlsx xl/styles.xml) || problem 'another font'
    grep -q '森林覆盖率' <(part zh/plan_plan.xlsx xl/sharedStrings.xml) || problem 'not in Chinese'
    grep -q 'Forest cover' <(part en/plan_plan.xlsx xl/sharedStrings.xml) || problem 'not in English'
    verdict workbook
fi

small_scenario small.cfg
try run small.cfg --no-charts --out none --format plan; wants 0; wants_quiet
wants_out 'small: no table of the plan'; wants_no none/plan_table.csv none/small_plan.xlsx; verdict scenario_without_a_plan
