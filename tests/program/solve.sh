#!/usr/bin/env bash
# sanbu solve: what it says, the scenario that it writes and that meets the target, and what it refuses.
. "$(dirname "$0")/lib"
small_scenario small.cfg
zunyi=regions.zunyi
boost=$zunyi.production.tfp_boost rate=$zunyi.production.investment_rate
cat >hard.cfg <<END
base = "small.cfg";
title = "Hard"; title_zh = "难";
targets: {
  larger: { at_least = 4800.0; };
  real: { indicator = "gdp_real"; year = 2023; at_least = 4650.0; };
};
steps: { first: { from = 2021; to = 2023; }; };
levers: (
  { key = "$boost"; low = -0.5; high = 5.0; name = "productivity"; name_zh = "生产率"; },
  { key = "$rate"; low = 35.0; high = 90.0; weight = 2.0; }
);
END
solve=(solve --quiet --out results)

# cell FILE KEY COLUMN: of the row whose first or second field is KEY
cell() {
    awk -F, -v key="$2" -v name="$3" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $1 == key || $2 == key { print $at[name]; exit }' "$1"
}
# met FOLDER TARGET: the solved scenario runs, the target is met by less than a millionth of what is wanted
met() {
    try run --no-charts --quiet --out again "$1/solved.cfg"
    [ "$status" = 0 ] || problem "solved.cfg: $(head -c 300 err)"
    [ "$(cell again/targets.csv "$2" verdict)" = met ] || problem "$2 is not met"
    awk -v margin="$(cell again/targets.csv "$2" margin)" -v wanted="$(cell again/targets.csv "$2" wanted)" \
        'BEGIN { exit !(margin >= 0 && margin < 1e-6 * wanted) }' || problem "$2: $(grep "^$2" again/targets.csv)"
}

# round trips
try "${solve[@]}" hard.cfg --target larger --lever $boost; wants 0; wants_quiet
[ "$(cell results/solve.csv $boost status)" = solved ] || problem "$(cat results/solve.csv)"
grep -q '^base = "../hard.cfg";' results/solved.cfg || problem "$(cat results/solved.cfg)"
[ -e results/solve.manifest.json ] || problem "no manifest"
met results larger; verdict solved_scenario_meets_its_target
head -n 1 results/solve.csv | grep -q '^target,lever,base_value,required_value,change,status,' || problem "$(head -n 1 results/solve.csv)"
verdict columns
try "${solve[@]}" --out deep/er/place hard.cfg --target larger --lever $rate; wants 0
grep -q 'investment_rate = ((2020, ' deep/er/place/solved.cfg || problem "no path: $(cat deep/er/place/solved.cfg)"
met deep/er/place larger; verdict a_path_is_shifted_point_by_point
try "${solve[@]}" hard.cfg --set targets.larger.at_least=4850.0 --target larger --lever $boost; wants 0; wants_quiet
grep -q '^base = "effective.cfg";' results/solved.cfg || problem "$(head -n 3 results/solved.cfg)"
met results larger
[ "$(cell again/targets.csv larger wanted)" = 4850 ] || problem "--set is lost"; verdict set_stays
try "${solve[@]}" hard.cfg --target all; wants 0
if grep -q together results/solve.csv; then
    try run --no-charts --quiet --fail-on-miss --out again results/solved.cfg; wants 0; verdict several_levers_meet_all_targets
else
    skip several_levers_meet_all_targets "built without NLopt"
fi
try "${solve[@]}" hard.cfg --path --growth 2021:6,2023:5; wants 0
try run --no-charts --quiet --out again results/solved.cfg; wants 0
awk -F, '$1 == "zunyi" && $2 == "gdp_growth" { wanted = $4 == 2021 ? 6 : $4 == 2022 ? 5.5 : 5
    if (($5 - wanted) ^ 2 > 1e-18) { print; bad = 1 } } END { exit bad }' again/trajectory.csv >off || problem "$(cat off)"
verdict a_path_of_growth_comes_back
cp -r results first; try "${solve[@]}" hard.cfg --path --growth 2021:6,2023:5
cmp -s first/solved.cfg results/solved.cfg && cmp -s first/solve.csv results/solve.csv || problem "other bytes"
verdict same_bytes_twice

# answers that are no failures
try "${solve[@]}" hard.cfg --target larger --set targets.larger.at_least=1e6 --lever $boost; wants 0
[ "$(cell results/solve.csv $boost status)" = "no solution" ] || problem "$(cat results/solve.csv)"
wants_no results/solved.cfg; verdict no_solution_is_an_answer
try "${solve[@]}" hard.cfg --target larger --lever $zunyi.urbanization.policy; wants 0
[ "$(cell results/solve.csv larger status)" = "no effect" ] || problem "$(cat results/solve.csv)"; verdict no_effect
try "${solve[@]}" hard.cfg --target richer --lever $boost; wants 0
[ "$(cell results/solve.csv richer status)" = "already met" ] || problem "$(cat results/solve.csv)"; verdict already_met
try solve hard.cfg --path --growth 60 --out results; wants 0; wants_out 'No investment rate gives growth of 60.00% in 2021'
wants_no results/solved.cfg; verdict growth_out_of_reach

# words
try solve hard.cfg --target larger --lever $boost --out results; wants_out 'productivity, %' '+ meets it' 'model runs' 'results/solved.cfg'
try solve hard.cfg --target larger --lever $boost --out results --lang zh; wants_out '生产率（%）' '可达到' '亿元/年'; verdict both_languages
try run --no-charts hard.cfg --out results; wants_out 'sanbu solve hard.cfg --target larger --lever auto'; verdict a_run_says_how_to_ask
try run --no-charts small.cfg --out results; grep -q 'sanbu solve' out && problem "a hint without levers"; verdict no_hint_without_levers

# what is refused, with nothing written
rm -rf results
refused() { # NAME TEXT ARGUMENT...
    local name=$1 text=$2
    shift 2
    try "${solve[@]}" "$@"; wants 2 "$text"; wants_no results; verdict "$name"
}
refused no_scenario "'solve' needs a scenario file" --target all
refused two_scenarios "'solve' takes one scenario; what is 'small.cfg'?" hard.cfg small.cfg --target all
refused no_target "needs --target: one of larger, richer, real, first, or all" hard.cfg
refused unknown_target "no target or step 'largr'; did you mean 'larger'?" hard.cfg --target largr
refused unheard_target "no target or step 'wages'; there are: larger, richer, real, first, all" hard.cfg --target wages
refused empty_step "step 'first' has no targets that count" hard.cfg --target first
refused unknown_lever "did you mean '$boost'?" hard.cfg --target larger --lever $zunyi.production.tfp_bost
refused unheard_lever "'wages' names no number of this scenario" hard.cfg --target larger --lever wages
refused text_lever "'$zunyi.name' is no number" hard.cfg --target larger --lever $zunyi.name
refused pair_lever "'$zunyi.urbanization.norm' cannot be moved by itself" hard.cfg --target larger --lever $zunyi.urbanization.norm
refused lever_twice "'$boost' is named twice" hard.cfg --target larger --lever $boost --lever $boost
refused no_list "'small' has no list of levers" small.cfg --target larger --lever auto
refused swapped_range "low, mode and high must be in rising order" hard.cfg --target larger \
    --set "levers=({ key = \"$boost\"; low = 1.0; high = 0.0; })"
refused path_with_target "'--path' is solved by itself; leave out '--target'" hard.cfg --path --growth 5 --target larger
refused path_without_growth "'--path' needs --growth" hard.cfg --path
refused growth_without_path "'--growth' goes with --path" hard.cfg --target larger --growth 5
refused growth_no_number "'--growth' is '5%'" hard.cfg --path --growth 5%
refused growth_falling_years "'--growth' is '2023:5,2021:4'" hard.cfg --path --growth 2023:5,2021:4
refused growth_cut_short "'--growth' is '2021:5,'" hard.cfg --path --growth 2021:5,
refused growth_base_year "'--growth' names 2020; growth is from 2021 to 2023" hard.cfg --path --growth 2020:5
: >file
try "${solve[@]}" --out file/below hard.cfg --target larger --lever $boost; wants 1 "Not a directory"; verdict no_place_for_results
