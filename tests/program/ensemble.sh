#!/usr/bin/env bash
# sanbu ensemble: chances and quantiles, the same bytes whatever the threads, draws kept in a file, what is refused.
. "$(dirname "$0")/lib"
small_scenario small.cfg
city=$(sed -n 's/^home *= *"\(.*\)".*/\1/p' "$root/tests/reference/city_and_nation.cfg")
sed -i 's/4000.0/4700.0/; s/larger: {/larger: { step = "all";/' small.cfg
cat >>small.cfg <<EOF
steps: { none: { from = 2021; to = 2021; }; all: { from = 2022; to = 2023; }; };
uncertain: (
  { key = "regions.$city.production.tfp_boost"; distribution = "normal"; sd = 1.0; },
  { key = "regions.$city.production.catch_up"; distribution = "discrete"; values = (0.8, 1.6); weights = (3.0, 1.0); } );
EOF
drawn() { try ensemble small.cfg --quiet --no-charts --seed 7 "$@"; } # N draws of 2,500 unless said otherwise
chance() { awk -F, -v t="$2" -v c="$3" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } $1 == t { print $at[c] }' "$1"; }

# files
drawn -n 2500 --out plain; wants 0; wants_quiet
[ "$(ls plain)" = $'ensemble.manifest.json\nprobabilities.csv\nprobabilities_by_year.csv\nquantiles.csv\nsources.csv' ] || problem "$(ls plain)"
head -n 1 plain/quantiles.csv | grep -qx 'region,indicator,unit,year,mean,sd,p05,p25,p50,p75,p95,width' || problem "$(head -n 1 plain/quantiles.csv)"
head -n 1 plain/probabilities.csv | grep -qx 'target,step,probability,standard_error,draws' || problem "$(head -n 1 plain/probabilities.csv)"
grep -q '^,all,0\.[0-9]*,0\.0[0-9]*,2500$' plain/probabilities.csv || problem "no chance of the step: $(cat plain/probabilities.csv)"
! grep -q '^,none,' plain/probabilities.csv || problem 'a step without targets has a chance'
grep -q '"seed": "7"' plain/ensemble.manifest.json && grep -q '"counted": 2500' plain/ensemble.manifest.json || problem 'the manifest does not say which draws'
verdict files
awk -F, 'NR > 1 && !($7 <= $8 && $8 <= $9 && $9 <= $10 && $10 <= $11) { bad = bad " " NR }
    $2 == "gdp" && $4 == 2023 && $1 == "'"$city"'" { seen = $6 > 0 && $5 > $7 && $5 < $11 } END { print bad; exit !seen || bad != "" }' \
    plain/quantiles.csv >bad || problem "quantiles out of order or no spread: $(cat bad)"
verdict quantiles

# what the choice alone does: a value with chance 3/4, another with 1/4
gdp_with() { "$SANBU" run small.cfg --quiet --no-charts --out with --set "regions.$city.production.catch_up=$1" && grep "^$city,gdp,yi yuan,2023," with/trajectory.csv | cut -d, -f5; }
awk -F, -v a="$(gdp_with 0.8)" -v b="$(gdp_with 1.6)" '$2 == "gdp" && $4 == 2023 { wanted = sqrt(3) / 4 * (b - a); ok = $6 > 0.95 * wanted && $6 < 1.05 * wanted && $6 < $5
    share = 100 * ($6 / $5) ^ 2; if (!ok || share - $7 > 1e-9 || $7 - share > 1e-9) print $0 ", wanted " wanted; seen = 1 } END { if (!seen) print "no row" }' plain/sources.csv >bad
[ ! -s bad ] || problem "$(cat bad)"; verdict sources

# the same bytes
for threads in 1 2 7; do
    drawn -n 2500 --threads $threads --out "threads$threads" --draws "threads$threads.csv"; wants 0
    diff -rq -x ensemble.manifest.json plain "threads$threads" >difference || problem "$threads threads: $(cat difference)"
    cmp -s threads1.csv "threads$threads.csv" || problem "$threads threads: other draws"
done
verdict threads
TZ=Asia/Shanghai LC_ALL=POSIX drawn -n 2500 --out again; wants 0; wants_quiet; [ ! -s out ] || problem 'a word on stdout'
diff -rq -x ensemble.manifest.json plain again >difference || problem "$(cat difference)"; verdict twice
try ensemble small.cfg --quiet --no-charts --seed 8 -n 2500 --out other; wants 0
! cmp -s plain/quantiles.csv other/quantiles.csv || problem 'another seed, the same draws'; verdict another_seed
drawn -n 2500 --set 'seed="9"' --out other; cmp -s plain/quantiles.csv other/quantiles.csv || problem "--seed is not above the scenario's"
try ensemble small.cfg --quiet --no-charts --set 'seed="7"' -n 2500 --out other; wants 0
cmp -s plain/quantiles.csv other/quantiles.csv || problem "the scenario's seed is not taken"; verdict seed_of_the_scenario

# draws
[ "$(wc -l <threads1.csv)" -eq 2501 ] || problem "$(wc -l <threads1.csv) lines"
for draw in 0 1023 1024 2499; do
    drawn -n 1 --first $draw --out one --draws one.csv; wants 0
    [ "$(tail -n 1 one.csv)" = "$(sed -n "$((draw + 2))p" threads1.csv)" ] || problem "draw $draw alone: $(tail -n 1 one.csv)"
done
verdict alone_as_in_its_batch
# the chance of `larger` is the share of draws whose margin is not negative
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^margin larger/) at = i; next } { met += $at >= 0 } END { print met / (NR - 1) }' threads1.csv >share
[ "$(chance plain/probabilities.csv larger probability | awk '{ print $1 + 0 }')" = "$(cat share)" ] \
    || problem "$(chance plain/probabilities.csv larger probability) and $(cat share)"
[ "$(awk -F, '$1 == "larger" && $3 == 2023 { print $4 }' plain/probabilities_by_year.csv)" = "$(chance plain/probabilities.csv larger probability)" ] \
    || problem 'another chance in the table by year'
[ "$(grep -c '^larger,' plain/probabilities_by_year.csv)" -eq 3 ] || problem 'not every year'
awk -F, '$1 == "larger" { if ($4 < before) exit 1; before = $4 }' plain/probabilities_by_year.csv || problem 'a growing economy gets less likely to be large'
verdict chances_are_shares
drawn -n 2500 --given larger=missed --out given --draws given.csv; wants 0
[ "$(chance given/probabilities.csv larger probability)" = 0 ] || problem "missed in draws that miss: $(cat given/probabilities.csv)"
[ "$(($(wc -l <given.csv) - 1))" = "$(chance given/probabilities.csv larger draws)" ] || problem 'other draws in the file'
met=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^margin larger/) at = i; next } $at >= 0' given.csv | wc -l)
[ "$met" -eq 0 ] || problem "$met draws that meet"; grep -q '"given": "larger=missed"' given/ensemble.manifest.json || problem 'the manifest does not say so'
verdict given
drawn --until 2% --out until; wants 0
awk -F, 'NR > 1 && $4 > 0.02 { bad = 1 } NR > 1 { draws = $5 } END { exit bad || draws > 1700 }' <(cut -d, -f1-5 until/probabilities.csv) || problem "$(cat until/probabilities.csv)"
verdict until
for sampling in lhs sobol; do drawn -n 1024 --sampling $sampling --out $sampling; wants 0; done
for sampling in random lhs sobol; do
    try ensemble small.cfg --no-charts --seed 7 -n 512 --sampling $sampling --out even; wants 0
    [ "$(grep -c "sampling $sampling spreads settings more evenly, take them as upper bounds" <(tr '\n' ' ' <out))" = "$([ $sampling = random ] && echo 0 || echo 1)" ] || problem "errors under $sampling"
done
try ensemble small.cfg --no-charts --seed 7 -n 512 --sampling lhs --lang zh --out even; wants 0
tr -d '\n' <out | grep -q -- '--sampling lhs使设置分布更均匀，所列误差可视为上限' || problem "not said in Chinese"
drawn -n 2500 --memory 0 --out streamed; wants 0
cmp -s plain/probabilities.csv streamed/probabilities.csv || problem 'other chances'
awk -F, 'NR > 1 && $12 > 0 { n++ } END { exit !n }' streamed/quantiles.csv || problem 'no width of a histogram'; verdict sampling_and_memory
drawn -n 2500 --draws kept.nc --out nc
if grep -q 'built without NetCDF' err; then
    wants 1; wants_no kept.nc nc; verdict no_netcdf
else
    # the classic format begins with CDF, the way of its offsets (2), and how many draws there are
    [ "$(head -c 8 kept.nc | od -An -tx1 | tr -d ' ')" = 43444602000009c4 ] || problem "$(head -c 8 kept.nc | od -An -tx1)"
    grep -aq 'CF-1.8' kept.nc && grep -aq "regions_${city}_production_tfp_boost" kept.nc || problem 'not what CF asks'
    drawn -n 2500 --draws again.nc --threads 1 --out nc; cmp -s kept.nc again.nc || problem 'other bytes'; verdict netcdf
fi

# the terminal
try ensemble small.cfg --no-charts --seed 7 -n 2500 --out plain; wants 0; wants_quiet
wants_out '2,500 draws, seed 7' 'under the stated assumptions' 'Chance' '90 % band' 'choice of data source'
try ensemble small.cfg --no-charts -n 2500 --lang zh --out plain; wants 0
wants_out '以所列假定为前提' '可能性' '90%区间' '抽样误差' '随机种子'
grep -q "\"seed\": \"$(grep -o '随机种子[0-9]*' out | grep -o '[0-9]*')\"" plain/ensemble.manifest.json || problem 'the chosen seed is not in the manifest'
awk '{ exit length($0) > 130 }' out || problem 'a wide line'; verdict terminal

# refusals
rm -rf x
refused() { local wanted=$1 name=$2; shift 2; try ensemble small.cfg --no-charts --quiet --out x "$@"; wants "$wanted" "$says"; wants_no x; verdict "$name"; }
says="option '-n' is '0'" refused 2 no_draws -n 0
says="must be a whole number" refused 2 half_a_draw -n 1.5
says="option '--seed' is 'abc'" refused 2 bad_seed --seed abc
says="there are: random, lhs, sobol" refused 2 bad_sampling --sampling fast
says="no target 'lager'; did you mean 'larger'?" refused 2 unknown_target --given lager=missed
says="there are: larger, richer" refused 2 no_such_target --given quite_something_else=missed
says="must be TARGET=missed or TARGET=met" refused 2 bad_given --given larger
says="must be a sampling error" refused 2 bad_until --until 0
says="option '--threads' is '0'" refused 2 no_threads --threads 0
says="cannot write '$scratch/no/such.csv'" refused 1 unwritable_draws -n 10 --draws "$scratch/no/such.csv"
says="Is a directory" refused 1 folder_for_draws -n 10 --draws "$scratch"
says="in none of 100 draws is 'larger' met" refused 1 never --set 'targets.larger.at_least=1e9' -n 100 --given larger=met
try ensemble small.cfg small.cfg --no-charts; wants 2 "'ensemble' takes one scenario"
try ensemble; wants 2 "'ensemble' needs a scenario file"; try run small.cfg -n 5; wants 2 "'-n' does not apply to 'run'"; verdict operands
: >full.csv; echo earlier >kept.csv
drawn -n 100 --draws kept.csv --out full.csv; wants 1; [ "$(cat kept.csv)" = earlier ] || problem 'draws were replaced though the results failed'
no_staging "$scratch"; verdict nothing_half_written
try ensemble small.cfg --no-charts --quiet --out plain --set 'remove=("uncertain")'; [ "$status" -ne 139 ] || problem crash
cat >certain.cfg <<'EOF'
base = "small.cfg"; remove = ("uncertain");
EOF
try ensemble certain.cfg --no-charts --quiet -n 100 --seed 1 --out x; wants 0 'no setting is uncertain here'; verdict nothing_uncertain

# Ctrl-C
set -m
timeout 60 "$SANBU" ensemble small.cfg --quiet --no-charts -n 1000000000 --memory 0 --out stopped --draws stopped.csv >out 2>err </dev/null &
process=$!
for _ in $(seq 200); do ls -A | grep -q '^\.stopped\.csv\.new-' && break; sleep 0.02; done
kill -INT -- -$process; wait $process; status=$?
wants 130; wants_no stopped stopped.csv; no_staging "$scratch"; verdict interrupted
