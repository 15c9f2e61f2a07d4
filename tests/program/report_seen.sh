#!/usr/bin/env bash
# A report with all its charts as it is seen: in a browser at a desk and on a phone, as PDF, and no character without a glyph.
. "$(dirname "$0")/lib"
cp -r "$root/scenarios" scenarios
for tool in gnuplot fc-query fc-match; do
    command -v $tool >/dev/null || { skip seen "no $tool"; exit 0; }
done
font='Noto Sans CJK SC'
case $(fc-match -f '%{family}' "$font") in "$font"*) ;; *) skip seen "no $font"; exit 0 ;; esac
limit=300
formats=html
! command -v chromium >/dev/null || formats=html,pdf
for lang in zh en; do
    try report scenarios/baseline.cfg scenarios/low.cfg --draws 200 --seed 1 --lang $lang --emf --quiet --format $formats --out $lang
    wants 0; wants_quiet
    [ "$(grep -c '<svg ' $lang/report.html)" -ge 20 ] || problem "$lang: $(grep -c '<svg ' $lang/report.html) charts"
done
verdict made

# ---- glyphs

# Characters that are shown, each once: of a page, of a chart
shown() { tr '\n' ' ' <"$1" | sed 's|<style>.*</style>| |; s|<title>[^<]*</title>| |g; s|<desc>[^<]*</desc>| |g; s|<[^>]*>| |g' | grep -oP '[^\x00-\x7F\x{3000}]' | sort -u; }
# Those of stdin for which the font file has no glyph
without_glyph() { # FILE INDEX
    local ranges c
    ranges=$(fc-query -i "$2" --format '%{charset}' "$1")
    while read -r c; do printf '%x %s\n' "'$c" "$c"; done |
        awk -v ranges="$ranges" '
            function number(hex,  i, n) { for (i = 1; i <= length(hex); i++) n = 16 * n + index("0123456789abcdef", substr(hex, i, 1)) - 1; return n }
            BEGIN { count = split(ranges, range, " "); for (i = 1; i <= count; i++) { split(range[i], end, "-"); low[i] = number(end[1]); high[i] = end[2] == "" ? low[i] : number(end[2]) } }
            { code = number($1); for (i = 1; i <= count; i++) if (code >= low[i] && code <= high[i]) next; print $2 }'
}
lacking() { without_glyph "$(fc-match -f '%{file}' "$1")" "$(fc-match -f '%{index}' "$1")" | xargs; }

# that the check can fail: a character that no font has, a font without Chinese
[ "$(printf '亿\n\ue0ff\n→\n' | lacking "$font")" = $'\ue0ff' ] || problem "$(printf '亿\n\ue0ff\n→\n' | lacking "$font")"
latin=$(fc-list ':family=DejaVu Sans:style=Book' family | head -n 1)
[ -z "$latin" ] || [ "$(printf '亿\né\n' | lacking 'DejaVu Sans')" = 亿 ] || problem "DejaVu: $(printf '亿\né\n' | lacking 'DejaVu Sans')"
verdict a_missing_glyph_is_found
for lang in zh en; do
    found=$(shown $lang/report.html | lacking "$font"); [ -z "$found" ] || problem "$lang page: $found"
    found=$(cat $lang/charts/*.svg >svgs; shown svgs | lacking "$font"); [ -z "$found" ] || problem "$lang charts: $found"
done
[ "$(shown zh/report.html | wc -l)" -gt 300 ] || problem "$(shown zh/report.html | wc -l) characters"
found=$(sed 's|/\*.*\*/||' "$root"/sim/base/words/*.def | grep -oP '[^\x00-\x7F\x{3000}]' | sort -u | lacking "$font")
[ -z "$found" ] || problem "words: $found"
verdict glyphs
# what is drawn as pixels and for office programs is asked for in that font; the latter has the characters of the former
for lang in zh en; do
    for chart in $lang/charts/*.gp; do
        grep -qF "FONT = '$font'" "$chart" || problem "$chart: another font"
        emf=${chart%.gp}.emf
        [ -s "$emf" ] || { problem "no $emf"; continue; }
        iconv -f UTF-16LE -t UTF-8 -c "$emf" 2>/dev/null | tr -d '\0' >even
        tail -c +3 "$emf" | iconv -f UTF-16LE -t UTF-8 -c 2>/dev/null | tr -d '\0' >odd
        grep -qaF "$font" even odd || problem "$emf: another font"
        found=$(comm -23 <(shown "${chart%.gp}.svg") <(grep -ahoP '[^\x00-\x7F]' even odd | sort -u) | xargs)
        [ -z "$found" ] || problem "$emf without $found"
    done
done
verdict pictures

# ---- in a browser
if ! command -v chromium >/dev/null; then
    skip browser 'no chromium'
    exit 0
fi
# What sticks out of the page, links that lead nowhere, what was fetched
cat >look.js <<'END'
var wide = innerWidth;
document.querySelectorAll('body *').forEach(function (e) {
    var scroll = e.closest('.scroll'), svg = e.closest('svg'), r = e.getBoundingClientRect();
    if ((scroll && scroll !== e) || (svg && svg !== e) || !r.width) return;
    if (r.right > wide + 1 || r.left < -1) said.push(e.tagName + ' ' + e.className + ' to ' + Math.round(r.right));
});
document.querySelectorAll('svg text').forEach(function (e) {
    var r = e.getBoundingClientRect(), s = e.closest('svg').getBoundingClientRect();
    if (r.right > s.right + 2 || r.left < s.left - 2) said.push('in a chart: ' + e.textContent);
});
document.querySelectorAll('a').forEach(function (e) {
    if (!document.getElementById(decodeURIComponent(e.hash.slice(1)))) said.push('nowhere: ' + e.href);
});
parent.postMessage('seen ' + wide + ' ' + said.slice(0, 4).join('; ') + '.', '*');
END
# In a frame of that width, since no window is as narrow as a phone. Whatever the page would fetch is refused and told.
refuse='<meta http-equiv="Content-Security-Policy" content="default-src '"'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"'">'
refuse+='<script>var said = []; addEventListener("securitypolicyviolation", function (e) { said.push("fetched " + e.blockedURI); })</script>'
look() { # FILE WIDTH: what the browser says of it
    { sed "s|<head>|<head>$refuse|; s|</body>.*||" "$1"; echo '<script>addEventListener("load", function () {'; cat look.js; echo '})</script></body></html>'; } >looked.html
    echo '<script>addEventListener("message", function (e) { document.title = e.data; })</script>' \
        "<iframe src=\"looked.html\" width=\"$2\" height=\"900\" frameborder=\"0\"></iframe>" >frame.html
    timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1400,1000 --virtual-time-budget=20000 \
        --dump-dom "file://$PWD/frame.html" 2>/dev/null | grep -o '<title>seen [^<]*' | sed 's/<title>//'
}
for lang in zh en; do
    for width in 1280 390; do
        found=$(look $lang/report.html $width)
        [ "$found" = "seen $width ." ] || problem "$lang at $width: ${found:-no answer}"
    done
done
verdict browser
# that it can fail
sed 's|<main>|<main><p style="width:2000px">x</p><a href="#none">y</a><img src="en/charts/gdp.png" alt="">|' zh/report.html >broken.html
found=$(look broken.html 390)
for text in 'P  to 20' 'nowhere: ' 'fetched '; do [[ $found == *"$text"* ]] || problem "without $text: $found"; done
verdict the_browser_finds_mistakes

# ---- as PDF: every character of the page can be read back, every font is inside
if ! command -v pdftotext >/dev/null; then
    skip pdf 'no pdftotext'
    exit 0
fi
for lang in zh en; do
    [ -s $lang/report.pdf ] || { problem "no $lang/report.pdf"; continue; }
    pdftotext $lang/report.pdf text
    found=$(comm -23 <(shown $lang/report.html) <(grep -oP '[^\x00-\x7F]' text | sort -u) | xargs)
    [ -z "$found" ] || problem "$lang: not in the PDF: $found"
    ! grep -q $'\ufffd' text || problem "$lang: characters that are none"
    pdffonts $lang/report.pdf | tail -n +3 | grep -v ' yes *\(yes\|no\) *yes ' >bad
    [ ! -s bad ] || problem "$lang: $(head -n 3 bad)"
    pages=$(pdfinfo $lang/report.pdf | sed -n 's/^Pages: *//p')
    for ((i = 1; i <= pages; i++)); do
        [ "$(pdftotext -f $i -l $i $lang/report.pdf - | tr -d '[:space:]' | wc -m)" -gt 40 ] || problem "$lang: page $i of $pages is all but empty"
    done
done
verdict pdf
