#!/usr/bin/env bash
# With --lang zh no English reaches people: each command's output, line by line, but for names that are the same in both.
. "$(dirname "$0")/lib"
cp -r "$root/scenarios" scenarios

# Names: files, options, keys of settings, indicators and regions, what may be chosen; and a few that Chinese writes so, too.
{
    "$SANBU" settings | grep -o '^[A-Za-z_.]*$' | tr . '\n'
    "$SANBU" settings | sed -n 's/^ *one of \([a-z|_]*\).*/\1/p' | tr '|' '\n'
    sed -n '/"region,/,$p; s/^\([^,]*\),\([^,]*\),.*/\1\n\2/p' "$root/tests/reference/golden/baseline.csv" | sort -u
    printf '%s\n' sanbu run compare check settings explain solve ensemble calibrate hindcast sensitivity report en zh DIR FILE KEY VALUE \
        SCENARIO PATTERN WORD SIZE page column slide Noto Sans CJK SC theme REGION SECTOR FORMAT ID YEAR RATE DRAW WAY WHAT METHOD STEP MIB NetCDF nc random lhs sobol morris tornado boxes missed met GDP CSV UTF NUL MiB Excel WPS Word PowerPoint emf NLopt gnuplot libxlsxwriter PowerPoint emf README md cfg csv output \
        docs charts alpha gamma auto all HTML PART TEXT Word probability docx pptx pdf html true false male female summary plan economy innovation welfare ecology security
    sed -n 's/^  \([a-z0-9_]*\): *{.*/\1/p' "$root/scenarios/baseline.cfg" | tr -s '0-9' '\n' # targets and steps
    # columns of tables that a meaning names
    printf '%s\n' city_zh gdp age_group persons death_rate share_percent rate_percent sex city west unit year value values weights \
        keys history indicator region gdp_ _yi
    # what the trials below call things
    printf '%s\n' nowhere runn mine small base title scenarios name titel results together
} | sort -u >names

# Words of two letters or more that are not names: english FILE
english() {
    sed 's|[^ “”，。；：（）、]*[/=][^ “”，。；：（）、]*| |g; s/--[a-z-]*/ /g; s/-[nvt] [A-Z]*/ /g' "$1" |
        grep -oE '[A-Za-z_]{2,}' | sort -u | grep -vxF -f names
}
in_chinese() { # NAME ARGUMENT...
    local name=$1 found
    shift
    try --lang zh "$@"
    cat out err >said
    [ -s said ] || problem 'said nothing'
    LC_ALL=C grep -q $'[\xe4-\xe9]' said || problem 'no Chinese at all'
    found=$(english said | xargs)
    [ -z "$found" ] || problem "English: $found"
    verdict "$name"
}

in_chinese help --help
for command in $("$SANBU" --help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p'); do in_chinese "help_of_$command" "$command" --help; done
in_chinese settings settings
in_chinese run run scenarios/baseline.cfg --no-charts --out results
in_chinese run_plan run scenarios/baseline.cfg --no-charts --out results --format plan
in_chinese compare compare scenarios/baseline.cfg scenarios/industry.cfg scenarios/towns.cfg --no-charts --out together
in_chinese compare_two compare scenarios/baseline.cfg scenarios/industry.cfg --no-charts --out together
in_chinese check check scenarios/baseline.cfg
boost=regions.zunyi.production.tfp_boost
in_chinese solve solve scenarios/baseline.cfg --target gap_2025 --lever $boost --out results
in_chinese solve_all solve scenarios/baseline.cfg --target all --lever $boost --lever regions.zunyi.urbanization.policy --out results
in_chinese solve_path solve scenarios/baseline.cfg --path --growth 6 --out results
in_chinese solve_path_without_answer solve scenarios/baseline.cfg --path --growth 60 --out results
in_chinese ensemble ensemble scenarios/baseline.cfg --no-charts --out results -n 2000 --memory 1
in_chinese sensitivity sensitivity scenarios/baseline.cfg --no-charts --out results -n 256
in_chinese ensemble_given ensemble scenarios/baseline.cfg --no-charts --out results -n 2000 --given gdp_2025=missed
in_chinese calibrate calibrate scenarios/history/history.cfg --no-charts --out fit
in_chinese calibrate_nothing calibrate scenarios/baseline.cfg

# the command line's mistakes
in_chinese no_command
in_chinese unknown_command runn
in_chinese unknown_option run --nowhere
in_chinese option_without_value run --out
in_chinese unknown_format run scenarios/baseline.cfg --format nowhere
in_chinese no_file check nowhere.cfg
in_chinese solve_without_target solve scenarios/baseline.cfg
in_chinese solve_of_no_target solve scenarios/baseline.cfg --target nowhere --lever nowhere
in_chinese solve_of_no_growth solve scenarios/baseline.cfg --path --growth nowhere
in_chinese no_draws ensemble scenarios/baseline.cfg -n 0
in_chinese bad_draws ensemble scenarios/baseline.cfg --seed x --sampling x --until x --given x
in_chinese given_of_no_target ensemble scenarios/baseline.cfg --given nowhere=met
in_chinese given_never ensemble scenarios/baseline.cfg -n 50 --given income_2025=missed
in_chinese no_setting settings nowhere
touch file; in_chinese file_in_the_way run scenarios/baseline.cfg --no-charts --out file
in_chinese cannot_write run scenarios/baseline.cfg --no-charts --out /proc/nowhere

# many mistakes of a scenario
cat >mine.cfg <<'END'
base = "scenarios/baseline.cfg";
titel = "x"; language = 5; home = "nowhere"; seed = -1; horizon: { end = 2020; };
regions: { zunyi: { population: { net_migration = "5 亿元"; total = 0.0; ages = "nowhere.csv"; };
  production: { catch_up = ((2025, 1.0), (2020, 1.0)); tfp_boost = 50.0; investment_rate = "x"; };
  sectors: { liquor: { capital_share = 0.9; fixed_share = 0.5; group = "nowhere"; }; };
  urbanization: { share = 0.0; since = (2030, 5.0); }; }; mine: { model = "growth"; }; };
modernization: { weights: { gdp = 2.0; nowhere = 1.0; }; };
steps: { catch_up: { from = 2025; to = 2021; }; };
targets: { mine: { indicator = "gdpp"; year = 2040; step = "nowhere"; over = "nowhere"; };
  small: { indicator = "gdp"; year = 2025; at_least = "80 %"; above = 3; counts = 1; }; base: { year = 2025; }; };
plan: ( 5, { unit = 5; } );
levers: ( { key = "nowhere"; low = 2.0; high = 1.0; } );
uncertain: ( { key = "nowhere"; distribution = "nowhere"; }, { distribution = "normal"; } );
observed: ( { region = "nowhere"; indicator = "gdp"; file = "nowhere.csv"; } );
precedent: { stretch = 90.0; };
END
in_chinese many_mistakes check mine.cfg
echo 'home = "' >mine.cfg; in_chinese syntax check mine.cfg
printf 'base = "mine.cfg";' >mine.cfg; in_chinese loop check mine.cfg
in_chinese broken_law check scenarios/baseline.cfg --set regions.zunyi.population.net_migration=-5
in_chinese unusual check scenarios/baseline.cfg --set regions.zunyi.production.catch_up=3
# the test can fail
echo '没有 such file' >said; [ "$(english said | xargs)" = such ] || problem "found: $(english said | xargs)"; verdict finds_english
