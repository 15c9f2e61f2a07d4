#include "command/command.h"
#include <string.h>

/* Command lines that work in the project's folder, by command; every command has some. */
static const struct {
    const char *command, *line;
} examples[] = {
    { "run", "sanbu run scenarios/baseline.cfg" },
    { "run", "sanbu run scenarios/baseline.cfg --set regions.zunyi.production.catch_up=1.2 --out output/faster" },
    { "run", "sanbu run scenarios/baseline.cfg --lang zh --format plan --xlsx --emf" },
    { "compare", "sanbu compare scenarios/baseline.cfg scenarios/industry.cfg scenarios/liquor_slump.cfg" },
    { "compare", "sanbu compare scenarios/baseline.cfg scenarios/industry.cfg --xlsx --lang zh --no-charts" },
    { "compare", "sanbu compare scenarios/baseline.cfg scenarios/industry.cfg -n 2000 --seed 1" },
    { "ensemble", "sanbu ensemble scenarios/baseline.cfg -n 2000 --seed 1" },
    { "ensemble", "sanbu ensemble scenarios/baseline.cfg -n 2000 --seed 1 --draws output/draws.csv" },
    { "solve", "sanbu solve scenarios/baseline.cfg --target parity_2030 --lever auto" },
    { "solve", "sanbu solve scenarios/baseline.cfg --target parity_2030 --lever regions.zunyi.production.tfp_boost" },
    { "sensitivity", "sanbu sensitivity scenarios/baseline.cfg --of modernization@2035" },
    { "sensitivity", "sanbu sensitivity scenarios/baseline.cfg --of gdp_2025 --method tornado" },
    { "hindcast", "sanbu hindcast scenarios/history/hindcast.cfg" },
    { "hindcast", "sanbu hindcast scenarios/history/hindcast.cfg --lang zh --quiet" },
    { "calibrate", "sanbu calibrate scenarios/history/history.cfg --out output/record" },
    { "calibrate", "sanbu calibrate scenarios/history/history.cfg --no-charts --quiet" },
    { "report", "sanbu report scenarios/baseline.cfg" },
    { "report", "sanbu report scenarios/baseline.cfg scenarios/industry.cfg --lang zh" },
    { "check", "sanbu check scenarios/*.cfg" },
    { "check", "sanbu check scenarios/baseline.cfg --lang zh" },
    { "settings", "sanbu settings" },
    { "settings", "sanbu settings catch_up" },
    { "explain", "sanbu explain gdp" },
    { "explain", "sanbu explain catch_up scenarios/baseline.cfg" },
    { "explain", "sanbu explain parity_2030 scenarios/baseline.cfg --lang zh" },
};

void
examples_print(struct text *out, const struct command *command, enum language language)
{
    bool any = false;

    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        if (strcmp(examples[i].command, command->name) != 0)
            continue;
        if (!any)
            text_print(out, "\n%s\n", word_in(language, WORD_help_examples));
        text_print(out, "  %s\n", examples[i].line);
        any = true;
    }
}
