#!/usr/bin/env bash
# The report in Word: page, type, captions and heads as official documents have them, read from the XML.
. "$(dirname "$0")/lib"
cp -r "$root/scenarios" scenarios
if ! command -v pandoc >/dev/null || ! command -v unzip >/dev/null; then
    skip docx 'no pandoc or no unzip'
    exit 0
fi
command -v gnuplot >/dev/null || { skip docx 'no gnuplot'; exit 0; }
limit=300
try report scenarios/low.cfg --lang zh --quiet --format docx --out zh --stamp '征求意见稿'; wants 0; wants_quiet
mkdir x && (cd x && unzip -q ../zh/report.docx) || problem 'no archive'
sed 's/<w:\(p\|tbl\|tr\|style\|sectPr\)[ >]/\n&/g' x/word/document.xml >document
tr '\n' ' ' <x/word/styles.xml | sed 's/<w:style /\n&/g' >styles
verdict made

# millimetres as twentieths of a point
for mark in 'w:w="11906"' 'w:h="16838"' 'w:top="2098"' 'w:bottom="1984"' 'w:left="1587"' 'w:right="1474"'; do
    grep '<w:sectPr' document | grep -q "$mark" || problem "the page without $mark"
done
verdict page_and_margins

style() { # ID FONT HALF_POINTS: East Asian font, size, Latin font
    local found
    found=$(grep "w:styleId=\"$1\"" styles)
    for mark in "w:eastAsia=\"$2\"" "<w:sz w:val=\"$3\"" 'w:ascii="Times New Roman"' 'w:hAnsi="Times New Roman"'; do
        [[ $found == *"$mark"* ]] || problem "$1 without $mark"
    done
}
style Title 方正小标宋简体 44
style Heading1 黑体 32
style Heading2 楷体 32
style BodyText 仿宋 32
style Compact 宋体 21
style TableCaption 黑体 24
style ImageCaption 黑体 24
head -n 1 styles | grep -q 'w:eastAsia="仿宋".*<w:sz w:val="32"' || problem 'items of lists are not as the body'
verdict type

# every table has its caption above, every figure below, numbered in turn; heads are repeated
grep -A1 'w:pStyle w:val="TableCaption"' document | grep -c '<w:tbl>' >tables
[ "$(cat tables)" -ge 8 ] && [ "$(cat tables)" -eq "$(grep -c '^<w:tbl>' document)" ] || problem "$(cat tables) tables of $(grep -c '^<w:tbl>' document) have a caption"
grep -A1 '<w:drawing>' document | grep -c 'w:pStyle w:val="ImageCaption"' >figures
[ "$(cat figures)" -ge 8 ] && [ "$(cat figures)" -eq "$(grep -c '<w:drawing>' document)" ] || problem "$(cat figures) figures have a caption"
for kind in 表:TableCaption 图:ImageCaption; do
    grep "w:pStyle w:val=\"${kind#*:}\"" document | grep -o "${kind%:*}[0-9]*　" | tr -dc '0-9\n' >numbers
    [ "$(cat numbers)" = "$(seq "$(wc -l <numbers)")" ] || problem "${kind%:*}: $(xargs <numbers)"
done
verdict captions
grep -A1 '^<w:tbl>' document | grep '^<w:tr' | grep -c 'w:tblHeader' >heads
[ "$(cat heads)" -eq "$(cat tables)" ] || problem "$(cat heads) of $(cat tables) tables repeat their head"
grep -q 'w:val="Compact" */><w:jc w:val="right"' document || problem 'numbers are not on the right'
verdict heads_are_repeated

# a share of the page for every column, all of it; none too narrow for its longest number
grep -o '<w:tblGrid>.*</w:tblGrid>' x/word/document.xml | sed 's|</w:tblGrid>|\n|g' | grep gridCol | while read -r grid; do
    grep -o 'w:w="[0-9]*"' <<<"$grid" | tr -dc '0-9\n' | awk '{ s += $1; if ($1 < 300) narrow = 1 } END { if (narrow || s < 7000) print s, narrow }'
done >odd
[ ! -s odd ] || problem "columns: $(head -n 3 odd)"
verdict columns
