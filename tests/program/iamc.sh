#!/usr/bin/env bash
# The IAMC wide table holds what pyam asks of one: index columns without a gap, one row a variable, one unit for each
# variable, years as whole numbers, and the values of the trajectory.
. "$(dirname "$0")/lib"
try run "$root/scenarios/baseline.cfg" --no-charts --quiet --out base; wants 0
table=base/baseline_iamc.csv
[ "$(head -n 1 "$table" | cut -d, -f1-6)" = 'Model,Scenario,Region,Variable,Unit,2020' ] || problem "$(head -n 1 "$table")"
head -n 1 "$table" | tr , '\n' | tail -n +6 | diff - <(seq 2020 2035) >difference || problem "$(cat difference)"; verdict header

cat >rows.awk <<'END'
NR == 1 { fields = NF; next }
NF != fields { print "row " NR ": " NF " fields" }
{ values = 0
  for (i = 1; i <= 5; i++) if ($i ~ /^ *$/) print "row " NR ": field " i " is empty"
  for (i = 6; i <= NF; i++) {
      if ($i == "") continue
      values++
      if ($i !~ /^-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?$/) print "row " NR ": not a number: " $i
  }
  if (!values) print "row " NR ": no value"
  if (seen[$1, $2, $3, $4]++) print "row " NR ": " $3 " " $4 " twice"
  if ($4 in unit && unit[$4] != $5) print "row " NR ": " $4 " in " unit[$4] " and " $5
  unit[$4] = $5 }
END { if (NR < 100) print NR " rows" }
END
awk -F, -f rows.awk "$table" >found; [ ! -s found ] || problem "$(head -n 5 found)"; verdict rows
# the check can fail
for edit in '2s/^sanbu,baseline,[a-z]*/sanbu,baseline,/' '3s/^/,/' '4p' '5s/,[^,]*$/,nan/' '6s/\(,[^,]*,[^,]*,[^,]*\),[^,]*/\1,/'; do
    sed "$edit" "$table" >wrong.csv; awk -F, -f rows.awk wrong.csv >found; [ -s found ] || problem "nothing found after $edit"
done
verdict wrong_rows

# region, indicator and year of the trajectory, in the common definitions' names and the IAMC's units
cat >values.awk <<'END'
BEGIN { name["gdp"] = "GDP|Current Prices"; name["gdp_real"] = "GDP|MER"; name["population"] = "Population"
        name["gdp_per_capita"] = "GDP|Per Capita|Current Prices"; name["gdp_per_capita_real"] = "GDP|Per Capita|MER"
        name["urbanization"] = "Population|Urban|Share"; name["capital"] = "Capital Stock"
        name["employment"] = "Labor Force|Employed"; scale["yi yuan"] = 0.1; scale["wan"] = 0.01 }
FNR == 1 { for (i = 6; i <= NF; i++) year[i] = $i; next }
FNR == NR && $4 ~ /^Value Added/ { next }
FNR == NR { for (i = 6; i <= NF; i++) if ($i != "") { value[$3, $4, year[i]] = $i; left++ } next }
{ key = $1 SUBSEP ($2 in name ? name[$2] : $2) SUBSEP $4; wanted = $5 * ($3 in scale ? scale[$3] : 1); left--
  d = value[key] - wanted; size = wanted < 0 ? -wanted : wanted
  if (!(key in value) || d > 1e-12 * size || -d > 1e-12 * size) print $1 " " $2 " " $4 ": " value[key] " and " wanted }
END { if (left) print left " values more than the trajectory" }
END
awk -F, -f values.awk "$table" base/trajectory.csv >found; [ ! -s found ] || problem "$(head -n 5 found)"; verdict values

while IFS=, read -r variable unit; do
    grep -q "^sanbu,baseline,zunyi,${variable//|/[|]},$unit," "$table" || problem "no $variable in $unit"
done <<'END'
GDP|MER,billion CNY_2020/yr
GDP|Current Prices,billion CNY/yr
GDP|Per Capita|MER,CNY_2020/yr
Value Added|Agriculture,billion CNY_2020/yr
Value Added|Services|Current Prices,billion CNY/yr
Labor Force|Employed,million
Population|Urban|Share,%
Capital Stock,billion CNY_2020
va_real_liquor,billion CNY_2020/yr
labour_productivity,CNY_2020/yr
modernization,index
END
verdict units

# The three groups add to GDP at either prices, in every year.
for prices in '' '|Current Prices'; do
    gdp=GDP${prices:-'|MER'}
    awk -F, -v p="$prices" -v gdp="$gdp" '
        $3 == "zunyi" && ($4 == gdp || ($4 ~ /^Value Added/ && ($4 ~ /Current/) == (p != ""))) {
            for (y = 6; y <= NF; y++) sum[y] += $4 == gdp ? -$y : $y
            n++ }
        END { if (n != 4) exit 1; for (y in sum) if (sum[y] > 1e-6 || sum[y] < -1e-6) exit 1 }' "$table" || problem "$gdp is not the sum"
done
verdict groups_add_to_gdp
