#!/usr/bin/env bash
# Charts for office programs (--emf): whole files of the page's size, the texts in UTF-16, the same bytes each time.
. "$(dirname "$0")/lib"
if ! command -v gnuplot >/dev/null || [ -z "$(fc-list :lang=zh-cn 2>/dev/null)" ]; then
    skip emf 'no gnuplot or no Chinese font'
    exit 0
fi
small_scenario small.cfg
try run small.cfg --out plain --quiet; wants 0; wants_no plain/charts/gdp.emf; verdict only_where_asked_for
try run small.cfg --emf --out one --quiet --lang zh; wants 0; wants_quiet
try run small.cfg --emf --out two --quiet --lang zh; wants 0
same one two; verdict repeats_byte_for_byte
[ "$(ls one/charts/*.emf | wc -l)" -eq "$(ls one/charts/*.svg | wc -l)" ] || problem "$(ls one/charts)"
grep -q 'charts/gdp.emf' one/manifest.json || problem 'not in the manifest'
number() { od -An -tu4 -j"$2" -N4 "$1" | tr -d ' '; } # FILE OFFSET: a little-endian number
for emf in one/charts/*.emf; do
    [ "$(number "$emf" 48)" -eq "$(stat -c %s "$emf")" ] || problem "$emf is not whole"
    wide=$(number "$emf" 32) # hundredths of a millimetre
    [ "$wide" -gt 15300 ] && [ "$wide" -lt 15900 ] || problem "$emf is $wide/100 mm wide"
    LC_ALL=C grep -qaF "$(printf '情景' | iconv -t UTF-16LE)" "$emf" || problem "$emf without its Chinese"
done
verdict whole_and_readable
