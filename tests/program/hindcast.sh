#!/usr/bin/env bash
# Projections of the past: who won, the table, refusals.
. "$(dirname "$0")/lib"
past=$root/scenarios/history/hindcast.cfg
try hindcast "$past" --out en; wants 0; wants_quiet
wants_out '  5 years on' 'GDP at base-year prices, %' 'Residents, %' 'Urban share, points' 'Sector shares of GDP, points' \
    '70 outcomes of GDP: ' 'No target of a plan after the origin is given'
head -n 1 out | grep -q '^Nearest to what came about: ' || problem "first line: $(head -n 1 out)"
grep -q '^At base-year prices: ' out || problem 'no word of real GDP'
awk 'length > 100 { exit 1 }' out || problem 'wider than 100'
# fourteen regions, five years: four figures each, thirteen urban shares, one city's sectors
[ "$(wc -l <en/hindcast.csv)" = $((1 + 14 * 5 * 4 + 13 * 5 + 3 * 5)) ] || problem "hindcast.csv has $(wc -l <en/hindcast.csv) lines"
awk -F, 'NR > 1 && !($8 <= $9 && $9 <= $10 && $10 <= $11 && $11 <= $12 && ($7 >= $9 && $7 <= $11) == $14 && ($7 >= $8 && $7 <= $12) == $15 &&
    $13 >= 0 && $5 - $4 == $6) { exit 1 }' en/hindcast.csv ||
    problem 'quantiles do not rise, or coverage is not theirs'
# the table is the mean of the rows
said=$(awk '/^  all years/ { print $3, $4, $5, $6, $8, $9; exit }' out)
summed=$(awk -F, 'function off(x) { return 100 * (x > $7 ? x - $7 : $7 - x) / $7 }
    $2 == "gdp" { n++; m += off($10); l += off($16); f += off($17); c += off($19); h += $14; t += $15 }
    END { printf "%.1f %.1f %.1f %.1f %.0f %.0f", m / n, l / n, f / n, c / n, 100 * h / n, 100 * t / n }' en/hindcast.csv)
[ "$said" = "$summed" ] || problem "said $said, rows give $summed"
[ -s en/hindcast.manifest.json ] || problem 'no manifest'
for file in svg png gp csv; do [ -s en/charts/hindcast.$file ] || problem "no charts/hindcast.$file"; done
# the chart is of home's rows, and begins at the origin with what was known
awk -F, 'FNR == 1 { file++ } file == 1 && /^zunyi,gdp,/ { p50[$5] = $10; out[$5] = $7; last[$5] = $16 }
    file == 2 && FNR > 1 && $1 > 2015 { n += $2 == out[$1] && $5 == p50[$1] && $8 == last[$1] } file == 2 && $1 == 2015 { n += $2 == $5 && $2 == $8 }
    END { exit n != 6 }' en/hindcast.csv en/charts/hindcast.csv || problem 'the chart is not of the rows'
grep -qF 'Mean error: the model' en/charts/hindcast.gp || problem 'no mean error on the chart'
verdict hindcast
try hindcast "$past" --out zh --lang zh; wants 0; wants_out '最接近实际' '五年平均增速' '按基期价：' '常住人口城镇化率，百分点' '分地区：地区生产总值，%'
cmp -s en/hindcast.csv zh/hindcast.csv || problem 'not the same numbers'
grep -qF '平均误差：模型' zh/charts/hindcast.gp || problem 'no Chinese on the chart'
verdict repeats_in_chinese
try hindcast "$past" --out plain --no-charts --quiet; wants 0; wants_no plain/charts; cmp -s en/hindcast.csv plain/hindcast.csv || problem 'not the same numbers'
verdict without_charts
try hindcast "$past" --out moved --rebase 2016 --quiet --no-charts; wants 0; grep -q '^zunyi,gdp,yi yuan,2016,2017,1,' moved/hindcast.csv || problem 'the origin did not move'
verdict origin_moves
try hindcast "$root/scenarios/history/history.cfg" --out no; wants 2 'hindcast needs outturns'; wants_no no; verdict without_outturns
try hindcast; wants 2 "'hindcast' needs a scenario file"; verdict without_a_scenario

# Every origin with three years before it and one after it; each as by itself
limit=600 try hindcast "$past" --out all --rolling --no-charts; wants 0; wants_quiet
wants_out 'GDP by origin, %' '  2013 ' '  2019 ' 'Origins 2013-2019, each fitted to the years before it, at least 3;' '  7 years on'
[ "$(cut -d, -f4 all/hindcast.csv | sort -u | tr '\n' ' ')" = '2013 2014 2015 2016 2017 2018 2019 origin ' ] || problem 'not all origins'
[ "$(grep -c '^zunyi,gdp,' all/hindcast.csv)" = 28 ] || problem 'not 7 + 6 + ... + 1 rows'
for year in 2015 2016; do
    from=$([ $year = 2015 ] && echo en || echo moved)
    awk -F, -v y=$year '$4 == y' all/hindcast.csv | cmp -s - <(sed 1d $from/hindcast.csv) || problem "$year is not as by itself"
done
verdict rolling

# Where data do not allow, that is said.
try hindcast "$past" --out no --rebase 2012; wants 2 'rebase = 2012 leaves too few years to fit to: a hindcast needs 3, so 2013 or later'
try hindcast "$past" --out no --rebase 2020; wants 2 "'rebase' is 2020; must be after the base year 2010 and before the horizon's end 2020"
try hindcast "$past" --out no --rebase 2016 --rolling; wants 2 '--rebase sets one origin and --rolling takes all: give one of them'
grep -E '^#|^region|,20(11|12|13),' "$root/scenarios/history/outcomes.csv" >short.csv
printf 'base = "%s"; outturn = "short.csv"; rebase = 2013;\n' "$past" >short.cfg
try hindcast short.cfg --out no; wants 2 'nothing of GDP came in after 2013: outturns end in 2013; start from an earlier year'
try hindcast short.cfg --out no --rolling; wants 2 '--rolling needs 3 years to fit to and one to judge, so outturns of GDP until 2014 at least; they end in 2013'
try hindcast short.cfg --out no --rolling --lang zh; wants 2 '地区生产总值实际值须至少到2014年；现截至2013年'
try hindcast "$past" --out no --set 'observed=()'; wants 2 'nothing to fit to'
try hindcast "$root/scenarios/history/history.cfg" --out no --rolling; wants 2 'hindcast needs outturns'
wants_no no; verdict where_data_do_not_allow

# The tables of docs/model.md are what their script prints.
cd "$root" && docs/past_errors.sh "$SANBU" >"$scratch/table" 2>"$scratch/err" || problem "past_errors: $(head -c 300 "$scratch/err")"
sed -n '/^| GDP at current prices, years on/,/^- /p' docs/model.md | sed '/^- /d' | sed '$d' | diff - "$scratch/table" >"$scratch/difference" \
    || problem "docs/model.md has other tables: $(head -n 6 "$scratch/difference")"
cd "$scratch"; verdict past_errors
