# Whether one chart says what the run found: its csv, column by column, and the numbers in its title.
#
#     awk -f charts.awk -v chart=gdp -v title="In 2025 ..." kind=effective FILE kind=trajectory FILE kind=targets FILE
#         kind=steps FILE kind=panel FILE kind=history FILE... kind=chart FILE
#
# Columns that carry a series' name must have its digits; what a chart derives is computed here anew, from
# trajectory.csv, the settings in effective.cfg and the panel. Prints a line a problem.
BEGIN { FS = ","; CLOSE = 1e-9 } # computed in another order: relative, of doubles

kind == "effective" { flatten(); next }
/^#/ { next }
kind == "trajectory" { value[$1, $2, $4] = $5; series[$1 " " $2 " (" $3 ")"] = $1 SUBSEP $2; next }
kind == "targets" && $1 == "target" { for (i = 1; i <= NF; i++) judged[i] = $i; next }
kind == "targets" {
    for (i = 1; i <= NF; i++) of_target[$1, judged[i]] = $i
    wanted[$1] = $7; of[$1] = $4; year_of[$1] = $5; projected[$1] = $9; margin[$1] = $11
    next
}
kind == "steps" && $1 != "step" {
    from[++steps] = $2; to[steps] = $3
    judged_steps += $6 != ""; met_steps += $6 == "met" || $6 == "within tolerance"
}
kind == "steps" { next }
kind == "panel" && !cities { for (i = 1; i <= NF; i++) field[$i] = i; cities = 1; next }
kind == "panel" {
    name = city[cities] = $field["city"]
    gsub(/[,"'`\\]/, "_", name)
    city_named[name] = cities
    gdp[cities] = $field["gdp_" at("horizon.start") "_yi"]
    before[cities++] = $field["gdp_" (at("horizon.start") - 5) "_yi"]
    next
}
kind == "history" { observed[$1, $2, $4] = $5; next }
kind == "chart" && FNR == 1 { columns = NF; for (i = 1; i <= NF; i++) header[i] = $i; next }
kind == "chart" { row[++rows] = $1; for (i = 2; i <= columns; i++) cell[rows, i] = $i; next }

END {
    start = number_at("horizon.start"); end = number_at("horizon.end"); home = at("home"); nation = at("benchmark")
    if (!rows || columns < 2) problem("no rows")
    set_periods()
    for (i = 2; i <= columns; i++)
        if (header[2] == "target") check_judged(i)
        else check_column(i)
    check_title()
}

# --- settings: "regions.zunyi.population.total" from the indented groups of effective.cfg ---

function flatten(   key, text) {
    key = text = $0
    sub(/^ */, "", key)
    if (key ~ /^[a-z0-9_]+: \{$/) { sub(/: .*/, "", key); path[++depth] = key; return }
    if (key ~ /^\}/) { if (depth) depth--; return }
    if (key !~ /^[a-z0-9_]+ = /) return
    text = key
    sub(/ = .*/, "", key); sub(/^[^=]*= /, "", text); sub(/;.*$/, "", text); gsub(/"/, "", text)
    setting[prefix() key] = text
}
function prefix(   i, p) { for (i = 1; i <= depth; i++) p = p path[i] "."; return p }
function at(key) { return setting[key] }
function number_at(key) { return setting[key] + 0 }

# --- what a chart derives ---

function v(region, key, year) { return value[region, key, year] }
function growth(region, a, b,   times) {
    times = v(region, "gdp_real", b) / v(region, "gdp_real", a)
    return 100 * (times ^ (1 / (b - a)) - 1)
}
function mean(key, a, b,   y, sum) { for (y = a; y <= b; y++) sum += v(home, key, y); return sum / (b - a + 1) }
function min(a, b) { return a < b ? a : b }
function abs(x) { return x < 0 ? -x : x }

# the steps, and what follows the last of them; five years each without steps
function set_periods(   i) {
    for (i = 1; i <= steps; i++) {
        if (from[i] <= start) from[i] = start + 1
        if (to[i] > end) to[i] = end
        if (from[i] <= to[i]) { periods++; a_of[periods] = from[i]; b_of[periods] = to[i] }
    }
    if (periods && b_of[periods] < end) { periods++; a_of[periods] = b_of[periods - 1] + 1; b_of[periods] = end }
    for (i = start + 1; !steps && i <= end; i += 5) { periods++; a_of[periods] = i; b_of[periods] = min(i + 4, end) }
    for (i = 1; i <= periods; i++) period_named[a_of[i] "-" b_of[i]] = i
}
function period_of(year,   i) {
    for (i = 1; i <= periods; i++) if (year >= a_of[i] && year <= b_of[i]) return i
    return 0
}

function region_called(name,   k, parts) {
    for (k in setting)
        if (k ~ /^regions\.[a-z0-9_]+\.name$/ && setting[k] == name) { split(k, parts, "."); return parts[2] }
    return ""
}

# models/peers.h: a city grows with the nation and with what is left of its own excess
function city_gdp(c, year,   n, h, lead, x, years) {
    if (!(c in stands_for)) stands_for[c] = region_called(city[c])
    if (stands_for[c] != "") return v(stands_for[c], "gdp", year)
    h = number_at("peers.halflife")
    lead = before[c] == "" ? 0 : log(gdp[c] / before[c]) / 5 - log(1 + at("peers.nation_growth") / 100)
    x = at("peers.shrink") * lead * 2 ^ (-2 / h)
    for (n = 1; n <= year - start; n++) years += 2 ^ (-n / h)
    return gdp[c] * v(nation, "gdp", year) / v(nation, "gdp", start) * exp(x * years)
}
function rank_of(own, year,   c, rank) {
    rank = 1
    for (c = 1; c < cities; c++) rank += city_gdp(c, year) > own
    return rank
}

function by_norm(year,   u, y, c, norm, ab) {
    norm = at("regions." home ".urbanization.norm")
    gsub(/[()]/, "", norm); split(norm, ab, ", ")
    u = v(home, "urbanization", start) / 100
    c = at("regions." home ".urbanization.ceiling") / 100
    for (y = start; y < year; y++) u = c / (1 + (c - u) / u * exp(-(ab[1] - ab[2] * u) / 100))
    return 100 * u
}

# what the column should have in that year; "" where nothing
function derived(h, year,   key, p) {
    key = h
    if (sub(/^.* share of /, "", key) && sub(/ \(percent\)$/, "", key))
        return 100 * v(home, "va_" key, year) / v(home, "gdp", year)
    key = h
    if (sub(/ \(index: .*/, "", key) && sub(/^[^ ]* /, "", key))
        return year < start ? "" : min(number_at("modernization.cap"), 100 * v(home, key, year) / v(nation, key, year))
    key = h
    if (sub(/ growth a year in the period \(percent\)$/, "", key)) {
        p = period_of(year)
        return p ? growth(key, a_of[p] - 1, b_of[p]) : ""
    }
    if (h ~ / urbanization by the norm alone \(percent\)$/) return year < start ? "" : by_norm(year)
    key = h
    if (sub(/ rank \(rank\)$/, "", key) && key in city_named) return rank_of(city_gdp(city_named[key], year), year)
    return "unknown"
}

# --- the csv ---

function problem(text) { print chart ": " text }
function same(a, b) { return a == "" || b == "" ? a == b : abs(a - b) <= CLOSE * (1 + abs(b)) }
function check_cell(r, i, want, exactly) {
    if (exactly ? cell[r, i] "" != want "" : !same(cell[r, i], want))
        problem(header[i] " in " row[r] " is '" cell[r, i] "', not '" want "'")
}

function check_column(i,   h, r, key, part) {
    h = header[i]
    for (r = 1; r <= rows; r++) {
        if (h in series) {
            split(series[h], part, SUBSEP)
            check_cell(r, i, value[part[1], part[2], row[r]], 1)
        } else if (h ~ /^target /) {
            key = h; sub(/^target /, "", key); sub(/ \(.*/, "", key)
            check_cell(r, i, row[r] == year_of[key] ? wanted[key] : "", 1)
            drawn[key] = 1
        } else if (h ~ / observed \(/) {
            key = h; sub(/ observed.*/, "", key); split(key, part, " ")
            if (cell[r, i] != "") check_cell(r, i, observed[part[1], part[2], row[r]], 0)
        } else if (row[r] in period_named) {
            check_mean(r, i, period_named[row[r]])
        } else {
            check_cell(r, i, derived(h, row[r]), 0)
        }
    }
}

# a table of targets: what targets.csv has under that name, too
function check_judged(i,   r, k) {
    for (k in judged)
        for (r = 1; judged[k] == header[i] && r <= rows; r++) check_cell(r, i, of_target[cell[r, 2], header[i]], 1)
}

function check_mean(r, i, p,   key, h, k, sum) {
    h = key = header[i]
    if (h == "merged in the chart (points)") {
        for (k = 2; k < i; k++) sum += is_small(k) ? cell[r, k] : 0
        check_cell(r, i, sum, 0)
    } else {
        sub(/ a year \(points\)$/, "", key); sub(/^[^ ]* /, "", key)
        check_cell(r, i, mean(key, a_of[p], b_of[p]), 0)
    }
}
function is_small(i,   r) { for (r = 1; r <= rows; r++) if (abs(cell[r, i]) >= 0.1) return 0; return 1 }

# --- the title: its numbers in their order, in either language ---

function check_title(   text, n, large) {
    text = title
    gsub(/,/, "", text) # thousands, and commas that are none
    sub(/65 or older|65岁/, "", text)
    while (match(text, /[0-9]+(\.[0-9]+)?/)) {
        number[++n] = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
    }
    numbers = n
    large = title ~ /trillion|万亿/ ? 1 : 0 # GDP in trillions of yuan
    if (chart == "gdp") title_of("gdp", large ? 1e4 : 1, large, 1, 1)
    else if (chart == "gdp_per_capita") title_per_head()
    else if (chart == "urbanization") title_of("urbanization", 1, 2, 0, 2)
    else if (chart == "modernization") title_of("modernization", 1, 1, 0, 1)
    else if (chart == "growth") title_growth()
    else if (chart == "contributions") title_contributions()
    else if (chart == "structure") title_structure()
    else if (chart == "rank") title_rank()
    else if (chart == "population") title_population()
    else if (chart == "steps") title_steps()
    else problem("no check of its title")
    for (n = 1; n <= numbers || n <= said; n++)
        if (number[n] "" != want[n] "") {
            problem("title '" title "': '" number[n] "' where '" want[n] "' is right")
            break
        }
}
function say(x, decimals) { want[++said] = sprintf("%.*f", decimals, x) }

# of the targets drawn on that indicator, the one with the worst margin
function tightest(key,   t, worst) {
    for (t in drawn) if (of[t] == key && (worst == "" || margin[t] < margin[worst])) worst = t
    return worst
}
function must(pattern) { if (title !~ pattern) problem("title '" title "' should say " pattern) }

function title_of(key, unit, decimals, relative, gap_decimals,   t, gap, year) {
    t = tightest(key)
    if (t == "") {
        say(end, 0); say(v(home, key, end) / unit, decimals)
        if (key == "gdp" && numbers > 2) say(abs(growth(home, start, end)), 1)
        else if (numbers > 2) {
            gap = v(home, key, end) - v(home, key, start)
            must(gap < 0 ? "down|下降" : "up|提高")
            say(abs(gap), gap_decimals)
        }
        return
    }
    year = year_of[t]
    say(year, 0); say(v(home, key, year) / unit, decimals)
    gap = (projected[t] - wanted[t]) * (relative ? 100 / wanted[t] : 1)
    if (numbers == 2) return
    must(gap > 0 ? "above|高" : "below|低")
    say(abs(gap), gap_decimals)
}

function title_per_head(   y, ratio) {
    if (title ~ /is above|起.*高于/) {
        for (y = end; y > start && v(home, "relative_gdp_per_capita", y - 1) > 100; y--) ;
        say(y, 0)
    } else if (title ~ /% of|相当于/) {
        say(end, 0); say(v(home, "relative_gdp_per_capita", end), 1)
    } else
        title_of("gdp_per_capita", 1, 0, 1, 1)
}

function title_growth(   own, gap) {
    own = growth(home, start, end)
    say(end, 0); say(abs(own), 1)
    if (nation == "" || nation == home || own < 0) return
    gap = own - growth(nation, start, end)
    if (sprintf("%.1f", abs(gap)) == "0.0") { must("the same|持平"); return }
    must(gap > 0 ? "above|快" : "below|慢")
    say(abs(gap), 1)
}

function title_contributions(   s, key, total, most, x, n) {
    n = split("capital tfp human_capital reallocation labour fixed cycle", key, " ")
    for (s = 1; s <= n; s++) total += mean("contribution_" key[s], start + 1, end)
    for (s = 1; s <= n; s++) {
        x = mean("contribution_" key[s], start + 1, end) * (total < 0 ? -1 : 1)
        if (x > most) most = x
    }
    must(total < 0 ? "costs|拉低" : "adds|拉动")
    say(most, 1); say(abs(total), 1)
}

function title_structure(   i, moved, most, last, r, first) {
    for (r = 1; r <= rows; r++) if (row[r] == start) first = r
    for (i = 2; i <= columns; i++)
        if (header[i] ~ / share (of|_)|share_/) {
            moved = cell[rows, i] - cell[first, i]
            if (abs(moved) > abs(most)) { most = moved; last = cell[rows, i] }
        }
    must(most < 0 ? "down|下降" : "up|提高")
    say(end, 0); say(last, 1); say(abs(most), 1)
}

function title_population(   key, more) {
    key = v(home, "age65_share", end) == "" ? "population" : "age65_share"
    more = v(home, key, end) - v(home, key, start)
    must(more < 0 ? "down|fewer|下降|减少" : "up|more|提高|增加")
    say(end, 0); say(v(home, key, end), 1)
    if (title ~ /年/) say(start, 0)
    say(abs(more), 1)
}

function title_steps() {
    say(title ~ /步/ ? judged_steps : met_steps, 0)
    say(title ~ /步/ ? met_steps : judged_steps, 0)
}

function title_rank(   t, ahead, y) {
    for (y = start; y <= end; y++)
        if (rank_of(v(home, "gdp", y), y) != v(home, "rank_national", y))
            problem("rank_national in " y " is not " rank_of(v(home, "gdp", y), y))
    t = tightest("rank_national")
    y = t == "" ? end : year_of[t]
    say(y, 0); say(v(home, "rank_national", y), 0)
    ahead = t == "" ? v(home, "rank_national", start) - v(home, "rank_national", y) : wanted[t] - projected[t]
    if (ahead == 0) { must("unchanged|as the target|不变|达到目标"); return }
    must(t == "" ? (ahead > 0 ? "up|前进" : "down|后退") : (ahead > 0 ? "ahead|超目标" : "short|差"))
    if (t == "" && title ~ /年/) say(start, 0)
    say(abs(ahead), 0)
}
