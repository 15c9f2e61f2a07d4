#!/usr/bin/env bash
# Charts' sizes (--size) and looks (--theme): the size in print is the one asked for, colours and fonts arrive, a theme's
# mistakes stop the run before anything is written.
. "$(dirname "$0")/lib"
small_scenario small.cfg

try run small.cfg --size poster; wants 2 "no size 'poster'; there are: page, column, slide"; verdict unknown_size
try check small.cfg --size page; wants 2 "--size"; verdict only_where_charts_are
cat >bad.cfg <<'T'
palette: { home = "#12345"; nation_ = "#404040"; };
page: { width = 9; };
T
try run small.cfg --theme bad.cfg --out bad
wants 2 "bad.cfg:1: 'palette.home' must be a colour" "bad.cfg:1: unknown setting 'nation_'; did you mean 'nation'?" \
    "bad.cfg:2: 'page.width' is 9; must be from 50 to 400 mm"
wants_no bad; verdict mistakes_come_in_one_go
echo "fonts: { latin = \"A'; system 'touch pwned'; '\"; };" >inject.cfg
try run small.cfg --theme inject.cfg --out bad; wants 2 "inject.cfg:1: 'fonts.latin' must be the name of one font family"
wants_no bad pwned; verdict a_font_is_no_command

if ! command -v gnuplot >/dev/null || [ -z "$(fc-list :lang=zh-cn 2>/dev/null)" ]; then
    skip theme 'no gnuplot or no Chinese font'
    exit 0
fi
echo 'fonts: { latin = "Noto Sanz CJK SC"; };' >font.cfg
try run small.cfg --theme font.cfg --out bad; wants 2 "font.cfg:1: font 'Noto Sanz CJK SC' is not installed; did you mean"
wants_no bad; verdict fonts_must_be_there

number() { od -An -tu1 -j"$2" -N4 "$1" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 }'; } # FILE OFFSET
while read -r size wide high pixels rows; do
    try run small.cfg --size "$size" --out "$size" --quiet; wants 0; wants_quiet
    head -4 "$size/charts/gdp.svg" | grep -qF "width=\"${wide}mm\" height=\"${high}mm\"" ||
        problem "$size: $(grep -o 'width="[^"]*" height="[^"]*"' "$size/charts/gdp.svg" | head -1)"
    [ "$(number "$size/charts/gdp.png" 16) $(number "$size/charts/gdp.png" 20)" = "$pixels $rows" ] ||
        problem "$size: $(number "$size/charts/gdp.png" 16) x $(number "$size/charts/gdp.png" 20) pixels"
    for svg in "$size"/charts/*.svg; do
        grep -qF "width=\"${wide}mm\"" "$svg" || problem "$svg is not $wide mm wide"
    done
    verdict "${size}_is_as_large_as_it_says"
done <<'T'
page 156 88 1843 1039
column 76 57 898 673
slide 240 120 2835 1417
T

cat >house.cfg <<'T'
size = "column";
palette: { home = "#AA0011"; target = "#116622"; };
lines: { home = 3.5; };
T
try run small.cfg --theme house.cfg --out one --quiet; wants 0; wants_quiet
try run small.cfg --theme house.cfg --out two --quiet; wants 0
same one two; verdict repeats_byte_for_byte
grep -qF "HOME = '#AA0011'" one/charts/gdp.gp || problem 'no colour in the script'
grep -qF "linecolor rgb HOME linewidth 3.5" one/charts/gdp.gp || problem 'no width in the script'
grep -qiE 'rgb\( ?170, *0, *17\)|#aa0011' one/charts/gdp.svg || problem 'no colour in the svg'
grep -qF 'width="76mm"' one/charts/gdp.svg || problem 'not the size of the theme'
verdict colours_and_sizes_arrive
grep -A1 '"file": "house.cfg"' one/manifest.json | grep -qF "$(sha256sum <house.cfg | cut -d' ' -f1)" ||
    problem "manifest: $(grep -A1 house.cfg one/manifest.json)"
verdict the_manifest_has_its_digest
try run small.cfg --theme house.cfg --size slide --out three --quiet; wants 0
grep -qF 'width="240mm"' three/charts/gdp.svg || problem 'not the size of the command line'
verdict the_command_line_goes_first
