#!/usr/bin/env bash
# Projections of the past: who won, the table, refusals.
. "$(dirname "$0")/lib"
past=$root/scenarios/history/hindcast.cfg
try hindcast "$past" --out en; wants 0; wants_quiet; wants_out '5 years on' 'lie in the 50% band'
head -n 1 out | grep -q '^Nearest to what came about: ' || problem "first line: $(head -n 1 out)"
[ "$(wc -l <en/hindcast.csv)" = 71 ] || problem "hindcast.csv has $(wc -l <en/hindcast.csv) lines"
awk -F, 'NR > 1 && !($8 < $9 && $9 < $10 && $10 < $11 && $11 < $12 && ($7 >= $8 && $7 <= $12) == $15 && $13 > 0) { exit 1 }' en/hindcast.csv ||
    problem 'quantiles do not rise, or coverage is not theirs'
[ -s en/hindcast.manifest.json ] || problem 'no manifest'
verdict hindcast
try hindcast "$past" --out zh --lang zh; wants 0; wants_out '最接近实际' '五年平均增速'; cmp -s en/hindcast.csv zh/hindcast.csv || problem 'not the same numbers'
verdict repeats_in_chinese
try hindcast "$past" --out moved --rebase 2016 --quiet; wants 0; grep -q '^zunyi,gdp,yi yuan,2016,2017,1,' moved/hindcast.csv || problem 'the origin did not move'
verdict origin_moves
try hindcast "$root/scenarios/history/history.cfg" --out no; wants 2 'hindcast needs outturns'; wants_no no; verdict without_outturns
try hindcast; wants 2 "'hindcast' needs a scenario file"; verdict without_a_scenario
