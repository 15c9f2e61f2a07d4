#!/usr/bin/env bash
# Other programs that a report is handed to: missing, failing, one in place of another.
. "$(dirname "$0")/lib"
small_scenario small.cfg
path=$PATH
mkdir -p fakes
try() { # as in lib, but only what the fakes are can be found
    PATH=$scratch/fakes /usr/bin/timeout 60 "$SANBU" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
}
said_once() { [ "$(wc -l <err)" -eq 1 ] || problem "said more than once: $(cat err)"; }
plain=$'report.html\nreport.manifest.json\nreport.xlsx'

# none of pandoc, Chromium, weasyprint: a sentence a format, the rest is written
try report small.cfg --no-charts --quiet --out none; wants 0; wants_quiet; verdict none_is_needed
for lang in en zh; do
    try report small.cfg --no-charts --quiet --lang $lang --format docx --out docx; wants 1; said_once
    [ $lang = zh ] && wants 1 '未找到pandoc，无法生成report.docx；其余结果已写好' ||
        wants 1 'pandoc not found, so no report.docx; the other results are written'
    [ "$(ls docx)" = "$plain" ] || problem "$(ls docx)"
    try report small.cfg --no-charts --quiet --lang $lang --format pdf --out pdf; wants 1; said_once
    [ $lang = zh ] && wants 1 '未找到Chromium或weasyprint，无法生成report.pdf；其余结果已写好' ||
        wants 1 'neither Chromium nor weasyprint found, so no report.pdf; the other results are written'
    [ "$(ls pdf)" = "$plain" ] || problem "$(ls pdf)"
    try report small.cfg --no-charts --quiet --lang $lang --format html,docx,pptx,pdf --out all; wants 1 report.docx report.pptx report.pdf
    [ "$(wc -l <err)" -eq 3 ] && [ "$(ls all)" = "$plain" ] || problem "$(cat err; ls all)"
    no_staging "$scratch"
    verdict "missing_$lang"
done

# each format by its program; a report that lacks one keeps the others
fake pandoc <<<'for word; do case $word in report.*) echo "made" >"$word" ;; esac; done'
try report small.cfg --no-charts --quiet --format docx,pdf --out half; wants 1 report.pdf; said_once
[ "$(ls half)" = $'report.docx\n'"$plain" ] || problem "$(ls half)"; verdict one_of_two
# what an earlier report made is not left beside a report that it does not belong to
rm fakes/pandoc
try report small.cfg --no-charts --quiet --out half; wants 0
[ "$(ls half)" = "$plain" ] || problem "$(ls half)"; verdict none_of_an_earlier_report
# what cannot begin changes nothing
cp -r half before
try report small.cfg --no-charts --format odt --out half; wants 2 odt; same half before
try report nowhere.cfg --no-charts --out half; wants 2 nowhere.cfg; same half before; verdict earlier_results_untouched

# the second program where the first does not do it; its last words where none does
fake chromium <<<'echo "warning: this and that" >&2; echo "fatal: no display" >&2; echo >&2; exit 1'
fake weasyprint <<<'echo "%PDF" >report.pdf'
try report small.cfg --no-charts --quiet --format pdf --out second; wants 0; wants_quiet
[ -s second/report.pdf ] || problem "$(ls second)"; verdict second_program
fake weasyprint <<<'exit 3'
try report small.cfg --no-charts --quiet --format pdf --out neither; wants 1 'report.pdf was not made by chromium: fatal: no display'; said_once
fake chromium <<<'exit 0' # and says that all is well
fake weasyprint <<<'kill -9 $$'
try report small.cfg --no-charts --quiet --format pdf --out neither; wants 1 'report.pdf was not made by chromium'
[ "$(ls neither)" = "$plain" ] || problem "$(ls neither)"; no_staging "$scratch"; verdict neither_does
PATH=$path
