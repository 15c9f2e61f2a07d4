#!/usr/bin/env bash
# Are the baseline's bands as wide as past errors? Half the width of its 90 % band, in percent of the median, beside the error that nine of ten
# projections of the past stayed within, at the same distance from what was known.
#   docs/past_errors.sh [PROGRAM]      prints two tables in Markdown, GDP at current and at base-year prices
#
# Past errors are those of `sanbu hindcast scenarios/history/hindcast.cfg --rolling`, all origins together: Zunyi's own, and those of the
# twelve provinces and Zunyi. The error that nine of ten stayed within is the nearest from above: of n in order the ceil(0.9 n)th.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/sanbu}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$program" ensemble scenarios/baseline.cfg -n 20000 --seed 2020 --quiet --no-charts --out "$place/ensemble"
"$program" hindcast scenarios/history/hindcast.cfg --rolling --quiet --no-charts --out "$place/past"

band() { # REGION INDICATOR YEAR
    awk -F, -v r="$1" -v i="$2" -v y="$3" '$1 == r && $2 == i && $4 == y { printf "%.1f", 50 * ($11 - $7) / $9 }' "$place/ensemble/quantiles.csv"
}
past() { # REGIONS INDICATOR YEARS-ON, regions a pattern
    awk -F, -v r="^($1)$" -v i="$2" -v h="$3" '$1 ~ r && $2 == i && $6 == h { e = 100 * ($10 / $7 - 1); print e < 0 ? -e : e }' "$place/past/hindcast.csv" |
        sort -g | awk '{ e[NR] = $1 } END { n = 0.9 * NR; printf "%.1f (%d)", e[n == int(n) ? n : int(n) + 1], NR }'
}
west=$(awk -F, 'NR > 1 && $1 != "china" && !seen[$1]++ { printf "%s%s", n++ ? "|" : "", $1 }' "$place/past/hindcast.csv")
table() { # INDICATOR TITLE
    echo "| $2, years on | baseline: Zunyi, ± % | past: Zunyi | past: the West | baseline: nation, ± % | past: nation |"
    echo '| --- | ---: | ---: | ---: | ---: | ---: |'
    for h in 1 2 3 4 5; do
        echo "| $h | $(band zunyi "$1" $((2020 + h))) | $(past zunyi "$1" $h) | $(past "$west" "$1" $h) |" \
            "$(band china "$1" $((2020 + h))) | $(past china "$1" $h) |"
    done
}
table gdp 'GDP at current prices'
echo
table gdp_real 'GDP at base-year prices'
