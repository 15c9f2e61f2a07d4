#!/usr/bin/env bash
# sanbu explain; what the man page and the completions say; the examples of --help.
. "$(dirname "$0")/lib"
cp -r "$root/scenarios" scenarios
mkdir output
baseline=scenarios/baseline.cfg

try explain gdp_2025 $baseline; wants 0; wants_quiet
wants_out 'wanted: about 5,500' 'verdict: ' 'source: ' 'indicator: gdp'; verdict target
try explain urbanization $baseline --lang zh; wants 0; wants_out '常住人口城镇化率' '影响因素' '情景baseline' '2020年56.69'; verdict indicator
try explain regions.zunyi.production.catch_up $baseline --set regions.zunyi.production.catch_up=1.25; wants 0
wants_out 'regions.zunyi.production.catch_up = 2020 1.25' 'moves: gdp'; verdict setting
! grep -q 'regions.china.production.catch_up = ' out || problem 'another region'
verdict setting_of_one_region
try explain gpd; wants 2 "no indicator or setting 'gpd'; did you mean 'gdp'?"; verdict near_miss
try explain gdp_2052 $baseline; wants 2 "did you mean 'gdp_2025'?"; verdict near_miss_of_a_target
try explain; wants 2 'an indicator, a setting or a target'; verdict nothing
try explain gdp $baseline $baseline; wants 2; verdict too_many
try explain gdp nowhere.cfg; wants 2 nowhere.cfg; verdict no_such_scenario

# every indicator has its equation, and what moves it are settings
"$SANBU" settings | grep '^[a-z]' >keys
sed -n 's/.*{ "\([a-z0-9_]*\)", UNIT_.*/\1/p; s/^ *\.key = "\(.*\)",.*/\1/p' "$root/models/indicator.c" >indicators
"$SANBU" run $baseline --no-charts --quiet --out run && cut -d, -f2 run/trajectory.csv | tail -n +2 | sort -u >>indicators
[ "$(wc -l <indicators)" -gt 40 ] || problem "$(wc -l <indicators) indicators"
while read -r key; do
    try explain "$key"; wants 0; wants_out 'equation: ' 'section ' 'moved by: '
    sed -n '/moved by/,/^    [a-z ]*:/p' out | grep -oE '[a-z]+\.[a-z0-9_]+' | sort -u >>moved
done < <(sort -u indicators)
for setting in $(sort -u moved | grep -v '\.md$'); do
    grep -qE "(^|\.)${setting%.*}(\.SECTOR)?\.${setting#*.}$" keys || problem "no setting $setting"
done
verdict every_indicator
[ "$(sort -u moved | wc -l)" -gt 20 ] || problem "$(sort -u moved | wc -l) settings move something"
verdict settings_that_move

# what is generated from --help is as the program has it now
if is_sanitized; then
    skip manual 'an ordinary build shows the same'
else
    "$root/docs/manual.sh" "$SANBU" manual
    for file in sanbu.1 sanbu.bash _sanbu; do
        cmp -s "manual/$file" "$root/docs/manual/$file" || problem "docs/manual/$file is not as the program: make transcripts"
    done
    verdict manual
fi
commands=$("$SANBU" --help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p')
complete() { # WORD...: what bash offers for the last one
    bash -c 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sanbu; printf "%s\n" "${COMPREPLY[@]}"' \
        "$root/docs/manual/sanbu.bash" "$@"
}
[ "$(complete sanbu '' | grep -v '^--' | xargs)" = "$(echo $commands)" ] || problem "commands: $(complete sanbu '' | xargs)"
for command in $commands; do
    wanted=$("$SANBU" "$command" --help | sed -n '/^Options/,/^$/s/^  \(-[^ ]*\).*/\1/p' | sort)
    [ "$(complete sanbu "$command" - | sort)" = "$wanted" ] || problem "$command: $(complete sanbu "$command" - | xargs)"
    grep -qxF "    $command) _arguments \\" "$root/docs/manual/_sanbu" || problem "zsh without $command"
done
[ "$(complete sanbu run --lang '' | xargs)" = 'en zh' ] || problem "languages: $(complete sanbu run --lang '' | xargs)"
verdict completion

# the examples work
mkdir fakes && ln -s "$SANBU" fakes/sanbu
for command in $commands; do
    "$SANBU" "$command" --help | sed -n '/^Examples/,/^$/s/^  //p' >examples
    [ "$(wc -l <examples)" -ge 2 ] || problem "$command: $(wc -l <examples) examples"
    while read -r example; do
        [[ $example == "sanbu $command"* ]] || problem "of another command: $example"
        if [[ " run compare calibrate hindcast ensemble report " == *" $command "* && $example != *--no-charts* ]]; then example+=' --no-charts'; fi
        PATH="$scratch/fakes:$PATH" timeout 60 bash -c "$example" >out 2>err </dev/null || problem "$example: $(head -c 300 err)"
    done <examples
done
verdict examples
