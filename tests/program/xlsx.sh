#!/usr/bin/env bash
# The workbook of all results (--xlsx): sheets, values, print set-up, charts, the same bytes each time.
. "$(dirname "$0")/lib"
cat >one.cfg <<END
base = "$root/tests/reference/city_and_nation.cfg"; title = "A <b>&_\"one\""; title_zh = "甲<b>&_“一”";
targets: { gdp_2025: { indicator = "gdp"; year = 2025; at_least = 5500.0; attribute = "binding"; }; };
END
echo 'base = "one.cfg"; title = "=1+1"; title_zh = "=1+1";' >two.cfg

try run one.cfg --no-charts --out plain --quiet; wants 0; wants_quiet; wants_no plain/one.xlsx; verdict only_where_asked_for
try run one.cfg --no-charts --xlsx --out run --quiet --lang zh; wants 0
if [ ! -e run/one.xlsx ]; then
    wants 0 'libxlsxwriter'; verdict says_what_is_missing
    skip workbook 'built without libxlsxwriter'
    exit 0
elif ! command -v unzip >/dev/null; then
    skip workbook 'no unzip'
    exit 0
fi
wants_quiet
try compare one.cfg two.cfg --no-charts --xlsx --out both --quiet; wants 0; wants_quiet
part() { unzip -p "$1" "$2" 2>/dev/null; } # of a workbook
sheet() { # BOOK NAME: the sheet's xml
    local number
    number=$(part "$1" xl/workbook.xml | grep -o '<sheet name="[^"]*"' | cut -d'"' -f2 | grep -nxF "$2" | cut -d: -f1)
    part "$1" "xl/worksheets/sheet$number.xml"
}
names() { part "$1" xl/workbook.xml | grep -o '<sheet name="[^"]*"' | cut -d'"' -f2 | paste -sd' '; }
[ "$(names run/one.xlsx)" = '说明 主要指标 规划指标2025 测算结果 规划目标 假设 来源' ] || problem "$(names run/one.xlsx)"
[ "$(names both/compare.xlsx)" = 'Notes Summary Plan 2025 Scenarios Trajectory Targets Assumptions Sources' ] \
    || problem "$(names both/compare.xlsx)"
verdict sheets

# every number of trajectory.csv, in its order; the years of the head row come before
sheet run/one.xlsx 测算结果 | sed 's/<row /\n&/g' | grep '^<row' | tail -n +3 | grep -o '<c r="[A-Z]*[0-9]*" s="[0-9]*"><v>[^<]*' \
    | sed 's/.*<v>//' >found
tail -n +2 run/trajectory.csv | cut -d, -f5 >wanted
[ "$(wc -l <wanted)" -gt 500 ] || problem "$(wc -l <wanted) values"
[ "$(wc -l <wanted)" -eq "$(wc -l <found)" ] || problem "$(wc -l <found) cells for $(wc -l <wanted) values"
paste found wanted | awk '{ d = $1 - $2; s = $2; if (d < 0) d = -d; if (s < 0) s = -s; if (!(d <= 1e-15 * s)) print }' >different
[ ! -s different ] || problem "$(head -n 3 different)" # a workbook has 16 digits
verdict values_are_those_of_the_csv
sheet run/one.xlsx 规划目标 >targets.xml
for field in $(awk -F, 'NR == 2 { printf "%.12g %.12g", $7, $9 }' run/targets.csv); do
    grep -q "<v>${field%.*}" targets.xml || problem "no $field among the targets"
done
verdict targets
for text in 'state="frozen"' 'paperSize="9"' 'orientation="landscape"' '<autoFilter'; do
    sheet run/one.xlsx 测算结果 | grep -q "$text" || problem "no $text"
done
for text in _xlnm.Print_Titles _xlnm.Print_Area; do
    [ "$(part run/one.xlsx xl/workbook.xml | grep -o "$text" | wc -l)" -ge 5 ] || problem "few $text"
done
[ "$(unzip -l run/one.xlsx | grep -c 'xl/charts/chart')" -ge 3 ] || problem 'no native charts'
verdict print_and_charts
for book in run/one.xlsx both/compare.xlsx; do
    ! part $book xl/sharedStrings.xml | grep -q '<b>' || problem "$book: markup from a title"
    ! unzip -p $book 'xl/worksheets/*.xml' | grep -q '<f>' || problem "$book: a formula from a title"
done
verdict titles_are_text
# a report's workbook is the same over all its scenarios, and comes without being asked for
try report one.cfg two.cfg --no-charts --out report --quiet; wants 0; wants_quiet
cmp -s both/compare.xlsx report/report.xlsx || problem "not that of compare: $(names report/report.xlsx)"
[ "$(grep -c '"report.xlsx"' report/report.manifest.json)" -eq 1 ] || problem 'not in the manifest'
verdict of_a_report
sleep 1
try compare one.cfg two.cfg --no-charts --xlsx --out again --quiet; wants 0
cmp -s both/compare.xlsx again/compare.xlsx || problem 'other bytes'
verdict repeats_byte_for_byte
