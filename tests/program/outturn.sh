#!/usr/bin/env bash
# Outturns and re-basing: tables, the plan's mid-term form, the same bytes from effective.cfg.
. "$(dirname "$0")/lib"
cat >o.csv <<'END'
region,indicator,unit,year,value
zunyi,gdp,yi yuan,2021,4000
zunyi,gdp,yi yuan,2022,4400
zunyi,gdp_growth,percent,2021,9
zunyi,gdp_growth,percent,2022,6
END
cat >plan.cfg <<END
base = "$root/tests/reference/city_and_nation.cfg";
outturn = "o.csv";
targets: { gdp_2025: { indicator = "gdp"; year = 2025; at_least = 5500.0; attribute = "expected"; }; };
END

try run plan.cfg --no-charts --out en; wants 0; wants_quiet
wants_out 'Deviation is actual less projected, of amounts in percent.' '4,400.0'
[ "$(wc -l <en/deviations.csv)" = 5 ] || problem 'deviations.csv has not four rows'
awk -F, '$2 == "gdp" && $4 == 2022 && ($6 != 4400 || $7 != 4400 - $5) { exit 1 }' en/deviations.csv || problem 'the deviation is not actual less projected'
tail -n 1 en/plan_table.csv | grep -q ',2022,4400,38\.2[0-9]*,40,as expected$' || problem "plan_table.csv: $(tail -n 1 en/plan_table.csv)"
verdict outturns
try run plan.cfg --no-charts --out zh --lang zh --format plan; wants 0; wants_out '2022年' '完成' '进度' '符合预期' '38.2%'; verdict midterm_in_chinese
grep -q '完成' <(unzip -p zh/plan_plan.xlsx xl/sharedStrings.xml 2>/dev/null) || [ ! -e zh/plan_plan.xlsx ] || ! command -v unzip >/dev/null ||
    problem 'the workbook is without progress'
verdict midterm_workbook

try run plan.cfg --no-charts --out again --rebase 2022; wants 0; wants_quiet; wants_out "from 2022's outturns" 'starts again from 2022'
grep -q '^zunyi,gdp,yi yuan,2022,4400\(\.0*[0-9]*\)\?$\|^zunyi,gdp,yi yuan,2022,4399\.99999' again/trajectory.csv || problem 'the outturn was not taken over'
try run again/effective.cfg --no-charts --out effective --quiet; wants 0
cmp -s again/trajectory.csv effective/trajectory.csv || problem 'effective.cfg runs to something else'
verdict rebased
try run plan.cfg --no-charts --out no --rebase 2024; wants 2 'no outturn of 2024 that a run can start from'; wants_no no; verdict year_without_outturn
try run plan.cfg --no-charts --out no --rebase soon; wants 2 "'rebase'"; wants_no no; verdict no_year
try run "$root/tests/reference/city_and_nation.cfg" --no-charts --out no --rebase 2022; wants 2 "'rebase' needs outturns"; wants_no no; verdict no_outturns
try compare plan.cfg "$root/tests/reference/city_and_nation.cfg" --no-charts --out both --rebase 2022; wants 2; verdict all_need_them

# in a report: the mid-term columns in the plan's table of the page, in a table of their own on a document's
for lang in zh en; do
    try report plan.cfg --no-charts --quiet --lang $lang --out report_$lang; wants 0; wants_quiet
    tr '\n' ' ' <report_$lang/report.html | sed 's/.*id="plan"//; s/<\/section>.*//; s/<[^>]*>/ /g; s/ \+/ /g' >plan_$lang
done
grep -q '2022年 实际 完成 进度 时间 进度 中期 评估 .* 4400.0 38.2% 40.0% 符合预期' plan_zh || problem "$(cat plan_zh)"
grep -q 'Actual 2022 Progress made Time gone Mid-term .* 4,400.0 38.2% 40.0% as expected' plan_en || problem "$(cat plan_en)"
grep -q '完成进度=（实际值-基期值）/（目标值-基期值）；时间进度为40.0%' plan_zh || problem 'no note on progress'
verdict report
if command -v pandoc >/dev/null; then
    try report plan.cfg --no-charts --quiet --lang zh --format docx --out report_zh; wants 0; wants_quiet
    pandoc -t plain --columns 300 report_zh/report.docx >plain
    grep -q '规划主要指标（2021—2025年，.*）：中期评估' plain || problem 'no table of its own'
    grep -q '亿元 .*5500 .*4400.0 .*38.2% .*40.0% .*符合预期' plain || problem "$(grep 4400 plain)"
    verdict report_in_word
else
    skip report_in_word 'no pandoc'
fi
