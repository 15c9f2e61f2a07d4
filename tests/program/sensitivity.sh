#!/usr/bin/env bash
# sanbu sensitivity: which settings drive an output and which break a step, in files and in the terminal.
. "$(dirname "$0")/lib"
small_scenario small.cfg
city=$(sed -n 's/^home *= *"\(.*\)".*/\1/p' "$root/tests/reference/city_and_nation.cfg")
sed -i 's/4000.0/3700.0/; s/larger: {/larger: { step = "all";/' small.cfg
cat >>small.cfg <<END
steps: { all: { from = 2021; to = 2023; title = "All"; title_zh = "全部"; }; };
uncertain: (
  { key = "regions.$city.production.tfp_boost"; distribution = "normal"; sd = 0.5; name = "the city's productivity"; name_zh = "本市生产率"; },
  { key = "regions.$city.production.human_capital_growth"; distribution = "uniform"; low = -0.2; high = 0.2; },
  { key = "regions.$city.urbanization.difference"; distribution = "triangular"; low = -1.0; mode = 0.0; high = 1.0; } );
END
asked=(sensitivity small.cfg --seed 7 -n 256 --no-charts)

# files, and the same bytes whatever the threads
try "${asked[@]}" --of gdp@2023 --out one --threads 1; wants 0; wants_quiet
[ "$(ls one | xargs)" = 'boxes.csv morris.csv sensitivity.manifest.json sobol.csv tornado.csv' ] || problem "$(ls one)"
head -n 1 one/sobol.csv | grep -qx 'key,first_order,first_low,first_high,total,total_low,total_high,settings' || problem 'sobol.csv'
for table in sobol morris tornado; do [ "$(wc -l <one/$table.csv)" = 4 ] || problem "rows of $table.csv"; done
verdict files
try "${asked[@]}" --of gdp@2023 --out two --threads 2; wants 0
diff -rq -x sensitivity.manifest.json one two >difference || problem "$(cat difference)"; verdict same_bytes
awk -F, 'NR > 1 && !($2 >= $3 && $2 <= $4 && $5 >= $6 && $5 <= $7) { exit 1 }' one/sobol.csv ||
    problem "an estimate outside its interval"
verdict intervals
# productivity is the main driver of output; where people live moves nothing of it
awk -F, 'NR == 2 && !($1 ~ /tfp_boost/ && $5 > 0.8) { print "first: " $0 } $1 ~ /difference/ && $5 != 0 { print "urban: " $0 }' one/sobol.csv >odd
[ ! -s odd ] || problem "$(cat odd)"; verdict drivers
try "${asked[@]}" --of urbanization@2023 --out x; wants 0; wants_out 'urban' ', 2023:'
sed -n 2p x/sobol.csv | grep -q 'urbanization.difference' || problem "$(cat x/sobol.csv)"; verdict other_output
try "${asked[@]}" --of china:gdp_per_capita@2022 --out x; wants 0; wants_out 'No draw of any setting moves it.'; verdict other_region
try "${asked[@]}" --of larger --out x; wants 0; wants_out 'margin of the target'; verdict margin

# What a tornado begins with is what a plain run gives.
try sensitivity "$root/scenarios/baseline.cfg" --of gdp@2035 --method tornado --seed 5 --no-charts --quiet --out bars; wants 0
[ ! -e bars/sobol.csv ] || problem "sobol.csv though only a tornado was asked for"
[ -s bars/tornado.csv ] || problem "no tornado.csv"
planned=$(awk -F, 'NR == 2 { printf "%.6f", $4 }' bars/tornado.csv)
try run "$root/scenarios/baseline.cfg" --no-charts --quiet --out plain; wants 0
run=$(awk -F, '$1 == "zunyi" && $2 == "gdp" && $4 == 2035 { printf "%.6f", $5 }' plain/trajectory.csv)
[ "$planned" = "$run" ] || problem "as planned $planned, a run gives $run"
verdict tornado

# people read
try "${asked[@]}" --of gdp@2023 --out x
wants_out "the city's productivity" 'What breaks a step (512 draws' 'Step 1, All, ' 'seed 7'; verdict table
try "${asked[@]}" --of gdp@2023 --lang zh --out x
wants_out '本市生产率' '第1步“全部”' '随机种子7'
grep -q 'others together\|In all' out && problem 'English in Chinese'; verdict table_in_chinese
try "${asked[@]}" --quiet --out x; wants 0; wants_quiet; [ ! -s out ] || problem 'a word'; verdict usual_output_quiet
for method in sobol morris tornado boxes; do
    rm -rf x; try "${asked[@]}" --method $method --out x; wants 0
    [ "$(ls x | xargs)" = "$(printf '%s\n' $method.csv sensitivity.manifest.json | sort | xargs)" ] || problem "$method: $(ls x)"
done
verdict methods

# correlated draws
{ cat small.cfg; echo "correlations: ( (\"regions.$city.production.tfp_boost\", \"regions.$city.urbanization.difference\", 0.5) );"; } >joint.cfg
rm -rf x; try sensitivity joint.cfg --seed 7 -n 256 --no-charts --out x; wants 0 'joint.cfg:' 'are correlated'
[ "$(ls x | xargs)" = 'boxes.csv sensitivity.manifest.json tornado.csv' ] || problem "$(ls x)"; verdict correlated
try sensitivity joint.cfg -n 256 --no-charts --method sobol --out y; wants 2 'joint.cfg:' 'are correlated'; wants_no y; verdict correlated_sobol

# mistakes
wrong() { # NAME SENTENCE ARGUMENT...
    local name=$1 sentence=$2
    shift 2
    try sensitivity "$@" --no-charts --out wrong; wants 2 "$sentence"; wants_no wrong; verdict "$name"
}
wrong unknown_indicator "no indicator 'gdpp'; did you mean" small.cfg --of gdpp@2023
wrong year_outside '2050 is outside 2020-2023' small.cfg --of gdp@2050
wrong year_in_parts 'is outside' small.cfg --of gdp@2021.5
wrong no_value_yet 'has no value in 2020' small.cfg --of gdp_growth@2020
wrong unknown_region "no 'nowhere'; there are" small.cfg --of nowhere:gdp@2023
wrong unknown_target "no such target; did you mean 'larger'?" small.cfg --of largr
wrong no_form 'must be INDICATOR@YEAR' small.cfg --of @2023
wrong no_draws "'-n' is '0'" small.cfg -n 0
wrong bad_seed "--seed" small.cfg --seed x
wrong no_threads "'--threads' is '0'" small.cfg --threads 0
wrong unknown_method 'must be sobol, morris, tornado or boxes' small.cfg --method guess
wrong unknown_step 'no such step; there are: all' small.cfg --fails some
wrong two_scenarios 'takes one scenario' small.cfg joint.cfg
echo 'base = "small.cfg"; remove = ("uncertain");' >certain.cfg
wrong nothing_uncertain "has no 'uncertain' settings" certain.cfg

# charts
if command -v gnuplot >/dev/null; then
    for language in en zh; do
        try sensitivity small.cfg --seed 7 -n 256 --of gdp@2023 --quiet --lang $language --out drawn_$language; wants 0; wants_quiet
        for chart in tornado sobol; do for ending in csv gp svg png; do
            [ -s drawn_$language/charts/$chart.$ending ] || problem "no $chart.$ending"; done; done
    done
    cmp drawn_{en,zh}/charts/sobol.csv || problem 'the languages differ in numbers'
    grep -q '本市生产率' drawn_zh/charts/tornado.gp || problem 'no Chinese name'; verdict charts
else
    skip charts 'no gnuplot'
fi

# each chart has its method's numbers
try sensitivity small.cfg --seed 7 -n 256 --of gdp@2023 --quiet --out charted; wants 0
for chart in sobol morris tornado; do
    cmp -s charted/$chart.csv charted/charts/$chart.csv || problem "$chart.csv of the chart"
done
verdict charts

# how far it is, on a terminal alone
if command -v script >/dev/null; then
    long=(sensitivity "$root/scenarios/baseline.cfg" --of gdp@2035 -n 2048 --seed 5 --no-charts)
    TERM=xterm timeout 120 script -qec "$SANBU ${long[*]} --out shown --method sobol" /dev/null >terminal </dev/null
    grep -Eq '[0-9]+ %, about [0-9]+ s left' terminal || problem 'no progress on a terminal'
    TERM=xterm timeout 120 script -qec "$SANBU ${long[*]} --out shown --method sobol --quiet" /dev/null >terminal </dev/null
    ! grep -q 's left' terminal || problem 'progress though quiet'
    try "${long[@]}" --out shown --method sobol; wants 0; wants_quiet
    verdict progress
fi
