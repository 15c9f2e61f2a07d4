#!/usr/bin/env bash
# Without gnuplot or fonts a run keeps everything but the pictures, and says what is missing.
. "$(dirname "$0")/lib"
small_scenario small.cfg
path=$PATH
charts=(contributions gdp gdp_per_capita growth population steps structure urbanization)

# Only what the fakes are; the program itself needs nothing else.
with_fakes_only() { PATH=$scratch/fakes try "$@"; }

# The tables and all that a chart is made from; pictures only where wanted.
has_results() { # FOLDER PICTURES
    local file
    for file in trajectory.csv targets.csv steps.csv small_iamc.csv effective.cfg manifest.json; do
        [ -s "$1/$file" ] || problem "no $file"
    done
    for file in "${charts[@]}"; do
        [ -s "$1/charts/$file.gp" ] && [ -s "$1/charts/$file.csv" ] || problem "no script or data of $file"
    done
    [ "$(find "$1" -name '*.svg' -o -name '*.png' | wc -l)" -eq "$2" ] || problem "pictures: $(find "$1" -name '*.svg' -o -name '*.png')"
    [ "$(grep -c '"charts/.*svg"' "$1/manifest.json")" -eq $(($2 / 2)) ] || problem 'the manifest names other pictures'
    no_staging "$scratch"
}

try() { # as in lib, but found by its full path where PATH has nothing
    /usr/bin/timeout 60 "$SANBU" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
}

fake fc-list <<<'echo "Noto Sans CJK SC"; echo "DejaVu Sans"'
with_fakes_only run small.cfg --out results
wants 0 'warning: gnuplot not found, charts skipped; scripts and data are in results/charts/'
[ "$(wc -l <err)" -eq 1 ] || problem "said more than once: $(cat err)"
has_results results 0; verdict no_gnuplot
with_fakes_only run small.cfg --out results --lang zh; wants 0 '警告：未找到gnuplot'; verdict no_gnuplot_in_chinese
PATH='' try run small.cfg --out empty; wants 0 'gnuplot not found'; has_results empty 0; verdict empty_path
with_fakes_only run small.cfg --no-charts --out tables; wants 0; wants_quiet; wants_no tables/charts; verdict no_charts_needs_neither

fake gnuplot <<<'echo "fake: cannot open display" >&2; exit 3'
with_fakes_only run small.cfg --out failing
wants 0 "warning: gnuplot could not draw 'gdp': fake: cannot open display; exit status 3; script and data are kept"
has_results failing 0; verdict failing_gnuplot
fake gnuplot <<<'kill -9 $$'
with_fakes_only run small.cfg --out killed; wants 0 "could not draw 'structure': ended by signal 9"
has_results killed 0; verdict killed_gnuplot
fake gnuplot <<<': >"${2%.gp}.svg"; : >"${2%.gp}.png"'
with_fakes_only run small.cfg --out hollow; wants 0 "could not draw 'gdp'"; has_results hollow 0; verdict gnuplot_that_draws_nothing
fake gnuplot <<<'printf "<svg" >"${2%.gp}.svg"; printf "\211PNG" >"${2%.gp}.png"'
with_fakes_only run small.cfg --out torn; wants 0 "could not draw 'gdp'"; has_results torn 0; verdict gnuplot_that_stops_midway
fake gnuplot <<END
PATH=$path
case \$2 in gdp.gp) exit 1 ;; esac
exec gnuplot "\$@"
END
if [ -x "$(PATH=$path command -v gnuplot)" ]; then
    with_fakes_only run small.cfg --out one; wants 0 "could not draw 'gdp'"
    has_results one $((2 * (${#charts[@]} - 1))); verdict one_chart_fails
    rm fakes/gnuplot && ln -s "$(PATH=$path command -v gnuplot)" fakes/gnuplot
else
    skip one_chart_fails 'no gnuplot'
fi

fake fc-list <<<'exit 0'
with_fakes_only run small.cfg --out fontless; wants 0 'warning: no font found, charts skipped; install fonts-noto-cjk'
has_results fontless 0; verdict no_fonts
with_fakes_only run small.cfg --out fontless --lang zh; wants 0 '警告：未找到中文字体，请安装fonts-noto-cjk'
has_results fontless 0; verdict no_chinese_font
with_fakes_only run small.cfg --out fontless --lang zh; wants 0; wants_out '亿元'; verdict summary_without_fonts
fake fc-list <<<'case "$*" in *zh-cn*) ;; *) echo "DejaVu Sans" ;; esac'
with_fakes_only run small.cfg --out latin --lang zh; wants 0 '警告：未找到中文字体，请安装fonts-noto-cjk'
has_results latin 0; verdict only_latin_fonts
rm fakes/fc-list
with_fakes_only run small.cfg --out unlisted; wants 0; no_staging "$scratch"; verdict no_fc_list
