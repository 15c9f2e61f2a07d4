#!/usr/bin/env bash
# Bad input of every kind: status 2 and a line that says where, what, and what would be right; nothing is written.
. "$(dirname "$0")/lib"
reference=$root/tests/reference/city_and_nation.cfg
cp -r "$root/scenarios" scenarios

# refuses NAME PLACE SENTENCE: the scenario on stdin, which inherits from the reference case, is refused with that
# line; PLACE is a number of file.cfg's lines (its own begin with the second) or the whole of what stands before it.
refuses() {
    local place=$2 odd
    { echo "base = \"$reference\";"; cat; } >file.cfg
    case $place in *[!0-9]*) ;; *) place=file.cfg:$place: ;; esac
    try run file.cfg --no-charts --quiet --out results
    wants 2 "$place $3" 'nothing was run'
    odd=$(grep -vE '^[^ ]+\.(cfg|csv)(:[0-9]+)?: [^ ]|^[0-9]+ errors?, nothing was run$' err | head -n 2)
    [ -z "$odd" ] || problem "a line without its place: $odd"
    wants_no results
    verdict "$1"
}
zunyi() { refuses "$1" "$2" "$3" <<<"regions: { zunyi: { $4 }; };"; }
target() { refuses "$1" 2 "$2" <<<"targets: { mine: { $3 }; };"; }

# keys and types
refuses unknown_key 2 "unknown setting 'hom'; did you mean 'home'?" <<<'hom = "zunyi";'
zunyi unknown_key_below 2 "unknown setting 'employment_rat'; did you mean 'employment_rate'?" 'labour: { employment_rat = 70.0; };'
zunyi missing_key "$reference:72:" "missing setting 'regions.zunyi.population.growth' (" 'remove = ("population.growth");'
zunyi text_for_number 2 "'employment_rate' must be a number, got \"many\"" 'labour: { employment_rate = "many"; };'
zunyi flag_for_number 2 "'employment_rate' must be a number or a list of (year, value), got true" 'labour: { employment_rate = true; };'
zunyi number_for_group 2 "'labour' must be a group, { ... }, got 3" 'labour = 3;'
refuses number_for_text 2 "'home' must be a text in quotes, got 3" <<<'home = 3;'
refuses unknown_choice 2 "'language' must be one of \"en\", \"zh\", got \"de\"" <<<'language = "de";'
zunyi duplicate 2 "'mobility' given twice, first on line 2" 'labour: { mobility = 0.03; mobility = 0.04; };'

# numbers
zunyi out_of_range 2 "'employment_rate' is 150; must be from 30 to 100 percent" 'labour: { employment_rate = 150.0; };'
zunyi wrong_unit 2 "'employment_rate' is in percent, cannot take 亿元" 'labour: { employment_rate = "70 亿元"; };'
zunyi whole_number_too_large 2 '99999999999 is past 2147483647; write it as a string' 'labour: { employment_rate = 99999999999; };'
refuses seed_too_large 2 '4294967296 is past 2147483647; write it as a string' <<<'seed = 4294967296;'
zunyi infinite 2 '1e999 is too large for a number' 'labour: { employment_rate = 1e999; };'
zunyi infinite_with_unit 2 "'employment_rate' must be" 'labour: { employment_rate = "1e999 %"; };'
zunyi nan 2 'syntax error' 'labour: { employment_rate = nan; };'
zunyi nan_in_quotes 2 "'employment_rate' must be a number, got \"nan\"" 'labour: { employment_rate = "nan"; };'

# paths over the years
zunyi years_backwards 2 "'mobility': the years of a path must rise; 2019 does not" 'labour: { mobility = ((2020, 0.03), (2019, 0.04)); };'
zunyi years_equal 2 "'mobility': the years of a path must rise; 2020 does not" 'labour: { mobility = ((2020, 0.03), (2020, 0.04)); };'
zunyi year_in_parts 2 "'mobility' must be a year, a whole number of four digits, got 2020.5" 'labour: { mobility = ((2020.5, 0.03)); };'
zunyi point_without_value 2 "'mobility' must be (year, value) at each point of its path, got (2021)" 'labour: { mobility = ((2020, 0.03), (2021)); };'
zunyi path_without_points 2 "'mobility' must be a number or a list of (year, value), got ()" 'labour: { mobility = (); };'

# what must hold together
zunyi shares_sum "$reference:103:" 'regions.zunyi.sectors.*.employment_share add to 66 %, not 100' 'sectors: { services: { employment_share = 10.0; }; };'
zunyi share_above_ceiling 2 'zunyi: the urban share must be below its ceiling' 'urbanization: { share = 96.0; };'
zunyi capacity_too_small 2 'liquor: capacity in the base year is below value_added' 'sectors: { liquor: { capacity = 5.0; }; };'
zunyi two_of_one 2 "'difference' and 'since' exclude one another" 'urbanization: { since = (2010, 35.0); };'
refuses weights_sum 2 'the weights add to 1.2, not 1' <<<'modernization: { weights: { gdp_per_capita = 0.9; urbanization = 0.3; }; };'
refuses benchmark_group "$reference:99:" 'the benchmark china has no sector of group primary: agriculture needs price_growth' \
    <<<'regions: { china: { remove = ("sectors.primary"); sectors: { secondary: { employment_share = 52.3; }; }; }; };'
refuses unknown_home 2 "no 'guiyang'; there are: china, zunyi" <<<'home = "guiyang";'
refuses unknown_benchmark 2 "no 'usa'; there are: china, zunyi" <<<'benchmark = "usa";'
refuses horizon_backwards 2 'the horizon must be 1 to 200 years long' <<<'horizon: { end = 2019; };'
refuses horizon_too_long 2 'the horizon must be 1 to 200 years long' <<<'horizon: { end = 2500; };'

# targets, levers
target unknown_region "no 'chengdu'; there are: china, zunyi" 'region = "chengdu"; indicator = "gdp"; year = 2025; at_least = 1.0;'
target unknown_indicator "no indicator 'gdpp'; did you mean 'gdp'?" 'indicator = "gdpp"; year = 2025; at_least = 1.0;'
target year_outside '2036 is outside 2020-2035' 'indicator = "gdp"; year = 2036; at_least = 1.0;'
target no_relation "'mine' says nothing of what is wanted" 'indicator = "gdp"; year = 2025;'
target bound_of_another_unit "'at_least' is in yi yuan, cannot take %" 'indicator = "gdp"; year = 2025; at_least = "80 %";'
target unknown_step "no step 'first': this scenario has no steps" 'step = "first"; indicator = "gdp"; year = 2025; at_least = 1.0;'
refuses unknown_lever 2 "'regions.zunyi.nothing' names no number of this scenario" <<<'levers: ( { key = "regions.zunyi.nothing"; low = 0.0; high = 1.0; } );'

# files of scenarios
refuses include 2 '@include is not read here; use base = "file.cfg"' <<<'@include "other.cfg"'
refuses open_quote 2 'the quotation mark that opens here is never closed' <<<$'home = "zunyi;\n'
refuses no_value 2 'syntax error here or just before' <<<'home = ;'
refuses gb18030 2 'not UTF-8; save it as UTF-8 text' < <(printf 'title = "\xd6\xd0";\n')
refuses escaped_byte 2 'a text holds an escaped character that is not UTF-8 or cannot be shown' <<<'title = "a\xffb";'
refuses escaped_control 2 'a text holds an escaped character that is not UTF-8 or cannot be shown' <<<'title = "a\x1b[1mb";'
refuses nul_byte 2 'holds NUL bytes' < <(printf 'title = "a\0b";\n')
refuses nothing_to_remove 2 "no base brought 'targets.gone', so it cannot be removed" <<<'remove = ("targets.gone");'
unreadable() { # NAME FILE SENTENCE: in place of a scenario, and as a base of one
    try check "$2"; wants 2 "$3"
    echo "base = \"$2\";" >inherits.cfg
    try check inherits.cfg; wants 2 "$3" 'nothing was run'
    verdict "$1"
}
: >empty.cfg
truncate -s 70M huge.cfg
echo 'base = "two.cfg";' >one.cfg; echo 'base = "one.cfg";' >two.cfg; echo 'base = "self.cfg";' >self.cfg
mkfifo pipe
unreadable missing_file gone.cfg "no file 'gone.cfg'"
unreadable folder scenarios "'scenarios' is a folder; name a file in it"
unreadable binary "$SANBU" "$SANBU:1: holds NUL bytes"
unreadable device /dev/zero "'/dev/zero' is not an ordinary file"
unreadable pipe pipe "'pipe' is not an ordinary file"
unreadable huge_file huge.cfg "'huge.cfg' is larger than 64 MiB"
unreadable empty_file empty.cfg "missing setting 'home'"
unreadable loop one.cfg 'base files form a loop: one.cfg -> two.cfg -> one.cfg'
unreadable loop_of_one self.cfg 'base files form a loop: self.cfg -> self.cfg'

# --set
while IFS='|' read -r name set sentence; do
    try check "$reference" --set "$set"; wants 2 "$sentence"; verdict "set_$name"
done <<'END'
without_value|home|--set home: a value is missing; write --set KEY=VALUE
unknown_key|regions.zunyi.production.cach_up=1|unknown setting 'cach_up'; did you mean 'catch_up'?
empty_key|=1|not the name of a setting; write it as regions.zunyi.labour.mobility
empty_value|home=|--set home: 
torn_value|regions.zunyi.labour.mobility=((2020|syntax error
too_large|horizon.end=99999999999|99999999999 is past 2147483647
out_of_range|regions.zunyi.labour.mobility=7|--set regions.zunyi.labour.mobility: 'mobility' is 7; must be from 0 to 1
END

# an observed series: table NAME PLACE SENTENCE, its rows on stdin
table() {
    { echo 'region,indicator,unit,year,value,vintage,source'; cat; } >series.csv
    refuses "$@" <<<'observed: ( { region = "zunyi"; indicator = "gdp"; file = "series.csv"; from = 2018; to = 2020; } );'
}
row() { printf 'zunyi,gdp,yi yuan,%s,%s,first,a book\n' "$1" "$2"; }
table csv_gap 2 'zunyi gdp: no value for 2019' < <(row 2018 3000; row 2020 3720)
table csv_wrong_unit series.csv:2: "'gdp' is in yi yuan, the table has it in 'wan'" < <(row 2018 3000 | sed 's/yi yuan/wan/'; row 2019 3400; row 2020 3720)
table csv_ragged series.csv:3: 'row 3 has 6 fields, header has 7' < <(row 2018 3000; echo 'zunyi,gdp,yi yuan,2019,3400,first')
table csv_text_for_number series.csv:2: "column 'value', row 2: not a number: 'many'" < <(row 2018 many)
table csv_nan series.csv:2: "column 'value', row 2: not a number: 'nan'" < <(row 2018 nan)
table csv_infinite series.csv:2: "column 'value', row 2: not a number: '1e999'" < <(row 2018 1e999)
table csv_year_in_parts series.csv:2: "'year' must be a year" < <(row 2018.5 3000)
table csv_twice series.csv:5: "'gdp' has two values for 2020" < <(row 2018 3000; row 2019 3400; row 2020 3720; row 2020 3721)
table csv_gb18030 series.csv:2: 'not UTF-8; save it as "CSV UTF-8"' < <(row 2018 $'\xd6\xd0')
table csv_open_quote series.csv:2: 'the quotation mark that opens here is never closed' < <(row 2018 '"3000')
table csv_no_rows series.csv:2: 'the table has no rows under its header' </dev/null
observed='observed: ( { region = "zunyi"; indicator = "gdp"; file = "series.csv"; } );'
printf 'a;b\n1;2\n' >series.csv; refuses csv_other_columns series.csv: "no column 'region'; there are: a;b" <<<"$observed"
: >series.csv; refuses csv_empty series.csv:1: 'no table: the first line that is no comment must name the columns' <<<"$observed"
truncate -s 70M series.csv; refuses csv_huge 2 "'series.csv' is larger than 64 MiB" <<<"$observed"
rm series.csv; refuses csv_missing 2 "no file 'series.csv' (named in file.cfg)" <<<"$observed"
mkdir series.csv; refuses csv_folder 2 "'series.csv' is a folder; name a file in it" <<<"$observed"

# the shipped tables, spoilt; their mistakes come in one go
sed -i 's/^female,0,.*/female,0,-1/; s/^male,0,.*/&,7/' scenarios/data/zunyi_ages_2020.csv
try check scenarios/baseline.cfg; wants 2 'zunyi_ages_2020.csv:' 'fields, header has 3'; verdict ages_ragged
sed -i 's/^\(male,0,.*\),7$/\1/' scenarios/data/zunyi_ages_2020.csv
iconv -f UTF-8 -t GB18030 "$root/scenarios/data/city_gdp.csv" >scenarios/data/city_gdp.csv
iconv -f UTF-8 -t UTF-16 "$root/scenarios/data/zunyi_derived.csv" >scenarios/data/zunyi_derived.csv
rm scenarios/data/china_mortality.csv
try check scenarios/baseline.cfg
wants 2 'zunyi_ages_2020.csv:4: persons cannot be -1' 'city_gdp.csv:5: not UTF-8; save it as "CSV UTF-8"' \
    'zunyi_derived.csv:1: holds NUL bytes' "china_mortality.csv' (named in scenarios/regions/zunyi.cfg)" '4 errors'
verdict shipped_tables_spoilt

# places that cannot be written
small_scenario small.cfg
cannot_write() { # NAME SENTENCE FOLDER: as the user that $as makes us
    ${as:-} timeout 60 "$program" run small.cfg --no-charts --quiet --out "$3" >out 2>err </dev/null
    status=$?
    wants 1 "$2"; no_staging "$scratch"; verdict "$1"
}
program=$SANBU
: >file; ln -s nowhere dangling
cannot_write below_a_file "cannot write 'file/below': Not a directory; earlier results are untouched" file/below
cannot_write on_a_file "'file' is a file; results need a folder" file
cannot_write name_too_long 'File name too long' "$(printf '%0300d' 1)"
mkdir locked && chmod 555 locked && chmod 711 "$scratch" && cp "$SANBU" program
if [ "$(id -u)" -ne 0 ]; then
    as=
elif command -v setpriv >/dev/null && chmod 755 . && cp "$reference" base.cfg && sed -i 's/^base = .*/base = "base.cfg";/' small.cfg; then
    as='setpriv --reuid=65534 --regid=65534 --clear-groups'
    program=$scratch/program
fi
if [ "$(id -u)" -ne 0 ] || ${as:-false} true 2>/dev/null && ${as:-} "$program" --version >/dev/null 2>&1; then
    cannot_write folder_without_rights "cannot write 'locked': Permission denied; earlier results are untouched" locked
    cannot_write parent_without_rights "cannot write 'locked/new': Permission denied" locked/new
else
    skip folder_without_rights 'no other user can run the program'
fi
as= program=$SANBU

# disks of our own, where a name space may be made
if unshare --mount true 2>/dev/null; then
    unshare --mount bash -c '
        mkdir disk && mount -t tmpfs -o size=16k tmpfs disk || exit 9
        mkdir disk/there && echo mine >disk/there/trajectory.csv
        "$0" run small.cfg --no-charts --quiet --out disk/there 2>full; echo $? >>full
        ls -A disk disk/there >left; cat disk/there/trajectory.csv >>left
        mount -o remount,ro disk
        "$0" run small.cfg --no-charts --quiet --out disk/there 2>read_only; echo $? >>read_only' "$SANBU" >/dev/null 2>&1
    if [ $? -eq 9 ]; then
        skip full_disk 'nothing may be mounted'
    else
        grep -q "cannot write 'disk/there/.*': No space left on device; earlier results are untouched" full || problem "$(cat full)"
        [ "$(tail -n 1 full)" = 1 ] && [ "$(xargs <left)" = 'disk: there disk/there: trajectory.csv mine' ] || problem "$(cat full left)"
        verdict full_disk
        grep -q "cannot write 'disk/there': Read-only file system; earlier" read_only || problem "$(cat read_only)"
        [ "$(tail -n 1 read_only)" = 1 ] || problem "$(cat read_only)"; verdict read_only_disk
    fi
else
    skip full_disk 'no mount name space may be made'
fi
