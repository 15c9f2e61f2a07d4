#!/usr/bin/env bash
# What the command line takes, where words go, and the exit statuses 0, 1, 2, 3.
. "$(dirname "$0")/lib"
small_scenario small.cfg
small_scenario other.cfg
sed 's/4000.0/90000.0/' small.cfg >missing.cfg
echo 'base = "small.cfg"; hom = "zunyi";' >wrong.cfg
echo 'base = "small.cfg"; horizon: { start = 2020.5; }; home = 3; tite = "x";' >wrongs.cfg
run=(run --no-charts --quiet --out results)

# usage
try; wants 2 "no command; try 'sanbu --help'"; verdict no_command
try rnu; wants 2 "unknown command 'rnu'; did you mean 'run'?"; verdict unknown_command
try run --no-chart small.cfg; wants 2 "unknown option '--no-chart'; did you mean '--no-charts'?"; verdict unknown_option
try run -q small.cfg; wants 2 "unknown option '-q'"; verdict unknown_short_option
try run small.cfg --out; wants 2 "option '--out' needs a value"; verdict option_without_value
try run --no-charts small.cfg --out ''; wants 2 "option '--out' needs a value"; wants_no trajectory.csv; verdict option_with_empty_value
try run small.cfg --quiet=1; wants 2 "option '--quiet' takes no value"; verdict option_with_value
try check small.cfg --out x; wants 2 "option '--out' does not apply to 'check'"; verdict option_of_another_command
try run --lang fr small.cfg; wants 2 "language 'fr'; there are: en, zh"; verdict unknown_language
try run --no-charts; wants 2 "'run' needs a scenario file"; verdict run_without_operand
try check; wants 2 "'check' needs a scenario file"; verdict check_without_operand
try settings mobility share; wants 2 "'share'"; verdict settings_with_two_patterns
try settings mobilty; wants 2 "no setting matches 'mobilty'; did you mean 'mobility'?"; verdict settings_without_match
mkdir -p elsewhere && cp small.cfg elsewhere/
try "${run[@]}" small.cfg elsewhere/small.cfg
wants 2 "two scenarios of the name 'small'"; wants_no results; verdict operands_of_one_name
try run --ouut x --quit small.cfg
wants 2 "'--ouut'" "'--quit'"; verdict all_mistakes_of_a_command_line
wants_no output; verdict no_results_after_usage_errors

# where options may stand
try --no-charts --quiet --out before run small.cfg; wants 0; wants_quiet
try run small.cfg --out=after --no-charts --quiet; wants 0; wants_quiet
same before after; verdict options_before_and_after
cp small.cfg ./--help.cfg
try "${run[@]}" -- --help.cfg; wants 0; wants_quiet; rm -rf results
try run -- --quiet; wants 2 "no file '--quiet'"; verdict two_dashes_end_options

# help and version
try --help; wants 0; wants_quiet; wants_out 'usage: sanbu' '--fail-on-miss' 'Exit status:'; verdict help
try run --help; wants 0; wants_quiet; wants_out 'usage: sanbu'; verdict help_of_a_command
try --help --lang zh; wants 0; wants_quiet; wants_out '用法' '退出状态'; verdict help_in_chinese
try --version; wants 0; wants_quiet
grep -qE '^sanbu [0-9]+\.[0-9]+\.[0-9]+[0-9a-z.+]*$' out || problem "$(cat out)"; verdict version
try --lang zh run; wants 2 '“run”需要情景文件'; verdict errors_in_chinese
try run --no-charts --lang zh --out zh small.cfg; wants 0; wants_quiet; wants_out '亿元'; verdict summary_in_chinese

# statuses
try "${run[@]}" small.cfg; wants 0; wants_quiet; [ ! -s out ] || problem 'a word on stdout'; verdict quiet
try "${run[@]}" missing.cfg; wants 0; verdict a_miss_is_a_result
try "${run[@]}" --fail-on-miss missing.cfg; wants 3; wants_quiet; verdict fail_on_miss
try "${run[@]}" --fail-on-miss small.cfg; wants 0; verdict fail_on_miss_when_met
rm -rf results
try "${run[@]}" --fail-on-miss missing.cfg small.cfg; wants 3
[ -e results/small/manifest.json ] || problem 'the scenario after the one that misses was not run'; verdict one_of_two_misses
rm -rf results; : >file
try run --no-charts --quiet --out file/below --fail-on-miss missing.cfg
wants 1 "file/below': Not a directory"; verdict work_before_miss
mkdir two && : >two/other
try run --no-charts --quiet --out two small.cfg other.cfg
wants 1 "'two/other' is a file"; wants_no two/small; no_staging two; verdict one_that_fails_stops_all
try run --no-charts --quiet --out file/below --fail-on-miss missing.cfg wrong.cfg
wants 2 "wrong.cfg:1: unknown setting 'hom'; did you mean 'home'?"; verdict input_before_work
try "${run[@]}" wrongs.cfg
wants 2 "'start' must be" "'home' must be" "'tite'" '3 errors, nothing was run'
wants_no results; verdict all_mistakes_at_once
try "${run[@]}" small.cfg wrong.cfg wrongs.cfg; wants 2 'wrong.cfg:1' "'tite'"; wants_no results; verdict second_scenario_stops_the_first
try check small.cfg wrong.cfg; wants 2 'wrong.cfg:1'; wants_out 'small.cfg: no errors'; wants_no output; verdict check_of_two
(cd elsewhere && try check small.cfg && find . -mindepth 1 ! -name small.cfg | grep .) && problem 'check wrote files'; verdict check_writes_nothing

# stdout that takes nothing
to_full() { timeout 60 "$SANBU" "$@" >/dev/full 2>err </dev/null; status=$?; }
to_closed() { timeout 60 "$SANBU" "$@" >&- 2>err </dev/null; status=$?; }
to_full run --no-charts --out full small.cfg other.cfg
wants 1 'No space left on device; the results are written'
[ -e full/other/manifest.json ] || problem 'the second scenario was not run'; verdict full_stdout
to_closed run --no-charts --out closed small.cfg; wants 1 'Bad file descriptor; the results are written'
[ -e closed/manifest.json ] || problem 'no results'; verdict closed_stdout
for arguments in --help --version settings 'check small.cfg'; do
    to_full $arguments; wants 1 'cannot print'
    to_closed $arguments; wants 1 'cannot print'
    ! grep -q 'results' err || problem "$arguments speaks of results: $(cat err)"
done
verdict stdout_of_the_others
{ timeout 60 "$SANBU" settings 2>err; echo $? >piped; } | head -n 1 >/dev/null
grep -qE '^[01]$' piped || problem "status $(cat piped)"; verdict reader_that_goes_away

# colour
plain() { ! grep -q $'\033' "$1" || problem "colour in $1"; }
try run --no-charts --out colour small.cfg; plain out; verdict no_colour_off_a_terminal
if command -v script >/dev/null; then
    run="'$SANBU' run --no-charts --out colour small.cfg"
    NO_COLOR='' TERM=xterm timeout 60 script -qec "$run" /dev/null >coloured </dev/null
    NO_COLOR=1 TERM=xterm timeout 60 script -qec "$run" /dev/null >uncoloured </dev/null
    grep -q $'\033' coloured || problem 'no colour on a terminal'
    plain uncoloured; grep -q 'yi yuan' uncoloured || problem 'no summary'; verdict NO_COLOR
else
    skip NO_COLOR 'no script(1), which gives a terminal'
fi
