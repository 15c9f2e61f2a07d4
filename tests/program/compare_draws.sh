#!/usr/bin/env bash
# sanbu compare -n: scenarios drawn together, counted as their ensembles' draws are, draw by draw.
. "$(dirname "$0")/lib"
small_scenario small.cfg
city=$(sed -n 's/^home *= *"\(.*\)".*/\1/p' "$root/tests/reference/city_and_nation.cfg")
sed -i 's/4000.0/4700.0/; s/larger: {/larger: { step = "all";/' small.cfg
cat >>small.cfg <<EOF2
steps: { none: { from = 2021; to = 2021; }; all: { from = 2022; to = 2023; }; };
uncertain: (
  { key = "regions.$city.production.tfp_boost"; distribution = "normal"; sd = 1.0; },
  { key = "regions.$city.production.catch_up"; distribution = "discrete"; values = (0.8, 1.6); weights = (3.0, 1.0); } );
EOF2
cat >richer.cfg <<EOF2
base = "small.cfg"; title = "Richer"; title_zh = "更富裕";
regions: { $city: { production: { tfp_boost = 0.5; }; }; };
EOF2
# another that draws one setting less, one more, and has a wider distribution
cat >wider.cfg <<EOF2
base = "small.cfg"; title = "Wider"; title_zh = "更分散";
regions: { $city: { production: { tfp_boost = 0.2; }; }; };
uncertain: (
  { key = "regions.$city.labour.mobility"; distribution = "uniform"; low = 0.0; high = 0.01; },
  { key = "regions.$city.production.tfp_boost"; distribution = "normal"; sd = 1.1; } );
EOF2
all=(small.cfg richer.cfg wider.cfg)
drawn() { try compare "${all[@]}" --quiet --no-charts --seed 7 "$@"; }

# files
drawn -n 2500 --out plain; wants 0; wants_quiet
[ "$(ls plain)" = $'compare.manifest.json\ndifference_quantiles.csv\ndifferences.csv\nprobabilities.csv\nsteps.csv\ntargets.csv' ] || problem "$(ls plain)"
head -n 1 plain/probabilities.csv | grep -qx 'scenario,target,step,probability,standard_error,draws,change,change_standard_error,change_standard_error_independent,missed_to_met,met_to_missed,share_margin_above' \
    || problem "$(head -n 1 plain/probabilities.csv)"
head -n 1 plain/difference_quantiles.csv | grep -qx 'scenario,region,indicator,unit,year,mean,sd,p05,p25,p50,p75,p95,width,share_above,sd_independent' \
    || problem "$(head -n 1 plain/difference_quantiles.csv)"
! cut -d, -f1 plain/difference_quantiles.csv | grep -q small || problem 'the base differs from itself'
grep -q '"seed": "7"' plain/compare.manifest.json && grep -q '"counted": 2500' plain/compare.manifest.json || problem 'the manifest does not say which draws'
verdict files
try compare "${all[@]}" --quiet --no-charts --out without; wants 0; wants_quiet
for table in differences targets steps; do cmp -s {plain,without}/$table.csv || problem "$table.csv differs with draws"; done
[ ! -e without/probabilities.csv ] || problem 'draws that nobody asked for'; verdict as_without_draws

# chances are those of each ensemble; changes, errors and shares are counted again from the draws that it keeps
for name in small richer wider; do
    try ensemble $name.cfg --quiet --no-charts --seed 7 -n 2500 --out $name --draws $name.csv; wants 0
    cmp -s <(grep "^$name," plain/probabilities.csv | cut -d, -f2-6) <(tail -n +2 $name/probabilities.csv) || problem "other chances of $name"
done
verdict chances_of_ensembles
for name in richer wider; do
    paste -d, small.csv $name.csv | awk -F, -v city="$city" '
        NR == 1 { for (i = 1; i <= NF; i++) { if ($i ~ /^margin larger/) margin[++m] = i; if ($i ~ "^" city " gdp 2023") gdp[++g] = i }; next }
        { n++; a = $margin[1] >= 0; b = $margin[2] >= 0; gained += b && !a; lost += a && !b; above += $margin[2] > $margin[1]
          d = $gdp[2] - $gdp[1]; sum += d; square += d * d; higher += d > 0 }
        END { c = (gained - lost) / n; printf "%d %d %.12g %.12g %.12g %.9g %.9g %.12g\n", gained, lost, above / n, c, sqrt(((gained + lost) / n - c * c) / n),
              sum / n, sqrt((square - sum * sum / n) / (n - 1)), higher / n }' >wanted
    { awk -F, -v name=$name '$1 == name && $2 == "larger" { printf "%d %d %.12g %.12g %.12g", $10, $11, $12, $7, $8 }' plain/probabilities.csv
      awk -F, -v name=$name -v city="$city" '$1 == name && $2 == city && $3 == "gdp" && $5 == 2023 { printf " %.9g %.9g %.12g\n", $6, $7, $14 }' plain/difference_quantiles.csv; } >found
    awk 'NR == FNR { split($0, x); n = NF; next } { for (i = 1; i <= n; i++) { e = x[i] - $i; if (e < 0) e = -e; if (e > 1e-6 * (1 + (x[i] < 0 ? -x[i] : x[i]))) bad = 1 }; if (NF != n || n < 8) bad = 1 }
        END { exit bad }' wanted found || problem "$name: wanted $(cat wanted), found $(cat found)"
    [ "$(cut -d' ' -f1,2 wanted)" = "$(cut -d' ' -f1,2 found)" ] || problem "$name: other counts"
done
[ "$(cut -d' ' -f1 wanted)" -gt 0 ] && [ "$(cut -d' ' -f2 wanted)" -gt 0 ] || problem "nothing changes: $(cat wanted)"
verdict counted_again

# the same bytes
for threads in 1 2 7; do
    drawn -n 2500 --threads $threads --out "threads$threads"; wants 0
    diff -rq -x compare.manifest.json plain "threads$threads" >difference || problem "$threads threads: $(cat difference)"
done
verdict threads
drawn -n 2500 --first 100 --out later; wants 0; ! cmp -s {plain,later}/probabilities.csv || problem 'other draws, the same chances'
for sampling in lhs sobol; do drawn -n 1024 --sampling $sampling --out $sampling; wants 0; done
drawn -n 2500 --memory 0 --out streamed; wants 0
cmp -s {plain,streamed}/probabilities.csv || problem 'other chances'
awk -F, 'NR > 1 && $3 == "gdp" && $13 > 0 { n++ } END { exit !n }' streamed/difference_quantiles.csv || problem 'no width of a histogram'
verdict first_sampling_memory

# the terminal
try compare "${all[@]}" --no-charts --seed 7 -n 2500 --out shown; wants 0; wants_quiet
grep -q '2,500 draws, seed 7, the same for all scenarios' out || problem 'no title of the draws'
grep -Eq '^  Step 2 all +2023 +[0-9]+% .*[+-][0-9.]+ +\([0-9.]+\)' out || problem 'no chances of the step'
! grep -q 'Step 1' out || problem 'a step without targets has a chance'
grep -q '^Difference from ' out && grep -Eq '^  Richer +2023 +\+' out || problem 'no differences'
tr '\n' ' ' <out >line
grep -q 'Wider alone draws: ' line || problem 'not said what is drawn in one alone'
grep -q 'Wider does not draw: ' line || problem 'not said what is not drawn'
grep -Eq 'errors of the changes would be [0-9.]+ to [0-9.]+ times' line || problem 'not said what shared draws are worth'
verdict terminal
try compare "${all[@]}" --no-charts --seed 7 -n 2500 --lang zh --out shown; wants 0
grep -q '抽样测算2500次，随机种子7，各情景使用同一组随机数' out && grep -q '仅“更分散”抽样' out && grep -q '中位数为' out || problem "$(cat out)"
verdict chinese

try compare "${all[@]}" --no-charts --seed 7 -n 512 --sampling sobol --out even; wants 0
tr '\n' ' ' <out | grep -q 'sampling sobol spreads settings more evenly, take them as upper bounds' || problem 'errors under sobol'
verdict errors_of_even_sampling

# what is refused
refused() { try compare "${all[@]}" --no-charts --out refused "${@:2}"; wants 2; grep -qF -- "$1" err || problem "$(cat err)"; [ ! -e refused ] || problem 'a folder was left'; }
refused "option '-n' is '0'; must be a number from 1" -n 0
refused '--seed is for draws; say how many with -n' --seed 7
refused '--sampling is for draws' --sampling sobol
refused "sampling" -n 100 --sampling dice
verdict refusals

# the workbook has a sheet of draws, with the numbers of the tables
try compare "${all[@]}" --no-charts --quiet --seed 7 -n 2500 --xlsx --out book; wants 0
if [ ! -e book/compare.xlsx ]; then
    wants 0 'libxlsxwriter'; verdict says_what_is_missing
elif command -v unzip >/dev/null; then
    wants_quiet
    number=$(unzip -p book/compare.xlsx xl/workbook.xml | grep -o '<sheet name="[^"]*"' | cut -d'"' -f2 | grep -nxF Draws | cut -d: -f1)
    unzip -p book/compare.xlsx "xl/worksheets/sheet$number.xml" >sheet.xml
    for wanted in $(awk -F, '$1 == "richer" && $2 == "larger" { printf "%.12g %d", 100 * $7, $10 }' plain/probabilities.csv); do
        grep -q "<v>${wanted%.*}" sheet.xml || problem "no $wanted"
    done
    wanted=$(awk -F, -v city="$city" '$1 == "richer" && $2 == city && $3 == "gdp" && $5 == 2023 { printf "%.10g", $8 }' plain/difference_quantiles.csv)
    [ -n "$wanted" ] && grep -q "<v>${wanted%?}" sheet.xml || problem "no quantile $wanted"
    try compare "${all[@]}" --no-charts --quiet --seed 7 -n 2500 --xlsx --out again; cmp -s {book,again}/compare.xlsx || problem 'other bytes'
    verdict workbook
fi

# charts: chances side by side, each difference with its bands, from the numbers of the tables
try compare "${all[@]}" --quiet --seed 7 -n 2500 --out drawn; wants 0
for chart in compare_chances difference_richer difference_wider; do
    for form in csv gp svg png; do
        [ -s drawn/charts/$chart.$form ] || { command -v gnuplot >/dev/null && problem "no $chart.$form"; }
    done
done
awk -F, 'NR == FNR { if ($1 == "richer") { chance[$2 "," $3] = 100 * $4; change[$2 "," $3] = 100 * $7 }; next }
    $1 == "richer" { n++; if ($4 != chance[$2 "," $3] "" || $5 - change[$2 "," $3] > 1e-9 || change[$2 "," $3] - $5 > 1e-9) bad = bad " " $0 } END { if (n < 2) bad = "no rows"; print bad; exit bad != "" }' \
    OFMT=%.17g CONVFMT=%.17g plain/probabilities.csv drawn/charts/compare_chances.csv >bad || problem "chances: $(cat bad)"
awk -F, -v city="$city" 'NR == FNR { if ($1 == "richer" && $2 == city && $3 == "gdp_per_capita") { low[$5] = $8; high[$5] = $12; seen[$5] }; next }
    FNR == 1 { for (i = 1; i <= NF; i++) { if ($i ~ /p05/) a = i; if ($i ~ /p95/) b = i }; next }
    { n++; if (!($1 in seen) || $a != low[$1] || $b != high[$1]) bad = bad " " $0 } END { if (n < 3) bad = "no rows"; print bad; exit bad != "" }' \
    plain/difference_quantiles.csv drawn/charts/difference_richer.csv >bad || problem "bands: $(cat bad)"
verdict charts
