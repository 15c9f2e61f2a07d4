#!/usr/bin/env bash
# Which assumptions of the baseline decide 2030 and 2035? Each is moved to the low and the high end of its range, the others stay.
#   docs/one_at_a_time.sh [PROGRAM] [SCENARIO]      prints a table in Markdown, the widest effect on the index of 2035 first
#
# The ranges are those beside the settings in scenarios/regions/*.cfg. A row: what is moved | its low end | its high end | low | high,
# the last two as key=value;key=value, with Z for regions.zunyi and C for regions.china. The ends of a range are far apart and seldom as
# likely as one another: the table says what matters, not how likely it is.
set -euo pipefail
program=${1:-build/sanbu} scenario=${2:-scenarios/baseline.cfg}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

all_tfp() { for s in C.sectors.{primary,secondary,tertiary} Z.sectors.{agriculture,industry,services}; do printf '%s.tfp_growth=%s;' "$s" "$1"; done; }
own_tfp() { for s in Z.sectors.{agriculture,industry,services}; do printf '%s.tfp_growth=%s;' "$s" "$1"; done; }
weights() { printf 'modernization.weights={ gdp_per_capita = %s; urbanization = %s; share_nonprimary = %s; }' "$@"; }

assumptions() {
    cat <<END
productivity of nation and city, % a year|0.5|1.7|$(all_tfp 0.5)|$(all_tfp 1.7)
productivity of the city's ordinary sectors alone, % a year|0.4|1.7|$(own_tfp 0.4)|$(own_tfp 1.7)
catching up, % of the distance a year|0|2|Z.production.catch_up=0.0|Z.production.catch_up=2.0
level caught up with, % of the nation|80|120|Z.production.catch_up_level=80.0|Z.production.catch_up_level=120.0
capital-output ratio, nation and city|3.0, 3.4|4.0, 4.2|C.production.capital_output_ratio=3.0;Z.production.capital_output_ratio=3.4|C.production.capital_output_ratio=4.0;Z.production.capital_output_ratio=4.2
capital-output ratio, the city's alone|3.3|4.2|Z.production.capital_output_ratio=3.3|Z.production.capital_output_ratio=4.2
investment rate in 2025 and 2035, % of GDP|42, 38|50, 50|Z.production.investment_rate=((2020, 57.0), (2025, 42.0), (2035, 38.0))|Z.production.investment_rate=((2020, 57.0), (2025, 50.0), (2035, 50.0))
human capital, % a year|0.5|1.1|Z.production.human_capital_growth=0.5|Z.production.human_capital_growth=1.1
output below trend in 2020, %|5|0|Z.production.base_gap=-5.0|Z.production.base_gap=0.0
price of liquor over industry's, % a year|-4|+3|Z.sectors.liquor.price_premium=-4.0|Z.sectors.liquor.price_premium=3.0
liquor's protected factor in 2020 and 2030, % a year|2.5, 0|6, 3.5|Z.sectors.liquor.fixed_growth=((2020, 2.5), (2030, 0.0))|Z.sectors.liquor.fixed_growth=((2020, 6.0), (2030, 3.5))
liquor's productivity, % a year|-1|3|Z.sectors.liquor.tfp_growth=-1.0|Z.sectors.liquor.tfp_growth=3.0
liquor's price elasticity of demand|1|3|Z.sectors.liquor.demand_elasticity=1.0|Z.sectors.liquor.demand_elasticity=3.0
liquor's income elasticity of demand|0.5|1.3|Z.sectors.liquor.income_elasticity=0.5|Z.sectors.liquor.income_elasticity=1.3
liquor in 2020, yi yuan (the rest is other industry)|900|1129|Z.sectors.liquor.value_added=900.0;Z.sectors.industry.value_added=715.6|Z.sectors.liquor.value_added=1129.0
prices of services over the nation's, % a year|-0.5|+0.5|Z.sectors.services.price_premium=-0.5|Z.sectors.services.price_premium=0.5
labour's mobility, nation and city|0.015|0.06|C.labour.mobility=0.015;Z.labour.mobility=0.015|C.labour.mobility=0.06;Z.labour.mobility=0.06
net migration, % of residents a year|-0.8|+0.3|Z.population.net_migration=-0.8|Z.population.net_migration=0.3
children per woman|1.0|1.8|Z.population.fertility_rate=1.0|Z.population.fertility_rate=1.8
the nation's residents in 2025 and 2035, % a year|-0.2, -0.4|+0.27, +0.1|C.population.growth=((2020, 0.14), (2025, -0.2), (2035, -0.4))|C.population.growth=((2020, 0.14), (2025, 0.27), (2030, 0.27), (2035, 0.1))
the nation's working-age share, % of itself a year|-0.8|-0.2|C.population.working_age_share_growth=-0.8|C.population.working_age_share_growth=-0.2
urban less rural growth in 2020, %|2.8|8.9|Z.urbanization.difference=2.8|Z.urbanization.difference=8.9
the same of the nation, %|5.7|3.4|C.urbanization.difference=5.7|C.urbanization.difference=3.4
years until the world's pattern of urbanization holds|5|25|C.urbanization.horizon=5.0;Z.urbanization.horizon=5.0|C.urbanization.horizon=25.0;Z.urbanization.horizon=25.0
weight of GDP a head in the index|0.6|0.2|$(weights 0.6 0.2 0.2)|$(weights 0.2 0.4 0.4)
END
}

# Runs the scenario with the settings "key=value;key=value"; prints GDP a head beside the nation's and the index, each in 2030 and 2035.
results() {
    local sets=() set
    while IFS= read -r -d ';' set; do
        [ -z "$set" ] && continue
        set=${set/#Z./regions.zunyi.}
        sets+=(--set "${set/#C./regions.china.}")
    done <<<"${1//; /@};"
    "$program" run "$scenario" --no-charts --quiet --out "$out" "${sets[@]//@/; }" || return
    awk -F, '$1 == "zunyi" { v[$2, $4] = $5 }
        END { print v["relative_gdp_per_capita", 2030], v["relative_gdp_per_capita", 2035], v["modernization", 2030], v["modernization", 2035] }' \
        "$out/trajectory.csv"
}

base=$(results '')
echo '| assumption | low to high | GDP a head, nation = 100: 2030 | 2035 | index, nation = 100: 2030 | 2035 |'
echo '| --- | --- | --- | --- | --- | --- |'
printf '| **baseline** | | **%.1f** | **%.1f** | **%.1f** | **%.1f** |\n' $base
assumptions | while IFS='|' read -r what low high low_sets high_sets; do
    a=$(results "$low_sets")
    b=$(results "$high_sets")
    awk -v what="$what" -v range="$low to $high" -v a="$a" -v b="$b" 'BEGIN {
        split(a, x, " "); split(b, y, " "); spread = y[4] - x[4]; if (spread < 0) spread = -spread
        printf "%.3f\t| %s | %s |", spread, what, range
        for (i = 1; i <= 4; i++) printf " %.1f to %.1f |", x[i], y[i]
        print "" }'
done | sort -rn -k1,1 | cut -f2-
