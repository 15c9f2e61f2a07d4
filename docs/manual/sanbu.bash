# bash completion for sanbu. Made by docs/manual.sh; changes here are lost.
_sanbu()
{
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command="" options word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        run|compare|ensemble|sensitivity|solve|calibrate|hindcast|report|check|settings|explain) command=$word; break ;;
        esac
    done
    case $before in
    --lang) COMPREPLY=($(compgen -W 'en zh' -- "$current")); return ;;
    --format) COMPREPLY=($(compgen -W 'summary plan' -- "$current")); return ;;
    --out) COMPREPLY=($(compgen -d -- "$current")); return ;;
    esac
    case $command in
    run) options='--out --set --rebase --lang --quiet --no-charts --fail-on-miss --format --xlsx --emf --size --theme --help --version' ;;
    compare) options='--out --set --rebase --lang --quiet --no-charts --fail-on-miss --xlsx --emf --cause --size --theme -n --seed --first --sampling --threads --memory --help --version' ;;
    ensemble) options='--out --set --lang --quiet --no-charts --emf --size --theme -n --seed --first --sampling --until --given --threads --memory --draws --help --version' ;;
    sensitivity) options='--out --set --lang --quiet --no-charts --size --theme -n --seed --threads --of --method --fails --help --version' ;;
    solve) options='--out --set --lang --quiet --target --lever --path --growth --help --version' ;;
    calibrate) options='--out --set --lang --quiet --no-charts --size --theme --help --version' ;;
    hindcast) options='--out --set --rebase --rolling --lang --quiet --no-charts --size --theme --help --version' ;;
    report) options='--out --set --lang --quiet --no-charts --fail-on-miss --format --emf --size --theme --seed --threads --draws --without --stamp --help --version' ;;
    check) options='--set --lang --quiet --help --version' ;;
    settings) options='--lang --help --version' ;;
    explain) options='--set --lang --help --version' ;;
    *) options='run compare ensemble sensitivity solve calibrate hindcast report check settings explain --help --version --lang' ;;
    esac
    if [[ $current == -* || -z $command ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    else
        COMPREPLY=($(compgen -f -X "!*.cfg" -- "$current") $(compgen -d -- "$current"))
    fi
}
complete -o filenames -F _sanbu sanbu
