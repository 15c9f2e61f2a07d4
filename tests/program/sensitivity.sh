# sanbu sensitivity: files, same bytes for any number of threads, words in both languages, refusals.
. "$(dirname "$0")/lib"

baseline=$root/scenarios/baseline.cfg
ask=(sensitivity "$baseline" --seed 5 -n 256 --no-charts)

try "${ask[@]}" --threads 1 --out one; wants 0; wants_quiet
wants_out 'Modernization index, 2035' 'growth of liquor prices' 'Step 1, Catch up, fails in'
for file in sobol.csv morris.csv tornado.csv boxes.csv sensitivity.manifest.json; do
    [ -s "one/$file" ] || problem "no $file"
done
[ "$(head -n 1 one/sobol.csv | cut -d, -f1-7)" = key,first_order,first_low,first_high,total,total_low,total_high ] ||
    problem "sobol.csv begins with $(head -n 1 one/sobol.csv)"
awk -F, 'NR > 1 { sum += $5 } END { exit !(sum > 0.9 && sum < 1.3) }' one/sobol.csv ||
    problem "total indices of a nearly additive model do not add to about 1"
awk -F, 'NR > 1 && !($2 >= $3 && $2 <= $4 && $5 >= $6 && $5 <= $7) { exit 1 }' one/sobol.csv ||
    problem "an estimate outside its interval"
verdict files

try "${ask[@]}" --threads 2 --quiet --out two; wants 0
for file in sobol morris tornado boxes; do cmp -s "one/$file.csv" "two/$file.csv" || problem "$file.csv differs"; done
verdict same_bytes

# A tornado's ends are what a plain run gives with the setting moved by hand.
try sensitivity "$baseline" --of gdp@2035 --method tornado --seed 5 --no-charts --quiet --out bars; wants 0
[ ! -e bars/sobol.csv ] || problem "sobol.csv though only a tornado was asked for"
[ -s bars/tornado.csv ] || problem "no tornado.csv"
planned=$(awk -F, 'NR == 2 { printf "%.6f", $4 }' bars/tornado.csv)
try run "$baseline" --no-charts --quiet --out plain; wants 0
run=$(awk -F, '$1 == "zunyi" && $2 == "gdp" && $4 == 2035 { printf "%.6f", $5 }' plain/trajectory.csv)
[ "$planned" = "$run" ] || problem "as planned $planned, a run gives $run"
verdict tornado

try "${ask[@]}" --lang zh --out zh; wants 0; wants_out '现代化指数，2035年' '白酒相对价格涨幅'; verdict in_chinese

refused() { # NAME TEXT ARGUMENT...
    local name=$1 text=$2
    shift 2
    try sensitivity "$@" --no-charts --out none; wants 2 "$text"; wants_no none; verdict "$name"
}
refused unknown_indicator "no 'nothing'; there are: gdp" "$baseline" --of nothing@2035
refused year_outside "2050 is outside 2020-2035" "$baseline" --of gdp@2050
refused neither "must be INDICATOR@YEAR" "$baseline" --of no_target
refused no_rows "must be a number from 64" "$baseline" -n 0
refused unknown_method "must be sobol, morris, tornado or boxes" "$baseline" --method guess
refused unknown_step "there are: catch_up" "$baseline" --fails fourth
refused nothing_uncertain "has no 'uncertain' settings" "$root/tests/reference/city_and_nation.cfg"

cat >correlated.cfg <<END
base = "$baseline";
correlations: ( ("regions.zunyi.production.catch_up", "regions.zunyi.sectors.liquor.price_premium", 0.4) );
END
try sensitivity correlated.cfg --seed 5 -n 256 --no-charts --quiet --out correlated
wants 0 "are correlated: Sobol indices and Morris screening"; wants_no correlated/sobol.csv
[ -s correlated/tornado.csv ] || problem "no tornado.csv"
verdict correlated
