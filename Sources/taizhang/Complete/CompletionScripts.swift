/// By the name of the shell. All ask the hidden command `complete`, so that a script need not be made anew when flags change.
let completionScripts = ["bash": bashScript, "zsh": zshScript, "fish": fishScript]

/// Bash cuts words at `:` and `=`, which stand in paths of units and in flags: they are put together again from the line, and what bash
/// takes for done is cut off the candidates. Runs on bash 3.2, which macOS has.
private let bashScript = #"""
    # taizhang completion for bash
    _taizhang() {
        local rest=${COMP_LINE:0:COMP_POINT} words=() word bare i n=0
        for ((i = 0; i <= COMP_CWORD; i++)); do
            bare=${rest#"${rest%%[![:space:]]*}"}
            word=${COMP_WORDS[i]}
            if ((i == COMP_CWORD)); then word=$bare; fi
            if ((n > 0)) && [[ $rest == "$bare" ]]; then
                words[n-1]+=$word
            else
                words[n]=$word
                n=$((n + 1))
            fi
            rest=${bare#"$word"}
        done
        if ((n < 2)); then words[1]=; n=2; fi
        local last=${words[n-1]} quote=
        case $last in
            \"* | \'*) quote=${last:0:1} ;;
        esac
        for ((i = 1; i < n; i++)); do
            word=${words[i]//\\/}
            word=${word#[\"\']}
            words[i]=${word%[\"\']}
        done
        local typed=${words[n-1]} done_= line
        if [[ -z $quote && $typed == *[:=]* ]]; then done_=${typed%"${typed##*[:=]}"}; fi
        COMPREPLY=()
        while IFS= read -r line; do
            case $line in
                :file) COMPREPLY+=($(compgen -f -- "${typed#"$done_"}")); compopt -o filenames 2>/dev/null; continue ;;
                :folder) COMPREPLY+=($(compgen -d -- "${typed#"$done_"}")); compopt -o filenames 2>/dev/null; continue ;;
            esac
            line=${line%%$'\t'*}
            line=${line#"$done_"}
            if [[ -z $quote ]]; then
                # Only what a shell would cut or expand is escaped.
                case $line in
                    *[\ \(\)\'\"\&\;\|\<\>\*\?\[\]\$\`\\]*) printf -v line '%q' "$line" ;;
                esac
            fi
            COMPREPLY+=("$line")
        done < <(command taizhang complete -- "${words[@]:1}" 2>/dev/null)
        case ${#COMPREPLY[@]}${COMPREPLY[0]} in
            1*[=\(]) compopt -o nospace 2>/dev/null ;;
        esac
    }
    complete -F _taizhang taizhang

    """#

private let zshScript = #"""
    #compdef taizhang
    # taizhang completion for zsh
    _taizhang() {
        local -a lines names shown
        local line name what
        lines=("${(@f)$(command taizhang complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
        for line in $lines; do
            case $line in
                ('') continue ;;
                (:file) _files; continue ;;
                (:folder) _files -/; continue ;;
            esac
            name=${line%%$'\t'*}
            what=${${line#$name}#$'\t'}
            names+=("$name")
            shown+=("$name${what:+  -- $what}")
        done
        (( $#names )) || return 1
        if (( $#names == 1 )) && [[ $names[1] == *[=\(] ]]; then
            compadd -S '' -- $names
        else
            compadd -l -d shown -- $names
        fi
    }
    if [[ $funcstack[1] == _taizhang ]]; then _taizhang "$@"; else compdef _taizhang taizhang; fi

    """#

private let fishScript = #"""
    # taizhang completion for fish
    function __taizhang_complete
        set -l words (commandline -opc)
        set -l typed (commandline -ct)
        # A quote that is still open belongs to the shell.
        set typed (string replace -r '^["\']' '' -- $typed)
        for line in (command taizhang complete -- $words[2..] "$typed" 2>/dev/null)
            switch $line
                case :file
                    __fish_complete_path "$typed"
                case :folder
                    __fish_complete_directories "$typed" ''
                case '*'
                    echo $line
            end
        end
    end
    complete -c taizhang -f -a '(__taizhang_complete)'

    """#
