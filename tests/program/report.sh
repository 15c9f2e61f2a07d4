#!/usr/bin/env bash
# sanbu report: one document, whole by itself, in two languages, of whatever scenarios.
. "$(dirname "$0")/lib"
# Eighteen reports, each with its solves, take ten minutes there; test_report* and report_odd.sh run the same code
if is_slow; then
    skip report 'too slow under sanitizers'
    exit 0
fi
cp -r "$root/scenarios" scenarios
base=scenarios/baseline.cfg
all=("$base" scenarios/industry.cfg scenarios/liquor_slump.cfg)

# visible text of a page, a piece a line
words() { sed 's/<style>/\n&/' "$1" | sed '/^<style>/,/<\/style>/d; /<svg /,/<\/svg>/d; s/<[^>]*>/\n/g' | sed '/^[[:space:]]*$/d'; }

# The page: valid where tidy is there, links resolve, ids are unique, nothing is asked of elsewhere
sound() { # FILE
    local found
    if command -v tidy >/dev/null; then
        found=$(tidy -q -e "$1" 2>&1 | head -n 5)
        [ -z "$found" ] || problem "tidy: $found"
    fi
    found=$(grep -o 'id="[^"]*"\|id='"'[^']*'" "$1" | sort | uniq -d | head -n 3)
    [ -z "$found" ] || problem "ids given twice: $found"
    for found in $(grep -oE "href=[\"']#[^\"']*" "$1" | sed "s/.*#//" | sort -u); do
        grep -q "id=[\"']$found[\"']" "$1" || problem "no such place: $found"
    done
    found=$(sed 's|xmlns[:a-z]*="http[^"]*"||g' "$1" | grep -oiE '(src|href|action|data|url)[=(]["'"'"']?(https?:|//|[a-z]+\.)[^ ]*|https?://[^ <]*|@import[^;]*|<script|<link|<img|<iframe|<object' | head -n 3)
    [ -z "$found" ] || problem "asks for $found"
}

try report "${all[@]}" --lang zh --no-charts --out zh; wants 0; wants_quiet
wants_out '第一步（加快追赶）：5项目标预计全部达到。' '3个情景中' 'zh/report.html'
[ "$(ls zh)" = $'report.html\nreport.manifest.json\nreport.xlsx' ] || problem "$(ls zh)"
sound zh/report.html
for text in 一、要点 二、规划指标 三、主要指标测算 四、情景比较 五、可行性 六、假设 七、方法与局限 八、来源与版本 '（一）三步走' 表1 5500左右; do
    grep -qF -- "$text" zh/report.html || problem "without $text"
done
grep -q '<html lang="zh-CN">' zh/report.html || problem 'another language'
! grep -qE '可能性为|抽样误差' zh/report.html || problem 'speaks of chances without draws'
verdict chinese

try report "${all[@]}" --lang en --no-charts --out en; wants 0; wants_quiet
sound en/report.html
# no Chinese but what the plan's own rows say, which scenarios state in one language
words en/report.html | LC_ALL=C grep $'[\xe4-\xe9]' | while read -r text; do grep -rqF -- "\"$text\"" scenarios || echo "$text"; done >chinese
[ ! -s chinese ] || problem "Chinese: $(head -n 3 chinese)"
! grep -qiE 'likel|probab|chance' <(words en/report.html | grep -v 'no promise\|more than chance\|is chance') || problem 'speaks of chances without draws'
verdict english

# the same numbers, without commas; places short are said by a word or by a sign
for lang in zh en; do
    tr '\n' ' ' <$lang/report.html | grep -o '<caption>[^<]*1[^<]*</caption>.*' | sed 's|</table>.*||' | grep -oE '<td class="r">[^<]*</td>' |
        tr -d ',' | grep -oE '[0-9.]+' >$lang.numbers
done
[ "$(wc -l <zh.numbers)" -gt 30 ] || problem "$(wc -l <zh.numbers) numbers"
cmp -s zh.numbers en.numbers || problem "$(diff zh.numbers en.numbers | head -n 5)"; verdict same_numbers

# one scenario, two, with draws and without a word about them
try report "$base" --no-charts --out one; wants 0; sound one/report.html
! grep -q 'id="scenarios"' one/report.html || problem 'a comparison of one scenario'; verdict one_scenario
try report "$base" scenarios/low.cfg --no-charts --draws 200 --out drawn; wants 0; wants_out 'Of 200 draws'; sound drawn/report.html
grep -q 'id="uncertainty"' drawn/report.html && grep -q 'Compared with Baseline, Low lowers' drawn/report.html || problem 'no chances'
verdict draws
try report "$base" scenarios/low.cfg --no-charts --draws 200 --without probability --out undrawn; wants 0
! grep -qE 'id="uncertainty"|Of 200 draws' undrawn/report.html || problem 'a part that was to be left out'; verdict without_probability

# what levers would have to do: no lever alone, one, all together, as solve has it; nothing to do; no levers
words one/report.html >en.words
for text in 'modernization index at least 95 in 2030: no lever alone does within its plausible range; closest is policy for productivity at 0.80%' \
    'all together would do, above all' 'in 2025: policy for productivity alone would do, at 0.69% in that year instead of 0.00%' \
    'all together fall short too, giving 98.4 at best'; do
    grep -qF -- "$text" en.words || problem "without: $text"
done
try solve "$base" --target parity_2030 --out solved --quiet; wants 0
rate=$(awk -F, '$2 ~ /investment_rate$/ && $7 == "together" { printf "%.2f (%+.2f)", $4, $5 }' solved/solve.csv)
[ -n "$rate" ] && grep -qF "<td class=\"r\">$rate</td>" one/report.html || problem "no $rate, as solve has it"
verdict levers
echo 'base = "scenarios/baseline.cfg"; remove = ("levers");' >bare.cfg
try report bare.cfg --no-charts --lang zh --quiet --out bare; wants 0; wants_quiet
words bare/report.html >said; grep -qxF '情景未列出政策变量，未测算其需要调整的程度。' said || problem 'levers out of nothing'; verdict without_levers
small_scenario small.cfg; sed -i 's/4000.0/1000.0/' small.cfg
try report small.cfg --no-charts --lang zh --quiet --out met; wants 0; wants_quiet; sound met/report.html
words met/report.html >said; grep -qxF '没有未达到的目标，各项政策变量无需调整。' said || problem 'something to do'; verdict nothing_to_do
# words by sign, by count and by what there is
says() { for text in "${@:2}"; do grep -qF -- "$text" "$1" || problem "without $text"; done; }
silent() { for text in "${@:2}"; do ! grep -qF -- "$text" "$1" || problem "says $text"; done; }
cat >decline.cfg <<'END'
base = "scenarios/baseline.cfg"; title_zh = "收缩"; remove = ("targets.income_2025", "targets.west_average_2035");
regions: { zunyi: { population: { net_migration = -0.7; fertility_rate = 0.9; }; urbanization: { policy = -8.0; };
  production: { tfp_boost = -4.5; investment_rate = 15.0; catch_up = 0.0; base_gap = 0.0; };
  sectors: { liquor: { price_premium = -6.0; fixed_growth = -4.0; }; }; }; };
END
try report decline.cfg --lang zh --no-charts --out decline; wants 0
says decline/report.html '4项目标均难以达到' '的78.4%下降到2035年的' '期内始终未超过全国' '储蓄超过投资，净流出' '净流入的合理区间为-10%～15%。'
silent decline/report.html '净流入-' '增长-' '提高-' '预计可以达到。'; verdict decline

cat >easy.cfg <<'END'
base = "scenarios/baseline.cfg"; title_zh = "易"; remove = ("targets.gap_2025", "targets.guiyang_2035", "targets.gdp_real_2025");
targets: { gdp_2025: { at_least = 5550.0; }; urbanization_2025: { at_least = 62.5; }; parity_2030: { at_least = 89.0; };
  equal_2030: { at_least = 88.0; }; surpass_2035: { above = 90.0; }; west_first_2035: { at_most = 6.0; }; top50_2035: { at_most = 62.0; }; };
END
try report easy.cfg --lang zh --no-charts --out easy; wants 0
says easy/report.html '5项目标预计全部达到，其中2项为基本达到。' '各项目标均预计达到或基本达到。' '>62.5左右<' '超1位' '至2025年年均增长1.0%，合理区间为-1%～0.5%。'
silent easy/report.html '难以达到' '62.50'; verdict all_met

cat >own.cfg <<'END'
title = "River"; title_zh = "河滨"; home = "river"; horizon: { start = 2020; end = 2035; };
regions: { river: { name = "River"; name_zh = "河滨市"; model = "growth";
  population: { method = "rates"; total = 312.4; previous = 314.0; growth = -0.5; working_age_share = 64.0; };
  labour: { employment_rate = 75.0; }; production: { capital_output_ratio = 3.6; investment_rate = 44.0; };
  sectors: { farms: { name_zh = "农业"; group = "primary"; value_added = 210.0; capital_share = 0.20; depreciation = 5.0; employment_share = 34.0; tfp_growth = 1.35; price_growth = 2.0; };
             shops: { name_zh = "服务业"; group = "tertiary"; value_added = 690.0; capital_share = 0.45; depreciation = 5.0; employment_share = 66.0; tfp_growth = 1.35; price_growth = 1.5; }; };
  urbanization: { share = 51.2; since = (2010, 40.1); }; }; };
targets: { head_2030: { indicator = "gdp_per_capita"; year = 2030; at_least = 88000.0; }; };
END
try report own.cfg --lang zh --out own; wants 0
says own/report.html '未设参照组，未达到的目标没有历史记录可作对照。' '按给定的增长率逐年推算' '图2　人均地区生产总值<'
# what a setting means may name a benchmark; nothing else does
sed '/<section id="assumptions"/,/<\/section>/d' own/report.html >own/said
silent own/said 全国 对标 比较城市 现代化指数 分步目标 该步 单岁年龄 相互矛盾; verdict a_region_alone

cat >spring.csv <<'END'
region,indicator,unit,year,value
zunyi,gdp,yi yuan,2021,4050
END
echo 'base = "scenarios/baseline.cfg"; outturn = "spring.csv";' >spring.cfg
try report spring.cfg --lang zh --no-charts --out spring; wants 0
says spring/report.html '实际值与测算值</caption>' '>-1.4%<' '偏差为实际值减测算值'; verdict outturns

# nothing is injected
cat >odd.cfg <<'END'
base = "scenarios/baseline.cfg";
title = "<script>alert(1)</script> & \"A_B\"";  title_zh = "<b>甲</b> & 'A_B'";
targets: { gdp_2025: { name = "<i>x</i> & y"; name_zh = "<i>x</i> & y"; }; };
END
try report odd.cfg --no-charts --out odd --stamp '<img src=x onerror=alert(1)>&"'; wants 0; sound odd/report.html
grep -qF '<p class="stamp">&lt;img src=x onerror=alert(1)&gt;&amp;&quot;</p>' odd/report.html || problem 'the stamp'
grep -qF '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;A_B&quot;' odd/report.html || problem 'the title'
! grep -qE '<(script|b|i|img)[ >]' odd/report.html || problem 'markup came through'; verdict nothing_injected

# the same bytes, whatever the place and time
(TZ=Asia/Shanghai LC_ALL=POSIX try report "${all[@]}" --lang zh --no-charts --quiet --out zh2)
grep -v '<p>命令：' zh/report.html >a; grep -v '<p>命令：' zh2/report.html >b
cmp -s a b || problem 'other bytes'; verdict same_bytes

# a report of every shipped scenario in both languages
shipped=$(ls scenarios/*.cfg | grep -v reference)
for lang in en zh; do
    for file in $shipped; do
        try report "$file" --no-charts --quiet --lang $lang --out "each/$lang"; wants 0; wants_quiet; sound "each/$lang/report.html"
        ! words "each/$lang/report.html" | grep -qE '\{\}|\(null\)|\bnan\b|\binf\b|-0\.0[^0-9]' || problem "$file: a hole"
    done
done
verdict shipped

# mistakes
try report; wants 2 "'report' needs a scenario file"; verdict no_scenario
try report "$base" --without nothing --out x; wants 2 "no part 'nothing' to leave out"; wants_no x; verdict unknown_part
try report "$base" --draws none --out x; wants 2 "option '--draws' is 'none'"; wants_no x; verdict bad_draws
try report "$base" nowhere.cfg --out x; wants 2 nowhere.cfg; wants_no x; verdict missing_scenario

# with charts, where they can be drawn
if command -v gnuplot >/dev/null; then
    try report "$base" scenarios/low.cfg --lang zh --quiet --out drawn; wants 0; wants_quiet; sound drawn/report.html
    [ "$(grep -c '<svg aria-label="[^"]\{20,\}"' drawn/report.html)" -ge 15 ] || problem "$(grep -c '<svg ' drawn/report.html) charts"
    grep -q '<figcaption>图1　' drawn/report.html || problem 'no caption'
    verdict charts
else
    skip charts 'no gnuplot'
fi

# other formats: a sentence where the converter is missing, the rest written; what pandoc made can be read by pandoc
fake pandoc <<'END'
exit 9
END
PATH="$scratch/fakes:$PATH" try report "$base" --no-charts --quiet --format docx --out broken
wants 1 'report.docx was not made by pandoc'; [ -s broken/report.html ] || problem 'no report.html'; wants_no broken/report.docx broken/source.html
verdict converter_fails
try report "$base" --format odt --out x; wants 2 "format 'odt'; there are: html, docx, pptx, pdf"; wants_no x; verdict unknown_format
if command -v pandoc >/dev/null; then
    try report odd.cfg scenarios/low.cfg --no-charts --quiet --lang zh --format docx,pptx --out docs --stamp '征求意见稿<b>'; wants 0; wants_quiet
    [ "$(ls docs)" = $'report.docx\nreport.html\nreport.manifest.json\nreport.pptx\nreport.xlsx' ] || problem "$(ls docs)"
    pandoc -t plain docs/report.docx >plain; grep -q '征求意见稿<b>' plain && grep -q '一、要点' plain || problem "$(head -n 5 plain)"
    verdict documents
else
    skip documents 'no pandoc'
fi
