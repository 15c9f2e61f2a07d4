#!/usr/bin/env bash
# The world of the baseline: regions and ranks are what the official figures say.
. "$(dirname "$0")/lib"
scenarios=$root/scenarios

# the regions by convergence are those that the figures of 2010-2020 make
mkdir made
"$scenarios/regions/derive" made || problem 'derive failed'
[ "$(ls made | wc -l)" -eq 13 ] || problem "not 13 regions: $(ls made)"
for region in made/*.cfg; do
    diff "$scenarios/regions/$(basename "$region")" "$region" >difference || problem "another $region: $(head -n 4 difference)"
done
verdict regions_as_derived
[ "$("$scenarios/regions/derive" --record)" = '2.62 points in 2010-15, 0.57 in 2015-20' ] || problem 'another record of the West'
verdict record_of_the_west

try run "$scenarios/baseline.cfg" --no-charts --out results; wants 0; wants_quiet; verdict runs

# Value in 2020: base_year REGION INDICATOR
base_year() { awk -F, -v r="$1" -v i="$2" '$1 == r && $2 == i && $4 == 2020 { printf "%.4f\n", $5 }' results/trajectory.csv; }
# excess of one province by hand: Guizhou led by 2.17 points a head, 0.63 of them by catching up; 0.6 x 1.54 x 2^(-2/2.6)
grep -q '^  excess = 0.54; .* +2.17 a head .* catching up +0.63' "$scenarios/regions/guizhou.cfg" || problem 'guizhou: another excess'
for region in chongqing guangxi gansu guizhou innermongolia ningxia qinghai shaanxi sichuan tibet xinjiang yunnan; do
    want=$(awk -F, -v r=$region '$1 == r && $2 == "gdp" && $4 == 2020 { gdp = $5 } $1 == r && $2 == "population" && $4 >= 2019 { people += $5 / 2 }
        END { printf "%.4f\n", gdp / people * 1e4 }' "$scenarios/data/history.csv")
    [ "$(base_year $region gdp_per_capita)" = "$want" ] || problem "$region: $(base_year $region gdp_per_capita) yuan a head, wanted $want"
done
verdict base_year_of_the_west

# ranks of 2020, counted in the panel
ranks=$(awk -F, '!/^#/ && $1 != "city" { gdp[$1] = $7; west[$1] = $4 }
    END { for (c in gdp) if (gdp[c] > gdp["Zunyi"]) { all++; western += west[c] }; print all + 1, western + 1 }' "$scenarios/data/city_gdp.csv")
[ "$ranks" = '63 8' ] || problem "the panel has $ranks"
[ "$(base_year zunyi rank_national) $(base_year zunyi rank_west)" = '63.0000 8.0000' ] \
    || problem "rank $(base_year zunyi rank_national), in the West $(base_year zunyi rank_west)"
verdict ranks_of_2020

# what belongs to no step, and what does not count
steps=$(tail -n +2 results/steps.csv | cut -d, -f1,4 | xargs)
[ "$steps" = 'catch_up,5 parity,1 surpass,3' ] || problem "targets that count: $steps"
targets=$(tail -n +2 results/targets.csv | cut -d, -f1 | xargs)
[ "$targets" = 'gdp_2025 gdp_real_2025 gdp_per_capita_2025 urbanization_2025 income_2025 narrow_2025 gap_2025 parity_2030 equal_2030'\
' surpass_2035 west_average_2035 west_first_2035 top50_2035 guiyang_2035' ] || problem "targets: $targets"
verdict targets

# the West is twelve provinces; Guiyang, part of one of them, is none of it
west=$(awk -F, '$4 == 2020 && ($2 == "modernization" || $2 == "population") { v[$1, $2] = $5; r[$1] }
    END { for (x in r) if (x != "zunyi" && x != "china" && x != "guiyang") { sum += v[x, "modernization"] * v[x, "population"]
          people += v[x, "population"]; rank += v[x, "modernization"] > v["zunyi", "modernization"] }
          printf "%.4f %.4f\n", sum / people, rank + 1 }' results/trajectory.csv)
[ "$(base_year zunyi modernization_west) $(base_year zunyi modernization_rank_west)" = "$west" ] || problem "the West: wanted $west"
verdict the_west

# another current folder, another year's panel: what is wrong is said with its place
cp -r "$scenarios" scenarios
sed -i 's/gdp_2020_yi/gdp_2021_yi/' scenarios/data/city_gdp.csv
try check scenarios/baseline.cfg
wants 2 "city_gdp.csv' has no column 'gdp_2020_yi': ranks are left out" "zunyi does not report 'rank_national'"; verdict panel_of_another_year
sed -i -e '/^  gdp  /d' -e 's/^  since .*//' scenarios/regions/sichuan.cfg
try check scenarios/baseline.cfg
wants 2 "scenarios/regions/sichuan.cfg:15: missing setting 'regions.sichuan.convergence.gdp' (GDP of the base year" \
    "scenarios/regions/sichuan.cfg:21: regions.sichuan.urbanization: 'difference' or 'since' is needed"; verdict region_without_figures
cat >twins.cfg <<'END'
base = "scenarios/baseline.cfg";
regions: { twin: { base = "scenarios/regions/gansu.cfg"; }; tibet: { name_zh = "云南省"; }; };
END
cp "$scenarios"/regions/sichuan.cfg scenarios/regions; cp "$scenarios"/data/city_gdp.csv scenarios/data
try check twins.cfg
wants 2 "scenarios/regions/gansu.cfg:4: region 'twin' has the name 'Gansu' of region 'gansu'; each needs a name of its own" \
    "twins.cfg:2: region 'tibet' has the name '云南省' of region 'yunnan'"; verdict two_regions_of_one_name

# the table of docs/model.md is what its script prints
cd "$root" && docs/one_at_a_time.sh "$SANBU" >"$scratch/table" 2>"$scratch/err" || problem "one_at_a_time: $(head -c 300 "$scratch/err")"
sed -n '/^| assumption |/,/^$/p' docs/model.md | sed '/^$/d' | diff - "$scratch/table" >"$scratch/difference" \
    || problem "docs/model.md has another table: $(head -n 6 "$scratch/difference")"
cd "$scratch"; verdict one_at_a_time
