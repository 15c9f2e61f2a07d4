#!/usr/bin/env bash
# Each call that writes is made to fail in turn: the earlier results stay byte for byte, or the new ones are whole.
. "$(dirname "$0")/lib"
if is_sanitized; then
    skip faults 'the sanitizers do not let a library be preloaded'
    exit 0
fi
if [ ! -e "$fault" ]; then
    skip faults "no $fault"
    exit 0
fi
# in memory, where there is such a place: a disk takes its time over each fsync
if [ -d /dev/shm ] && memory=$(mktemp -d -p /dev/shm 2>/dev/null); then
    trap 'rm -rf "$scratch" "$memory"' EXIT
    cd "$memory" || exit 1
else
    memory=$scratch
fi
small_scenario small.cfg

# Draws at once: copies pictures that were drawn before, and takes no part in the counting.
prepared=$memory/prepared/charts
fake fc-list <<<'unset LD_PRELOAD SANBU_FAULT; echo "Noto Sans CJK SC"'
fake gnuplot <<END
unset LD_PRELOAD SANBU_FAULT SANBU_FAULT_COUNT
exec cp "$prepared/\${2%.gp}.svg" "$prepared/\${2%.gp}.png" .
END
"$SANBU" run small.cfg --quiet --out prepared 2>"$scratch/err" || problem "$(cat "$scratch/err")"
[ -e "$prepared/gdp.svg" ] || problem "no pictures: $(cat "$scratch/err")"
(cd "$prepared" && for script in *.gp; do LC_ALL=C.UTF-8 gnuplot -d "$script"; done) # as gnuplot leaves them

# Runs over the results in `target`, the call number $1 failing for the cause $2.
run_with_fault() {
    local number=$1 cause=$2
    shift 2
    PATH="$scratch/fakes:$PATH" LD_PRELOAD=$fault SANBU_FAULT=$number SANBU_FAULT_ERRNO=$cause \
        SANBU_FAULT_COUNT=$memory/count "$SANBU" run small.cfg --quiet --out target "$@" 2>"$scratch/err" </dev/null
    status=$?
}

# The pristine `earlier`, and `new` as a run without faults leaves it.
prepare() {
    rm -rf earlier new target
    "$SANBU" run small.cfg --out earlier --quiet --set title=Earlier --set horizon.end=2022 --set 'remove=("targets")' 2>"$scratch/err" \
        || problem "$(cat "$scratch/err")"
    echo 'not the program'\''s' >earlier/notes.txt
    cp -a earlier target
    run_with_fault 0 28 "$@"
    wants 0
    mv target new
    points=$(cat count)
    [ "$points" -gt 20 ] || problem "only $points write points"
}

look() { # NUMBER: whether what stands there is all old or all new
    case $status in
    1)
        diff -rq earlier target >difference || problem "fault $1: status 1, but $(head -n 3 difference)"
        [ -s "$scratch/err" ] || problem "fault $1: no sentence"
        ! grep -qvE "^cannot write '[^']*': .*; earlier results are untouched$" "$scratch/err" || problem "fault $1: $(cat "$scratch/err")" ;;
    0)
        diff -rq -x manifest.json new target >difference || problem "fault $1: status 0, but $(head -n 3 difference)"
        ! cmp -s {earlier,target}/manifest.json || problem "fault $1: status 0, but the earlier manifest"
        survived=$((survived + 1))
        rm -rf target && cp -a earlier target ;;
    *) problem "fault $1: status $status: $(cat "$scratch/err")" ;;
    esac
    [ -z "$(compgen -G '.*.new-*')$(compgen -G 'target/.*.new-*')" ] || problem "fault $1: left behind $(ls -da .*.new-*)"
}

sweep() { # NAME CAUSE EVERY ARGUMENT...
    local name=$1 cause=$2 every=$3 number
    shift 3
    prepare "$@"
    cp -a earlier target
    survived=0
    for ((number = 1; number <= points; number += every)); do
        run_with_fault "$number" "$cause" "$@"
        look "$number"
        [ ${#problems} -lt 2000 ] || break
    done
    [ "$survived" -le $((points / 8)) ] || problem "$survived of $points faults did not matter"
    verdict "$name"
}

verdict prepared
sweep full_disk 28 1 --no-charts
sweep no_right 13 7 --no-charts
sweep read_only 30 9 --no-charts
sweep full_disk_with_charts 28 3

# interrupted calls are repeated
prepare --no-charts
for ((number = 1; number <= points; number += 11)); do
    cp -a earlier target
    run_with_fault "$number" 4 --no-charts
    case $status in 0 | 1) look "$number" ;; *) problem "status $status" ;; esac
    rm -rf target
done
verdict interrupted_calls

# a folder that is new is not there after a failure
fresh() {
    local number
    for number in 1 5 20 $((points / 2)) $((points - 12)); do
        run_with_fault "$number" 28 --no-charts
        [ "$status" -eq 0 ] || wants_no target
        rm -rf target
    done
}
fresh; no_staging .; verdict new_folder

# a limit on the size of files, as of a shell's ulimit, is an error and no signal
cp -a earlier target
(ulimit -f 1; exec "$SANBU" run small.cfg --quiet --out target 2>"$scratch/err"); status=$?
wants 1 'File too large; earlier results are untouched'; look limit; verdict file_size_limit
