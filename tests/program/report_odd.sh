#!/usr/bin/env bash
# Reports of odd scenarios: titles that look like markup or formulas, titles without end, no targets, no results to show.
. "$(dirname "$0")/lib"
limit=300
small_scenario small.cfg
long=$(printf '很长的标题%.0s' {1..60})
cat >odd.cfg <<'END'
base = "small.cfg"; title = "=A0|'/C'!<b>&_\"x\"`id`"; title_zh = "=1+1<script>&'A_B'{/x}\\\\";
steps: { one: { from = 2021; to = 2023; title = "<i>&_^"; title_zh = "<i>步</i>&_^"; }; };
targets: { larger: { name = "@SUM(1) <i>x</i> & y"; name_zh = "@SUM(1) <i>甲</i> & 乙"; step = "one"; }; };
END
printf 'base = "small.cfg"; title = "%s"; title_zh = "%s";\n' "$long" "$long" >long.cfg
printf 'base = "%s/tests/reference/city_and_nation.cfg"; title = "Bare"; horizon: { end = 2023; };\n' "$root" >bare.cfg
formats=html; command -v pandoc >/dev/null && formats=html,docx,pptx

marked() { grep -oE '<(script|b|i|img)[ />]' "$1" | head -n 2; }
for lang in zh en; do
    try report odd.cfg --lang $lang --quiet --emf --format $formats --stamp '=<img src=x onerror=alert(1)>&"_' --out odd_$lang
    wants 0; wants_quiet
    [ -z "$(marked odd_$lang/report.html)" ] || problem "markup in the page: $(marked odd_$lang/report.html)"
    for chart in odd_$lang/charts/*.svg; do
        [ -e "$chart" ] || continue
        [ -z "$(marked "$chart")" ] || problem "$chart: $(marked "$chart")"
        ! command -v xmllint >/dev/null || xmllint --noout "$chart" 2>/dev/null || problem "$chart is no XML"
    done
    ! command -v tidy >/dev/null || [ -z "$(tidy -q -e odd_$lang/report.html 2>&1)" ] || problem "$(tidy -q -e odd_$lang/report.html 2>&1 | head -n 3)"
done
grep -qF '=1+1&lt;script&gt;&amp;&#39;A_B&#39;{/x}\' odd_zh/report.html || problem 'the title is not as given'
verdict page_and_charts

if command -v unzip >/dev/null; then
    for lang in zh en; do
        for file in odd_$lang/report.*x; do
            rm -rf parts && mkdir parts && (cd parts && unzip -q "../$file")
            find parts -name '*.xml' -o -name '*.rels' >names
            while read -r part; do
                [ -z "$(marked "$part" | grep script)" ] || problem "$file: markup in $part"
                ! command -v xmllint >/dev/null || xmllint --noout "$part" 2>/dev/null || problem "$file: $part is no XML"
            done <names
            ! grep -rlq 'TargetMode="External"' parts || problem "$file asks for something elsewhere"
            case $file in
            *.xlsx) ! grep -rqE '<f[ >]' parts/xl/worksheets || problem "$file: a formula"
                grep -qF "$([ $lang = zh ] && echo '=1+1&lt;script&gt;' || echo "=A0|'/C'!&lt;b&gt;")" parts/xl/sharedStrings.xml || problem "$file: the title is not as given" ;;
            *.docx) grep -qF '=&lt;img src=x onerror=alert(1)&gt;&amp;&quot;_' parts/word/document.xml || problem "$file: the stamp" ;;
            *.pptx) cat parts/ppt/slides/slide*.xml >slides; grep -qF '=&lt;img src=x onerror=alert(1)&gt;&amp;&quot;_' slides || problem "$file: the stamp" ;;
            esac
        done
    done
    verdict office_files
else
    skip office_files 'no unzip'
fi

# titles without end, alone and beside others
try report long.cfg small.cfg --lang zh --quiet --format $formats --out long; wants 0; wants_quiet
[ "$(grep -c '<svg ' long/report.html)" -ge 5 ] || ! command -v gnuplot >/dev/null || problem "$(grep -c '<svg ' long/report.html) charts"
verdict long_title

# no targets: a sentence says so, and parts that would be empty are left out
try report bare.cfg --lang zh --no-charts --quiet --format $formats --out bare; wants 0; wants_quiet
grep -qF 情景中未设定目标。 bare/report.html || problem 'no word about targets'
! grep -qE 'id="(feasibility|scenarios)"' bare/report.html || problem 'a part with nothing in it'
! grep -qE '\{\}|\(null\)|>nan<|>inf<' bare/report.html || problem 'a hole'
verdict without_targets

# what cannot be read leaves no report
echo 'base = "small.cfg"; targets: { larger: { indicator = "gpd"; }; };' >wrong.cfg
try report small.cfg wrong.cfg --no-charts --out wrong; wants 2 'wrong.cfg:1' "'gdp'"; wants_no wrong; verdict wrong_scenario
