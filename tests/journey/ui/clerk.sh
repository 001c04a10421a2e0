#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# The clerk's whole task in the real window, by keyboard only: first start, card, procedure, take in, add pages,
# give them to a component, finish, send. Ends well only when the warehouse folder holds a paper.
#   clerk.sh PROGRAM [PICTURES]     PICTURES: folder for a screenshot of each step
# Wants xvfb-run, openbox, xdotool and ImageMagick's import.
set -euo pipefail
if [[ -z ${SOHOA_JOURNEY_DISPLAY:-} ]]; then
    SOHOA_JOURNEY_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1366x768x24" "$0" "$@"
fi
program=$(realpath "$1")
pictures=${2:-}
[[ -z $pictures ]] || mkdir -p "$pictures"
samples=$(realpath "$(dirname "$0")/../../../resources/samples")
work=$(mktemp -d)
export HOME=$work/user XDG_RUNTIME_DIR=$work/run SOHOA_KEYSTORE=file
mkdir -p "$HOME" "$XDG_RUNTIME_DIR" "$work/papers"
chmod 700 "$XDG_RUNTIME_DIR"
openbox 2>/dev/null &
manager=$!
# A window that comes before its manager is not given the keyboard.
for _ in $(seq 100); do
    if xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; then break; fi
    sleep 0.1
done
"$program" --home "$work/home" --lang vi &
window=$!
finish() {
    kill "$window" "$manager" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

step=0
picture() {
    step=$((step + 1))
    [[ -z $pictures ]] || import -window root "$pictures/$(printf '%02d' $step)-$1.png"
}
press() { xdotool key --delay 40 "$@"; sleep 0.5; }
write() { xdotool type --delay 12 "$1"; sleep 0.5; }
# Waits until a command says yes, at most a minute.
await() {
    local what=$1
    shift
    for _ in $(seq 120); do
        if "$@"; then return 0; fi
        sleep 0.5
    done
    picture "failed"
    echo "clerk.sh: $what did not happen" >&2
    exit 1
}
windowIsThere() { xdotool search --onlyvisible --class sohoa >/dev/null 2>&1; }
# Waits until the screen stands still: nothing is being read or made any more.
settle() {
    local last="" now same=0
    for _ in $(seq 60); do
        sleep 1.5
        now=$(import -window root -silent png:- | md5sum)
        [[ $now == "$last" ]] && same=$((same + 1)) || same=0
        last=$now
        [[ $same -lt 2 ]] || return 0
    done
}
journalIsThere() { compgen -G "$work/home/*" >/dev/null; }
storedPaper() { compgen -G "$work/home/warehouse/v1/blobs/*/*" >/dev/null; }

await "first start" windowIsThere
xdotool search --onlyvisible --class sohoa windowactivate --sync >/dev/null 2>&1 || true
sleep 1
picture first-start
write "h56.14"; press Return
write "UBND xa Thanh Binh"; press Return
write "Le Van Minh"; press ctrl+Return
await "home" journalIsThere
sleep 3
picture desk
press ctrl+o
sleep 1
write "$samples/desk/card-1-clean.png"; press Return
sleep 4
picture card
press F3
write "khai sinh"
picture procedures
press Return
sleep 1
press Down Down Down Down Down space
picture checklist
press F9
sleep 2
picture taken
press F10
sleep 2
# A birth registration's own pages (one blank back among them), without the separator sheets of the stack.
for page in p003 p004 p006 p009; do cp "$samples/papers/$page.jpg" "$work/papers/"; done
press ctrl+shift+o
sleep 1
write "$work/papers"; press Return
settle
picture pages
press F3 Home
press 1; settle
press 3; settle
press 6; settle
picture assigned
press r; settle
picture turned
press ctrl+z; settle
press F10; settle
picture finished
press ctrl+3
sleep 3
picture dossier
press ctrl+4 F5
await "a paper in the warehouse" storedPaper
sleep 3
picture delivered
press ctrl+5
sleep 2
picture rates
echo "clerk.sh: the paper is in the warehouse"
