#!/usr/bin/env bash
# The same inputs give the same bytes, wherever, whenever and by whomever they are run; the manifest alone holds the time.
. "$(dirname "$0")/lib"
cp -r "$root/scenarios" scenarios
baseline=$scratch/scenarios/baseline.cfg

# Runs the baseline without charts in an environment: elsewhere NAME [VARIABLE=VALUE...]
elsewhere() {
    local name=$1
    shift
    env "$@" "$SANBU" run "$baseline" --no-charts --out "results/$name/baseline" >"$name.out" 2>"$name.err" \
        || problem "$name: $(head -c 300 "$name.err")"
    same results/plain/baseline "results/$name/baseline"
    # the summary, too, but for where it is and how long it took
    cmp -s <(grep -v '^Results' plain.out) <(grep -v '^Results' "$name.out") || problem "$name: another summary"
}

try run "$baseline" --out results/first/baseline; wants 0; wants_quiet
try run "$baseline" --out results/second/baseline; wants 0
same results/first results/second; verdict twice_with_charts
try run "$baseline" --out results/second/baseline; wants 0
same results/first results/second; verdict over_itself
mkdir -p home/.config && echo 'set terminal dumb; set title "mine"' >home/.gnuplot
HOME=$scratch/home TZ=Pacific/Kiritimati LANG=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 LC_ALL= GNUTERM=dumb \
    try run "$baseline" --out results/third/baseline
wants 0; same results/first results/third; verdict another_home_and_country_with_charts

elsewhere plain; verdict plain
elsewhere time_zone TZ=America/St_Johns; verdict time_zone
elsewhere locale LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8; verdict locale_utf8
elsewhere posix LC_ALL=POSIX; elsewhere missing LC_ALL=de_DE.UTF-8; elsewhere chinese LC_ALL= LANG=zh_CN.GB18030
verdict locale_does_not_choose
elsewhere home HOME=/nowhere; verdict home
elsewhere bare -i; verdict empty_environment
(umask 077; elsewhere umask; [ -z "$problems" ]) || problem 'another umask, other results'; verdict umask
(cd / && "$SANBU" run "$baseline" --no-charts --quiet --out "$scratch/results/root/baseline") || problem 'from /'
same results/plain/baseline results/root/baseline
(cd scenarios/data && "$SANBU" run ../baseline.cfg --no-charts --quiet --out "$scratch/results/near/baseline") || problem 'from data'
same results/plain/baseline results/near/baseline; verdict current_folder

# the paths in effective.cfg lead from the results to the scenario: moved together, they stay
mkdir -p moved && cp -r scenarios moved/scenarios
"$SANBU" run moved/scenarios/baseline.cfg --no-charts --quiet --out moved/results/plain/baseline || problem 'moved'
same results/plain/baseline moved/results/plain/baseline; verdict moved_folder
ln -s scenarios linked
"$SANBU" run linked/baseline.cfg --no-charts --quiet --out results/linked/baseline || problem 'linked'
cmp -s results/{plain,linked}/baseline/trajectory.csv || problem 'another trajectory'; verdict linked_folder

# every file as a Windows editor leaves it
cp -r scenarios windows
find windows -name '*.cfg' -o -name '*.csv' | xargs sed -i -e 's/$/\r/' -e '1s/^/\xef\xbb\xbf/'
head -c 3 windows/baseline.cfg | cmp -s - <(printf '\xef\xbb\xbf') || problem 'no mark was written'
"$SANBU" run windows/baseline.cfg --no-charts --quiet --out results/windows/baseline || problem 'refused'
for file in trajectory.csv targets.csv steps.csv baseline_iamc.csv; do
    cmp -s "results/plain/baseline/$file" "results/windows/baseline/$file" || problem "another $file"
done
diff <(sed 's/scenarios/windows/' results/plain/baseline/effective.cfg) results/windows/baseline/effective.cfg >difference \
    || problem "another effective.cfg: $(head -n 4 difference)"
verdict byte_order_mark_and_line_ends

# effective.cfg is the scenario itself: from any folder, and after it has been through it again
for scenario in "$root"/scenarios/*.cfg; do
    name=$(basename "$scenario" .cfg)
    "$SANBU" run "$scenario" --no-charts --quiet --out "once/$name" 2>err || problem "$name: $(cat err)"
    (cd / && "$SANBU" run "$scratch/once/$name/effective.cfg" --no-charts --quiet --out "$scratch/twice/$name") 2>err \
        || problem "effective.cfg of $name: $(cat err)"
    (cd once && "$SANBU" run "../twice/$name/effective.cfg" --no-charts --quiet --out "../thrice/$name") 2>err \
        || problem "effective.cfg of that: $(cat err)"
    for file in trajectory.csv targets.csv steps.csv effective.cfg; do
        cmp -s "once/$name/$file" "twice/$name/$file" || problem "$name: effective.cfg gives another $file"
        cmp -s "twice/$name/$file" "thrice/$name/$file" || problem "$name: the second effective.cfg gives another $file"
    done
done
verdict effective
"$SANBU" run "$baseline" --no-charts --quiet --out set --set regions.zunyi.production.catch_up=1.25 \
    --set 'regions.zunyi.urbanization.policy=((2021, 0.1), (2030, 0.3))' --set title=Changed 2>err || problem "$(cat err)"
"$SANBU" run set/effective.cfg --no-charts --quiet --out reset 2>err || problem "$(cat err)"
cmp -s set/trajectory.csv reset/trajectory.csv || problem 'another trajectory'
! cmp -s set/trajectory.csv results/plain/baseline/trajectory.csv || problem '--set changed nothing'; verdict effective_after_set

# a name that is no UTF-8 is still in the manifest, as UTF-8
try run "$baseline" --no-charts --quiet --out $'odd\xff'; wants 0
grep -q $'"odd\xef\xbf\xbd"' $'odd\xff/manifest.json' || problem 'the manifest leaves the argument out'
verdict manifest_of_an_odd_name
