#!/usr/bin/env bash
# Ctrl-C and its kin: status 130, nothing half-written, nobody left behind.
. "$(dirname "$0")/lib"
set -m # each background job has its own group and hears SIGINT
small_scenario small.cfg
"$SANBU" run small.cfg --no-charts --quiet --out earlier --set title=Earlier || problem 'no earlier results'

# A gnuplot that tells its number and then draws for ever, with a child of its own.
fake gnuplot <<END
echo \$\$ >>"$scratch/started"
sleep 61.5 &
echo \$! >>"$scratch/started"
wait
END
fake fc-list <<<'echo "Noto Sans CJK SC"'

start() { # ARGUMENT...: runs it in the background until gnuplot is there
    rm -f started
    PATH="$scratch/fakes:$PATH" "$SANBU" "$@" >out 2>err </dev/null &
    process=$!
    for _ in $(seq 200); do
        [ "$(wc -l 2>/dev/null <started)" = "" ] || [ "$(wc -l <started)" -lt 2 ] || return 0
        sleep 0.02
    done
    problem "gnuplot was not begun: $(cat err)"
}

lives() { # who has ended may stand in the list until somebody asks for its status
    local state
    state=$(sed 's/.*) //; s/ .*//' "/proc/$1/stat" 2>/dev/null)
    [ -n "$state" ] && [ "$state" != Z ]
}

finish() { # waits; nobody whom gnuplot began is alive
    local child
    wait "$process"
    status=$?
    for child in $(cat started); do
        ! lives "$child" || sleep 0.3
        ! lives "$child" || problem "process $child lives on"
    done
    no_staging "$scratch"
}

for signal in INT TERM HUP; do
    rm -rf fresh
    start run small.cfg --out fresh
    kill -"$signal" "$process"
    finish; wants 130; wants_no fresh; verdict "$signal"
    rm -rf kept && cp -a earlier kept
    start run small.cfg --out kept
    kill -"$signal" "$process"
    finish; wants 130; same earlier kept; cmp -s {earlier,kept}/manifest.json || problem 'another manifest'
    verdict "${signal}_over_earlier_results"
done

rm -rf several
cp small.cfg second.cfg
start run small.cfg second.cfg --out several
kill -INT "$process"
finish; wants 130; wants_no several/small several/second; verdict several_scenarios
"$SANBU" compare small.cfg second.cfg --no-charts --quiet --out compared || problem 'no earlier comparison'
cp -a compared kept_comparison
start compare second.cfg small.cfg --out compared
kill -INT "$process"
finish; wants 130; same kept_comparison compared; verdict compare_over_earlier_results
start run small.cfg --out fresh
kill -INT "$process"; kill -TERM "$process"; kill -INT "$process"
finish; wants 130; wants_no fresh; verdict impatience

# nohup means it
fake gnuplot <<END
echo \$\$ >>"$scratch/started"; echo \$\$ >>"$scratch/started"
sleep 0.2
exit 1
END
rm -rf fresh started
(trap '' HUP; PATH="$scratch/fakes:$PATH" exec "$SANBU" run small.cfg --quiet --out fresh) 2>err </dev/null &
process=$!
for _ in $(seq 200); do [ -s started ] && break; sleep 0.02; done
kill -HUP "$process"
finish; wants 0; [ -e fresh/manifest.json ] || problem 'no results'; verdict nohup
