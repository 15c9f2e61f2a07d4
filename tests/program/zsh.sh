#!/usr/bin/env bash
# The completion for zsh, in a real zsh: what a terminal shows after a tab.
. "$(dirname "$0")/lib"
if ! command -v zsh >/dev/null || ! zsh -fc 'zmodload zsh/zpty' 2>/dev/null; then
    skip zsh 'no zsh'
    exit 0
fi
mkdir functions fakes
cp "$root/docs/manual/_sanbu" functions/
ln -s "$SANBU" fakes/sanbu
small_scenario one.cfg
touch notes.txt
# complete LINE: types it and a tab into a zsh of its own, prints what it offers, a match a line
cat >ask.zsh <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
type() { zpty -w shell "$1"; }
type "PS1=; PROMPT=; unsetopt zle_bracketed_paste 2>/dev/null; TERM=dumb; path=($PWD/fakes \$path); fpath=($PWD/functions \$fpath)"
type "autoload -Uz compinit; compinit -u -d $PWD/dump"
# every match that a completion adds is written to a file, in place of the terminal's list
type "compadd() { local -a given; builtin compadd -O given \"\$@\"; print -rl -- \$given >>$PWD/offered; builtin compadd \"\$@\" }"
type "bindkey '^I' complete-word; zle -C complete-word .complete-word _main_complete"
type "print ready >$PWD/ready"
for (( i = 0; i < 300; i++ )); do [[ -s ready ]] && break; sleep 0.1; done
zpty -w -n shell "$1"$'\t'
sleep 0.2
for (( i = 0; i < 100; i++ )); do [[ -s offered ]] && break; sleep 0.1; done
sleep 0.5
zpty -d shell
END
complete() {
    rm -f offered ready
    timeout 60 zsh -f ask.zsh "$1" >/dev/null 2>&1 </dev/null
    sort -u offered 2>/dev/null | sed '/^$/d'
}
commands=$("$SANBU" --help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' | sort)
found=$(complete 'sanbu ')
[ "$found" = "$commands" ] || problem "commands: $(xargs <<<"$found")"
verdict commands
for command in report settings; do
    wanted=$("$SANBU" "$command" --help | sed -n '/^Options/,/^$/s/^  \(-[^ ]*\).*/\1/p' | sort)
    found=$(complete "sanbu $command -" | grep '^--')
    [ "$found" = "$wanted" ] || problem "$command: $(diff <(echo "$wanted") <(echo "$found") | head -n 5)"
done
verdict options
found=$(complete 'sanbu run --lang ')
[ "$(xargs <<<"$found")" = 'en zh' ] || problem "languages: $found"
verdict languages
found=$(complete 'sanbu run ')
grep -qxF one.cfg <<<"$found" || problem "files: $found"
! grep -qxF notes.txt <<<"$found" || problem 'a file that is no scenario'
verdict scenarios
