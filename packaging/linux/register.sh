#!/bin/sh
# Puts LeaderPlan into the menu of whoever runs this, and lets it open archives; or takes it out again.
# It needs no rights, and writes below the person's own data folder and ~/.local/bin only.
set -eu

fail() {
    printf 'register: %s\n' "$1" >&2
    exit "${2:-1}"
}

remove=
case $#:${1-} in
0:) ;;
1:--remove) remove=yes ;;
*) fail 'usage: ./register [--remove]' 2 ;;
esac

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
program=$here/leaderplan
[ -x "$program" ] && [ -d "$here/share" ] || fail "LeaderPlan is not in $here. Run this from the unpacked folder."
case $here in # a % cannot be told from the places for file names by GNOME, however it is written
*%* | *'
'*) fail 'The path of this folder has a % or a line break in it, which no menu entry can hold. Move it elsewhere.' ;;
esac

data=${XDG_DATA_HOME:-$HOME/.local/share}
link=$HOME/.local/bin/leaderplan
# What is for the person's own folders; the rest of share is read from the system's only.
files=$(cd -- "$here/share" && find applications bash-completion fish icons man mime -type f)

# What a program's own index says is stale now; a desktop without the program has no such index.
refresh() {
    if [ -d "$data/mime/packages" ] && command -v update-mime-database >/dev/null; then
        update-mime-database "$data/mime"
    fi
    if [ -d "$data/applications" ] && command -v update-desktop-database >/dev/null; then
        update-desktop-database --quiet "$data/applications"
    fi
    if [ -f "$data/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache --force --quiet --ignore-theme-index "$data/icons/hicolor"
    fi
}

# The entry with the whole path of the program, written as the Desktop Entry Specification quotes an argument:
# \ " ` $ behind a backslash, and each backslash doubled again as in every value.
write_entry() {
    quoted=$(printf '%s\n' "$program" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g')
    plain=$(printf '%s\n' "$program" | sed 's/\\/\\\\/g')
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'Exec="%s" %s\n' "$quoted" "${line#Exec=* }" ;;
        TryExec=*) printf 'TryExec=%s\n' "$plain" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$1" >"$2"
}

# Whether the command in ~/.local/bin may be changed: it leads to an unpacked LeaderPlan, or nowhere.
is_ours() {
    [ -L "$link" ] || return 1
    leads_to=$(readlink "$link")
    [ ! -e "$link" ] || [ -x "${leads_to%/*}/register" ]
}

take_away() {
    printf '%s\n' "$files" | while IFS= read -r file; do rm -f -- "$data/$file"; done
    refresh
    printf '%s\n' "$files" | while IFS= read -r file; do
        [ ! -d "$data" ] || (cd -- "$data" && rmdir -p "${file%/*}" 2>/dev/null) || :
    done
    if is_ours; then rm -f -- "$link"; fi
    echo 'LeaderPlan is out of the menu. Your plan is where it was; this folder may be deleted.'
}

put_in() {
    printf '%s\n' "$files" | while IFS= read -r file; do
        mkdir -p -- "$data/${file%/*}"
        case $file in
        applications/*) write_entry "$here/share/$file" "$data/$file" ;;
        *) cp -- "$here/share/$file" "$data/$file" ;;
        esac
    done
    refresh
    if is_ours || { [ ! -e "$link" ] && [ ! -L "$link" ]; }; then
        mkdir -p -- "${link%/*}"
        rm -f -- "$link"
        ln -s -- "$program" "$link"
    else
        printf 'Left alone, as it is not of this folder: %s\n' "$link"
    fi
    echo 'LeaderPlan is in the menu and opens its archives. If you move this folder, run ./register again.'
}

if [ "$remove" ]; then take_away; else put_in; fi
