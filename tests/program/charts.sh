#!/usr/bin/env bash
# Every chart of every scenario that we ship, in both languages: its csv is the trajectory, its title's numbers are
# right.
. "$(dirname "$0")/lib"
data=$root/scenarios/data

# The title as people read it, from the script: whether pictures were drawn does not matter here.
title_of() {
    sed -n "s/^set label 1 '{\/:Bold \(.*\)}' at screen.*/\1/p" "$1" |
        sed "s/'\.QUOTE\.'/'/g; s/\\\\\(.\)/\1/g"
}

check_chart() { # FOLDER CHART
    local found
    found=$(awk -f "$root/tests/program/charts.awk" -v chart="$2" -v title="$(title_of "$1/charts/$2.gp")" \
        kind=effective "$1/effective.cfg" kind=trajectory "$1/trajectory.csv" kind=targets "$1/targets.csv" \
        kind=steps "$1/steps.csv" kind=panel "$data/city_gdp.csv" \
        kind=history "$data/history.csv" "$data/zunyi_derived.csv" kind=chart "$1/charts/$2.csv" 2>&1)
    [ -z "$found" ] || problem "$(head -n 5 <<<"$found")"
}

# no pictures here: scripts and numbers come without gnuplot, and faster
fake gnuplot <<<'exit 1'
for lang in en zh; do
    PATH=$scratch/fakes:$PATH try run "$root"/scenarios/*.cfg --lang "$lang" --out "$lang"
    wants 0
    verdict "runs_$lang"
done
for folder in en/*; do
    name=$(basename "$folder")
    for script in "$folder"/charts/*.gp; do
        chart=$(basename "$script" .gp)
        cmp -s "$folder/charts/$chart.csv" "zh/$name/charts/$chart.csv" || problem "$chart.csv differs between the languages"
        check_chart "en/$name" "$chart"
        check_chart "zh/$name" "$chart"
    done
    verdict "$name"
done

# the check finds what is wrong: a value, a title
cp -r en/baseline wrong
sed -i '/^2030/s/,\([0-9]*\)\([0-9]\)\./,\19\2./' wrong/charts/growth.csv
sed -i 's/place [0-9]* by GDP/place 999 by GDP/' wrong/charts/rank.gp
caught=$(
    problems=; check_chart wrong growth; [ -n "$problems" ] && echo value
    problems=; check_chart wrong rank; [ -n "$problems" ] && echo title
)
[ "$caught" = $'value\ntitle' ] || problem "only this was caught: $caught"
verdict finds_a_wrong_value_and_title
