#!/usr/bin/env bash
# The man page and the completions for bash and zsh, made of what the program's --help says:
# docs/manual.sh PROGRAM FOLDER writes sanbu.1, sanbu.bash and _sanbu there.
set -euo pipefail
program=$(realpath "$1")
mkdir -p "$2"
cd "$2"

part() { sed -n "/^$1\$/,/^\$/s/^  //p"; } # HEADING: the rows under it
commands=$("$program" --help | part Commands | awk '{ print $1 }')
options_of() { "$program" "$1" --help | part Options; }
roff() { sed 's/\\/\\\\/g; s/-/\\-/g; s/^[.'"'"']/\\\&&/'; }
rows() { # "NAME  what it is" as tagged paragraphs
    sed -E 's/ {2,}/\t/' | roff | awk -F'\t' '{ printf ".TP\n.B %s\n%s\n", $1, $2 }'
}

{
    printf '%s\n' '.\" Made by docs/manual.sh; changes here are lost.' '.TH SANBU 1 "" sanbu' '.SH NAME' \
        'sanbu \- regional economic scenarios, projected and judged' '.SH SYNOPSIS' '.B sanbu' \
        '.I COMMAND' '[\fIOPTION\fR...] [\fIFILE\fR...]' '.SH DESCRIPTION'
    "$program" --help | head -n 1 | roff
    echo '.SH COMMANDS'
    for command in $commands; do
        echo '.SS' "$command"
        "$program" "$command" --help | sed -n '1s/^[^:]*: //p' | roff
        printf '.PP\n.nf\n'
        "$program" "$command" --help | sed -n 's/^usage: //p' | roff
        printf '.fi\n'
        options_of "$command" | rows
        printf '.PP\nExamples:\n.PP\n.nf\n'
        "$program" "$command" --help | part Examples | roff
        printf '.fi\n'
    done
    echo '.SH EXIT STATUS'
    "$program" --help | sed -n 's/^Exit status: //p' | roff
    echo '.SH ENVIRONMENT'
    printf '.TP\n.B NO_COLOR\nif set, no colour on a terminal\n'
    printf '.TP\n.B SANBU_AMBIGUOUS\n2 where the terminal shows characters of ambiguous width in two cells\n'
} >sanbu.1

words() { sed -E 's/ .*//' | xargs; }
valued() { sed -nE 's/^(-[^ ]*) [^ ].*/\1/p' | xargs | tr ' ' '|'; }
{
    printf '%s\n' '# bash completion for sanbu. Made by docs/manual.sh; changes here are lost.' '_sanbu()' '{' \
        '    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command="" options word' \
        '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do' '        case $word in'
    echo "        $(echo $commands | tr ' ' '|')) command=\$word; break ;;"
    printf '%s\n' '        esac' '    done' '    case $before in' \
        "    --lang) COMPREPLY=(\$(compgen -W 'en zh' -- \"\$current\")); return ;;" \
        "    --format) COMPREPLY=(\$(compgen -W 'summary plan' -- \"\$current\")); return ;;" \
        '    --out) COMPREPLY=($(compgen -d -- "$current")); return ;;' '    esac' '    case $command in'
    for command in $commands; do echo "    $command) options='$(options_of "$command" | words)' ;;"; done
    echo "    *) options='$(echo $commands) --help --version --lang' ;;"
    printf '%s\n' '    esac' '    if [[ $current == -* || -z $command ]]; then' \
        '        COMPREPLY=($(compgen -W "$options" -- "$current"))' '    else' \
        '        COMPREPLY=($(compgen -f -X "!*.cfg" -- "$current") $(compgen -d -- "$current"))' '    fi' '}' \
        'complete -o filenames -F _sanbu sanbu'
} >sanbu.bash

quoted() { sed "s/'/'\\\\''/g; s/[][]/\\\\&/g; s/:/\\\\:/g"; }
{
    printf '%s\n' '#compdef sanbu' '# zsh completion for sanbu. Made by docs/manual.sh; changes here are lost.' '_sanbu() {' \
        '    local -a commands' '    commands=('
    "$program" --help | part Commands | sed -E 's/^([a-z]+) .* {2,}/\1\t/' | quoted |
        awk -F'\t' -v q="'" '{ printf "        %s%s:%s%s\n", q, $1, $2, q }'
    printf '%s\n' '    )' '    if (( CURRENT == 2 )); then _describe command commands; return; fi' '    case $words[2] in'
    for command in $commands; do
        echo "    $command) _arguments \\"
        options_of "$command" | sed -E 's/ {2,}/\t/' | quoted | awk -F'\t' -v q="'" '
            { n = split($1, name, " "); star = name[1] == "--set" ? "*" : ""
              printf "        %s%s%s[%s]%s%s \\\n", q, star, name[1], $2, (n > 1 ? ":" name[2] ":" (name[1] == "--lang" ? "(en zh)" : "_files") : ""), q }'
        echo "        '*:file:_files -g \"*.cfg\"' ;;"
    done
    printf '%s\n' '    esac' '}' '_sanbu "$@"'
} >_sanbu
