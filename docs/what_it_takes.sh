#!/usr/bin/env bash
# What each missed target of the baseline takes of four levers, one at a time: the lever's value in the target's year. The
# search goes far beyond what is plausible; values out there are in brackets, "none" is where even they do not do it.
#     docs/what_it_takes.sh
set -euo pipefail
program=${PROGRAM:-build/sanbu}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
home=regions.zunyi
levers=("$home.production.investment_rate" "$home.production.tfp_boost" "$home.production.catch_up"
    "$home.population.net_migration")
plausible=('38 52' '-0.5 0.8' '0 2' '-0.8 0.3')
cat >"$place/wide.cfg" <<END
base = "$PWD/scenarios/baseline.cfg";
levers: (
  { key = "${levers[0]}"; low = 10.0; high = 100.0; }, { key = "${levers[1]}"; low = -5.0; high = 5.0; },
  { key = "${levers[2]}"; low = 0.0; high = 10.0; },   { key = "${levers[3]}"; low = -1.5; high = 3.0; }
);
END
row() { printf '%-17s%11s%14s%13s%15s\n' "$@"; }

row 'missed target' investment productivity catching-up 'net migration'
row '' '% of GDP' '+ points' '%' '% of people'
row plausible '38 to 52' '-0.5 to 0.8' '0 to 2' '-0.8 to 0.3'
"$program" run "$place/wide.cfg" --quiet --no-charts --out "$place/run"
for target in $(awk -F, '/,missed,/ {print $1}' "$place/run/targets.csv"); do
    "$program" solve "$place/wide.cfg" --quiet --target "$target" ${levers[@]/#/--lever } --out "$place/$target"
    cells=()
    for i in 0 1 2 3; do
        read -r low high <<<"${plausible[i]}"
        cells+=("$(awk -F, -v lever="${levers[i]}" -v low="$low" -v high="$high" '$2 == lever && $7 == "alone" {
            if ($6 != "solved") print "none"
            else if ($4 < low || $4 > high) printf "(%.1f)", $4
            else printf "%.2f", $4
        }' "$place/$target/solve.csv")")
    done
    row "$target" "${cells[@]}"
done
