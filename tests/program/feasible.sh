#!/usr/bin/env bash
# Feasibility of the shipped baseline, from the program: needed growth and precedent, targets that do not fit
# together, growth by source; and what a scenario gets wrong about them.
. "$(dirname "$0")/lib"
baseline=$root/scenarios/baseline.cfg

cell() { # FILE KEY COLUMN: of the row whose first field is KEY
    awk -F, -v key="$2" -v name="$3" 'NR == 1 {for (i = 1; i <= NF; i++) if ($i == name) column = i; next}
        $1 == key {print $column; exit}' "$1"
}
is() { # WHAT HAVE WANT
    [ "$2" = "$3" ] || problem "$1 is '$2', wanted '$3'"
}
close_to() { # WHAT HAVE WANT
    awk -v a="$2" -v b="$3" 'BEGIN {d = a - b; exit !(a != "" && d < 1e-9 && d > -1e-9)}' || problem "$1 is '$2', wanted $3"
}

try run "$baseline" --no-charts --out zunyi; wants 0; wants_quiet
# Counted from scenarios/data/city_gdp.csv: cities whose rank in 2015 was 40 to 120, by their growth in 2015-20 less 8.03
read -r members reached < <(awk -F, -v needed="$(cell zunyi/targets.csv gdp_2025 precedent_needed)" \
    -v nation="$(cell zunyi/targets.csv gdp_2025 precedent_nation)" '
    !/^#/ && $1 != "city" && $5 != "" {before[$1] = $5; now[$1] = $7}
    END {for (c in before) {rank = 1; for (o in before) rank += before[o] > before[c]
        if (rank >= 40 && rank <= 120) {members++
            reached += 100 * ((now[c] / before[c]) ^ 0.2 - 1) - 8.03 >= needed - nation}}
        print members, reached}' "$root/scenarios/data/city_gdp.csv")
[ "$members" -eq 81 ] || problem "$members cities"
close_to 'share of gdp_2025' "$(cell zunyi/targets.csv gdp_2025 precedent_share)" \
    "$(awk "BEGIN {printf \"%.17g\", 100 * $reached / $members}")"
is 'class of gdp_2025' "$(cell zunyi/targets.csv gdp_2025 feasibility)" 'on track'
is 'class of equal_2030' "$(cell zunyi/targets.csv equal_2030 feasibility)" 'without precedent'
is 'years of equal_2030' "$(cell zunyi/targets.csv equal_2030 precedent_years)" 10
is 'binding target' "$(cell zunyi/steps.csv parity binding)" parity_2030
verdict precedent_of_the_baseline

close_to residents "$(cell zunyi/consistency.csv residents value)" 687.5
is plausible "$(cell zunyi/consistency.csv residents plausible)" no
wants_out '5,500 yi yuan at 80,000 yuan a head needs 687.5 wan residents, 26.5 more than at the end of 2020'
try run "$baseline" --no-charts --out zunyi --lang zh; wants 0
wants_out '5500亿元与人均80000元同时实现，隐含常住人口687.5万人，比2020年末多26.5万人'
try run "$baseline" --no-charts --out zunyi --set 'plausible.population_growth=(-1, 1)'; wants 0
! grep -q '687.5' out || problem 'a plausible figure is pointed out'
verdict targets_that_do_not_fit_together

# The sources add to the growth of real GDP, period by period
awk -F, -v file=zunyi/trajectory.csv 'BEGIN {while ((getline line < file) > 0) {split(line, x, ","); if (x[2] == "gdp_real") gdp[x[1], x[4]] = x[5]}}
    FNR == 1 {next}
    $4 == "total" {if (key != "") check(); key = $1; want = 100 * log(gdp[$1, $3] / gdp[$1, $2 - 1]) / ($3 - $2 + 1); total = $5; sum = 0; next}
    $4 != "policy" && $4 != "catch_up" {sum += $5}
    function check() {d = total - want; e = total - sum; if (d * d > 1e-18 || e * e > 1e-18) {print key, total, want, sum; bad = 1}}
    END {check(); exit bad}' zunyi/contributions.csv || problem 'sources do not add to growth'
verdict sources_add_to_growth

# Every line fits into 100 cells, in both languages; the line of folders and the note on units apart. Scenarios are
# named as from the root of the project: a command that is printed holds their path, which may not be broken
ln -s "$root/scenarios" scenarios
for scenario in scenarios/{baseline,liquor_slump,slow_nation}.cfg; do
    for lang in en zh; do
        try run "$scenario" --no-charts --out wide --lang $lang; wants 0
        while IFS= read -r line; do
            wide=${line//[ -~]/}
            [ $((${#line} + ${#wide})) -le 100 ] || problem "past 100 cells: $line"
        done < <(grep -vE '^(Results|结果|Growth a year is real)' out)
    done
done
verdict fits_the_terminal

# The parts of a difference add to it; scenarios of another structure are compared without an explanation
try compare "$baseline" "$root/scenarios/slow_nation.cfg" --out both; wants 0
awk -F, 'NR > 1 {x[NR] = $3; last = NR} END {for (i = 3; i < last; i++) sum += x[i]; d = x[last] - x[2] - sum
    exit !(last == 9 && d < 1e-9 && d > -1e-9)}' both/charts/waterfall.csv || problem "$(cat both/charts/waterfall.csv)"
wants_out 'Why: Modernization index in 2035, Baseline 90.3 and Slow nation 90.7' 'China: '
printf 'base = "%s"; horizon: { end = 2036; };\n' "$baseline" >longer.cfg
try compare "$baseline" longer.cfg --out both; wants 0
! grep -q '^Why' out || problem 'explained'
wants_no both/charts/waterfall.svg
verdict why_they_differ

# Causes that are named: a part each and one for the rest; the parts add up as before
low=$root/scenarios/low.cfg
try compare "$baseline" "$low" --out named --cause regions.china --cause regions.zunyi.sectors.liquor.price_premium; wants 0
is causes "$(cut -d, -f1 named/charts/waterfall.csv | tr '\n' ' ')" \
    'part baseline regions.zunyi.sectors.liquor.price_premium regions.china rest low '
awk -F, 'NR > 1 {x[NR] = $3; last = NR} END {d = x[last]; for (i = 2; i < last; i++) d -= x[i]
    exit !(last == 6 && d < 1e-9 && d > -1e-9)}' named/charts/waterfall.csv || problem "$(cat named/charts/waterfall.csv)"
wants_out 'liquor: its own price growth on top' 'China ' 'all other settings'
try compare "$baseline" "$low" --out no --cause regions.chine; wants 2; wants_no no
grep -q "no setting begins with 'regions.chine'" err || problem "$(cat err)"
try compare "$baseline" "$low" --out no $(printf -- '--cause regions.china %.0s' {1..12}); wants 2; wants_no no
grep -q 'at most 11 causes' err || problem "$(cat err)"
verdict causes_by_name

try check "$baseline" --set 'precedent.classes.cities.ranks=(500, 600)'; wants 2 "class 'cities' has no members"
try check "$baseline" --set precedent.stretch=30; wants 2 'stretch must not be above within_reach'
try check "$baseline" --set 'precedent.classes.provinces.regions=("guizhou", "narnia")'; wants 2 'for narnia from 2010 to 2015'
try check "$baseline" --set precedent.classes.provinces.file="$root/scenarios/data/city_gdp.csv"; wants 2 "no column 'region'"
try check "$baseline" --set 'plausible.inflow=(5, 1)'; wants 2 "'inflow' must be a low and a higher number"
verdict mistakes
