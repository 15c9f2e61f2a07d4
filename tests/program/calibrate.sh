#!/usr/bin/env bash
# The record of 2010-2020: made from the official figures, fitted, inherited.
. "$(dirname "$0")/lib"
history=$root/scenarios/history

mkdir made
"$history/derive" made || problem 'derive failed'
for file in made/*; do
    diff "$history/$(basename "$file")" "$file" >difference || problem "another $file: $(head -n 4 difference)"
done
verdict history_as_derived

try calibrate "$history/history.cfg" --no-charts --out fit; wants 0; wants_quiet
wants_out '324 observed values' 'of 8 starts 8 end at the same place'
for file in estimates.csv correlations.csv residuals.csv calibrated.cfg calibrate.manifest.json; do
    [ -s "fit/$file" ] || problem "no $file"
done
seconds=$(sed -n 's/.*"model_seconds": *\([0-9.]*\).*/\1/p' fit/calibrate.manifest.json)
is_sanitized || awk "BEGIN { exit !($seconds < 5) }" || problem "took $seconds seconds"
verdict calibrates

# what the record says is found where it was when somebody last looked: within a tenth of a standard error
estimate() { awk -F, -v k="$1" -v c="$2" '$1 == k { print $c }' fit/estimates.csv; }
near() { # KEY WANTED
    awk -v x="$(estimate "$1" 5)" -v e="$(estimate "$1" 6)" -v w="$2" 'BEGIN { d = x - w; exit !(e > 0 && d * d < e * e / 100) }' ||
        problem "$1: $(estimate "$1" 5), was $2"
}
near regions.guizhou.convergence.halflife 2.62
near regions.guizhou.convergence.speed 1.25
near regions.china.labour.mobility 0.0390
near regions.china.production.capital_output_ratio 2.72
[ "$(estimate regions.zunyi.production.catch_up 12)" = prior ] || problem 'the city alone tells its catching up'
[ "$(estimate regions.guizhou.convergence.halflife 12)" = data ] || problem 'the twelve do not tell the half-life'
verdict finds_what_it_found

# growth within a point a year on average, the urban share of 2020 within 0.5 points, shares within 3
awk -F, '$1 == "china" || $1 == "zunyi" {
    gap = $7 < 0 ? -$7 : $7
    if ($2 == "gdp_growth") { sum[$1] += $7; n[$1]++ }
    if ($2 == "urbanization" && $4 == 2020 && gap > 0.5) print $1 " urban share: " $7
    if ($2 ~ /^share_/ && $4 == 2020 && gap > 3) print $1, $2 ": " $7
} END { for (r in sum) if (sum[r] / n[r] > 1 || sum[r] / n[r] < -1) print r " growth: " sum[r] / n[r] }' fit/residuals.csv >far
[ -s far ] && problem "$(cat far)"
verdict fits_the_record

# calibrated.cfg: a scenario that inherits from it runs to what the fit compared, up to rounding, and may be drawn
printf 'base = ("%s/history.cfg", "fit/calibrated.cfg");\n' "$history" >again.cfg
try run again.cfg --no-charts --out again; wants 0; wants_quiet
awk -F, 'NR == FNR { model[$1 FS $2 FS $4] = $6; next } ($1 FS $2 FS $4) in model { w = model[$1 FS $2 FS $4]; d = ($5 - w) / (w * w > 1 ? w : 1)
    if (d > 5e-3 || d < -5e-3) print $1, $2, $4, $5, w }' fit/residuals.csv again/trajectory.csv >far
[ -s far ] && problem "calibrated.cfg gives something else: $(head -n 3 far)"
verdict inherited
try calibrate again.cfg --no-charts --out fit2 --quiet; wants 0
awk -F, 'NR == FNR { x[$1] = $5; e[$1] = $6; next } FNR > 1 { d = ($5 - x[$1]) / e[$1]; if (d * d > 1e-4) print $1, $5, x[$1] }' \
    fit/estimates.csv fit2/estimates.csv >far
[ -s far ] && problem "from the optimum it goes elsewhere: $(head -n 3 far)"
verdict stays_at_the_optimum

try calibrate "$history/history.cfg" --out fit --lang zh; wants 0
wants_out '数据无法判断的设置' '遵义市追赶速度'
[ -s fit/charts/residuals.csv ] && [ -s fit/charts/residuals.gp ] || problem 'no chart'
verdict chart_and_chinese

# what the regions of 2020 inherit is what the record gives, to half a unit of the last place
mkdir fitted
"$history/carry" "$SANBU" "$PWD/fitted" || problem 'carry failed'
for file in fitted/*.cfg; do
    paste -d'|' <(sed 's/#.*//' "$root/scenarios/regions/fitted/$(basename "$file")") <(sed 's/#.*//' "$file") | awk -F'|' -v f="$file" '
        { split($1, a, " = "); split($2, b, " = "); d = a[2] - b[2]; m = a[2] < 0 ? -a[2] : a[2]
          if (a[1] != b[1] || d > 0.01 * m || d < -0.01 * m) print f ": " $2 ", was " $1 }'
done >far
[ -s far ] && problem "$(cat far); make calibrate"
verdict regions_inherit_the_record

"$root/scenarios/data/derive_migration" >made/rates.csv || problem 'derive_migration failed'
diff "$root/scenarios/data/zunyi_migration_rates.csv" made/rates.csv >difference || problem "other rates: $(head -n 4 difference)"
verdict migration_as_derived

try calibrate "$root/scenarios/baseline.cfg"; wants 2 'nothing to fit: the scenario needs `fit`'
try calibrate; wants 2 "'calibrate' needs a scenario file"
try calibrate a.cfg b.cfg; wants 2 "'calibrate' takes one scenario"
wants_no output
verdict refusals
