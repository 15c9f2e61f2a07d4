#!/usr/bin/env bash
# Every scenario that we ship runs, every region file is used by one, and the results agree with one another.
. "$(dirname "$0")/lib"
charts=(contributions gdp gdp_per_capita growth modernization population rank steps structure urbanization)
mapfile -t scenarios < <(ls "$root"/scenarios/*.cfg)

# Value of an indicator: value FOLDER REGION INDICATOR YEAR FORMAT; thousands and halves as in the summary
value() {
    awk -F, -v r="$2" -v i="$3" -v y="$4" -v f="$5" '$1 == r && $2 == i && $4 == y {
        s = sprintf(f, $5 * (1 + 4.5e-16)); while (match(s, /[0-9][0-9][0-9][0-9]([.,]|$)/)) s = substr(s, 1, RSTART) "," substr(s, RSTART + 1)
        print s }' "$1/trajectory.csv"
}

# Compares a line of the summary with trajectory.csv in the years that head its columns.
compare() { # NAME LABEL REGION INDICATOR FORMAT
    local years want have
    years=$(sed -n 's/^Indicator  *//p' "$1.summary" | tr -s ' ' '\n' | grep -xE '[0-9]{4}')
    want=$(for year in $years; do value "results/$1" "$3" "$4" "$year" "$5"; done | xargs)
    have=$(sed -n "s/^$2  *//p" "$1.summary" | head -n 1 | tr -s ' ' '\n' | head -n "$(wc -w <<<"$years")" | xargs)
    [ -n "$want" ] && [ "$want" = "$have" ] || problem "$2: the summary has $have, trajectory.csv $want"
}

limit=300 # more than a hundred charts, on a machine that may do other things
try run "${scenarios[@]}" --out results; wants 0; wants_quiet; verdict all_in_one_run
try check "${scenarios[@]}"; wants 0; wants_quiet; verdict check
for scenario in "${scenarios[@]}"; do
    name=$(basename "$scenario" .cfg)
    for chart in "${charts[@]}"; do
        for ending in svg png gp csv; do
            [ -s "results/$name/charts/$chart.$ending" ] || problem "no $chart.$ending"
        done
    done
    [ "$(ls "results/$name/charts" | wc -l)" -eq $((4 * ${#charts[@]} + 1)) ] || problem "other files in charts: $(ls "results/$name/charts")"
    for file in "results/$name"/*.csv "results/$name"/charts/*.csv; do
        ! LC_ALL=C grep -q '[^ -~]' "$file" || problem "$file is not ASCII"
    done
    odd=$(awk -F, 'NF != 5 || (NR > 1 && $5 !~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/)' "results/$name/trajectory.csv" | head -n 3)
    [ -z "$odd" ] || problem "trajectory.csv: $odd"
    [ "$(head -n 1 "results/$name/trajectory.csv")" = region,indicator,unit,year,value ] || problem 'another header'
    "$SANBU" run "$scenario" --no-charts --out "again/$name" >"$name.summary" 2>/dev/null || problem 'no summary'
    compare "$name" 'GDP, yi yuan, current prices' zunyi gdp %.1f
    compare "$name" 'GDP per head, yuan, current prices' zunyi gdp_per_capita %.0f
    compare "$name" 'Residents at year end, wan' zunyi population %.2f
    compare "$name" 'Urban share of residents, %' zunyi urbanization %.2f
    verdict "$name"
done

# each manifest names what is there, with the digests that it has
for scenario in "${scenarios[@]}"; do
    name=$(basename "$scenario" .cfg)
    (cd "results/$name" && sed -n '/"outputs"/,/\]/s/.*"\(file\|sha256\)": "\(.*\)".*/\2/p' manifest.json \
        | paste - - | awk '{print $2 "  " $1}' | sha256sum --check --quiet 2>&1) || problem "$name: digests differ"
    listed=$(sed -n '/"outputs"/,/\]/p' "results/$name/manifest.json" | grep -c '"file"')
    [ "$listed" -eq $(($(find "results/$name" -type f | wc -l) - 1)) ] || problem "$name: $listed files listed"
done
verdict manifests

# a region nobody uses is a file nobody runs
cat results/*/manifest.json >manifests
for region in "$root"/scenarios/regions/*.cfg; do
    grep -q "regions/$(basename "$region")\"" manifests || problem "$(basename "$region") is in no scenario"
done
verdict regions
