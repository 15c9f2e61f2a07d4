#!/usr/bin/env bash
# sanbu compare: the base in levels, the others as differences, in files and in the terminal.
. "$(dirname "$0")/lib"
small_scenario small.cfg
city=$(sed -n 's/^home *= *"\(.*\)".*/\1/p' "$root/tests/reference/city_and_nation.cfg")
nation=$(sed -n 's/^benchmark *= *"\(.*\)".*/\1/p' "$root/tests/reference/city_and_nation.cfg")
sed -i 's/4000.0/4700.0/; s/larger: {/larger: { step = "all";/' small.cfg
echo 'steps: { all: { from = 2021; to = 2023; }; };' >>small.cfg
cat >richer.cfg <<END
base = "small.cfg"; title = "Richer"; title_zh = "更富裕";
regions: { $city: { production: { tfp_boost = 0.5; }; }; };
END
sed 's/0.5/-0.5/; s/Richer/Poorer/; s/更富裕/更贫困/' richer.cfg >poorer.cfg
all=(small.cfg richer.cfg poorer.cfg)

# files
try compare "${all[@]}" --no-charts --out plain; wants 0; wants_quiet
[ "$(ls plain)" = $'compare.manifest.json\ndifferences.csv\nsteps.csv\ntargets.csv' ] || problem "$(ls plain)"
verdict files
try run "${all[@]}" --no-charts --quiet --out runs; wants 0
# the values are those of the runs, the differences those from the base
cat >joined.awk <<'END'
BEGIN { FS = OFS = ","; OFMT = "%.17g" }
FNR == 1 { file++; next }
file == 1 { base[$1, $2, $4] = $5; next }
{ print name, $1, $2, $3, $4, $5, $5 - base[$1, $2, $4] }
END
for name in small richer poorer; do
    awk -v name=$name -f joined.awk runs/small/trajectory.csv "runs/$name/trajectory.csv"
done >wanted
tail -n +2 plain/differences.csv >found
[ "$(wc -l <wanted)" -gt 500 ] || problem "$(wc -l <wanted) rows"
paste -d, wanted found | awk -F, '
    { for (i = 1; i <= 6; i++) if ($i != $(i + 7)) bad = bad " row " NR " field " i ": " $i " and " $(i + 7)
      d = $14 - $7; if (d < 0) d = -d; size = $6 < 0 ? -$6 : $6; if (d > 1e-12 * (1 + size)) bad = bad " row " NR ": " $7 " and " $14
      if ($6 - $14 != 0 && $1 != "small") { p = 100 * $14 / ($6 - $14); if ($6 < $14) p = -p
          e = p - $15; if (e < 0) e = -e; if (e > 1e-6) bad = bad " row " NR ": " p " % and " $15 } }
    END { print substr(bad, 1, 300) }' >different
grep -q . different && problem "$(cat different)"
head -n 1 plain/differences.csv | grep -qx 'scenario,region,indicator,unit,year,value,difference,difference_percent' \
    || problem "$(head -n 1 plain/differences.csv)"
grep -q '^richer,.*,gdp,.*,2023,' found || problem 'no richer'
! grep '^small,' found | grep -qvE ',0,0?$' || problem 'the base differs from itself'
verdict differences
for table in targets steps; do
    for name in small richer poorer; do
        grep "^$name," "plain/$table.csv" | cut -d, -f2- | cmp -s - <(tail -n +2 "runs/$name/$table.csv") \
            || problem "another $table of $name"
    done
    [ "$(head -n 1 "plain/$table.csv")" = "scenario,$(head -n 1 "runs/small/$table.csv")" ] || problem "header of $table"
done
verdict targets_and_steps

# where, and the same bytes
(cd runs && "$SANBU" compare ../small.cfg ../richer.cfg --no-charts --quiet && [ -e output/compare/differences.csv ]) \
    || problem 'not in output/compare'; verdict default_folder
TZ=Asia/Shanghai LC_ALL=POSIX try compare "${all[@]}" --no-charts --quiet --out again; wants 0; wants_quiet
[ ! -s out ] || problem 'a word on stdout'
diff -rq -x compare.manifest.json plain again >difference || problem "$(cat difference)"; verdict same_bytes_quiet
grep -q '"command": "compare"' plain/compare.manifest.json && grep -q 'poorer.cfg' plain/compare.manifest.json \
    || problem 'the manifest does not say what was compared'
try run small.cfg --no-charts --quiet --out both; try compare "${all[@]}" --no-charts --quiet --out both
wants 0; [ -e both/trajectory.csv ] && [ -e both/manifest.json ] || problem "a run's results are gone"; verdict beside_a_run

# the terminal
try compare "${all[@]}" --no-charts --out plain
wants_out '3 scenarios:' 'Small' 'Richer' 'Targets whose verdict changes'
[ "$(grep -nE '^(Small|Richer|Poorer) ' out | cut -d: -f2 | cut -d' ' -f1 | tr '\n' ' ')" = 'Small Richer Poorer ' ] \
    || problem "order: $(cat out)"
grep -E '^Small ' out | grep -q '[+-][0-9]' && problem 'the base is not in levels'
grep -E '^Richer ' out | grep -q ' +[0-9]' || problem 'no difference'; verdict table
try compare "${all[@]}" --no-charts --lang zh --out plain
wants_out '3个情景比较' '更富裕' '结论有变的目标'
! grep -q 'x missed' out || problem 'English in Chinese'; verdict table_in_chinese
try compare small.cfg poorer.cfg --no-charts --out plain
wants_out 'Poorer against Small' 'differs' 'GDP, yi yuan, 2023, at least 4,700: + met; x missed in Poorer'; verdict pair
try compare small.cfg small.cfg --no-charts --out x; wants 2 "two scenarios of the name 'small'"; verdict of_one_name
cp small.cfg same.cfg
try compare small.cfg same.cfg --no-charts --out plain
wants 0; wants_quiet; wants_out 'same against Small' "No target's verdict changes."; verdict without_a_title_of_its_own

# statuses
try compare small.cfg --no-charts --out x; wants 2 "'compare' needs at least two scenario files"; wants_no x; verdict one
try compare --no-charts; wants 2 "'compare' needs a scenario file"; verdict none
try compare "${all[@]}" --no-charts --quiet --out x --fail-on-miss; wants 3; [ -e x/targets.csv ] || problem 'no results'
try compare small.cfg richer.cfg --no-charts --quiet --out x --fail-on-miss; wants 0; verdict fail_on_miss
echo 'base = "small.cfg"; hom = "x";' >wrong.cfg; rm -rf x
try compare small.cfg wrong.cfg --no-charts --out x; wants 2 "wrong.cfg:1: unknown setting 'hom'"; wants_no x; verdict wrong
: >file; try compare "${all[@]}" --no-charts --out file/below; wants 1 "Not a directory"; verdict cannot_write
"$SANBU" compare "${all[@]}" --no-charts --out full >/dev/full 2>err </dev/null; status=$?
wants 1 'the results are written'; [ -e full/targets.csv ] || problem 'no results'; verdict full_stdout

# what is not common
echo "base = \"small.cfg\"; home = \"$nation\"; remove = (\"targets\");" >elsewhere.cfg; rm -rf x
try compare small.cfg elsewhere.cfg --no-charts --out x
wants 2 "elsewhere.cfg: home is '$nation', that of small is '$city'; only scenarios of one home compare"; wants_no x
verdict another_home
cat >shorter.cfg <<'END'
base = "small.cfg"; title = "Shorter"; horizon: { end = 2022; }; remove = ("targets", "steps"); steps: { all: { from = 2021; to = 2022; }; };
targets: { early: { indicator = "gdp"; year = 2022; at_least = 1.0; }; larger: { indicator = "gdp"; year = 2021; at_least = 4000.0; }; };
END
try compare small.cfg shorter.cfg --no-charts --out x
wants 0 'shorter.cfg: warning: ends in 2022, small in 2023' 'without targets of small: richer' \
    'targets that small is without: early' 'ask for something else than in small: larger' 'other steps than small: all'
! grep -q '^shorter,.*,2023,' x/differences.csv || problem 'a year that is not there'
grep -q '^shorter,.*,gdp,.*,2022,[0-9.]*,0,0$' x/differences.csv || problem 'no common year'; verdict another_horizon
try compare shorter.cfg small.cfg --no-charts --quiet --out x; wants 0 'small.cfg: warning: ends in 2023'
grep -qE "^small,$city,gdp,yi yuan,2023,[0-9.]+,,$" x/differences.csv || problem 'a year of the other alone has a difference'
verdict longer_than_the_base

# charts
if command -v gnuplot >/dev/null; then
    try compare "${all[@]}" --out drawn --quiet; wants 0; wants_quiet
    for chart in compare_{gdp,gdp_per_capita,urbanization} verdicts; do
        for ending in csv gp svg png; do [ -s "drawn/charts/$chart.$ending" ] || problem "no $chart.$ending"; done
    done
    wants_no drawn/charts/compare_modernization.gp # there is no index
    try compare "${all[@]}" --out drawn_again --quiet; wants 0
    diff -rq -x compare.manifest.json drawn drawn_again >difference || problem "$(cat difference)"
    try compare "${all[@]}" --out drawn_zh --quiet --lang zh; wants 0; wants_quiet
    cmp drawn{,_zh}/charts/compare_gdp.csv || problem 'the languages differ in numbers'
    grep -q '更富裕' drawn_zh/charts/compare_gdp.gp || problem 'no Chinese title'; verdict charts
else
    skip charts 'no gnuplot'
    try compare "${all[@]}" --out drawn --quiet; wants 0
fi
# year, then a column a scenario, which differences.csv has in rows
awk -F, -v city="$city" 'FNR == NR { if ($2 == city && $3 == "gdp") value[$1, $5] = $6; next }
    FNR == 1 { for (i = 2; i <= NF; i++) { split($i, word, " "); name[i] = word[1] } next }
    { for (i = 2; i <= NF; i++) if (name[i] != "target") { n++; if (value[name[i], $1] != $i) print "row " $1 ": " $i " of " name[i] } }
    END { if (n != 12) print n " values" }' drawn/differences.csv drawn/charts/compare_gdp.csv >different
[ ! -s different ] || problem "$(cat different)"; verdict chart_values
