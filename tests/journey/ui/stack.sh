#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# A clerk's stack through the window, by keyboard only: 80 sheets scanned on both sides from a scanner on the network,
# counted, cut into five dossiers by their separator sheets, corrected, finished and sent. Ends well only when the
# warehouse holds a paper of every component, and nothing differs.
#   stack.sh PROGRAM FILL CLI SCANNER [PICTURES]     FILL: sohoa_fill; CLI: sohoa-cli; SCANNER: fake-escl-scanner
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tests/journey/ui/display.sh
. "$here/display.sh"
own_display "$@"
program=$(realpath "$1")
fill=$(realpath "$2")
cli=$(realpath "$3")
scanner=$(realpath "$4")
pictures=${5:-}
begin_work

"$samples/generator/make-stack" --seed 81 --out "$work/stack" >&2
components=10 # of the five dossiers together

mkfifo "$work/end"
"$scanner" 0 "$work"/stack/p*.jpg <"$work/end" >"$work/address" &
exec 9>"$work/end"
address_is_there() { [[ -s $work/address ]]; }
await "a scanner" address_is_there
address=$(head -n1 "$work/address")
mkdir -p "$HOME/.config/sohoa"
printf '[scanner]\naddress=%s\n' "${address%/eSCL}" >"$HOME/.config/sohoa/sohoa.conf"

"$fill" "$work/home" 0
start "$program" --home "$work/home" --lang vi
settle 20
take_in
press F10
settle 20
press ctrl+t
sleep 1
write "80"
picture count
press Return
press F2
sleep 6
picture feeding
settle 300
# Before anything is carried out the cut is looked at: a part is split and joined again, split once more and that
# taken back. The strip is there when its button, a surface in the colour of buttons to press, can be pressed.
strip_is_there() {
    local pixels
    pixels=$(import -window root -crop 250x40+1095+98 -silent png:- | convert png:- -format %c histogram:info: |
        grep -i '#0A5A6E' | sed 's/:.*//' || true)
    [[ ${pixels:-0} -gt 5000 ]]
}
await "the strip of the cut" strip_is_there
picture cut-strip
press Right Right
press s
sleep 1
picture cut-split
press m
sleep 1
press s
press ctrl+z
sleep 1
press ctrl+Return
settle 60
picture fed
sessions=$("$cli" sessions --home "$work/home" --json)
if [[ $sessions == *'"sides"'* ]]; then
    echo "stack.sh: the stack does not add up: $sessions" >&2
    exit 1
fi
press ctrl+d
sleep 2
picture dossiers

# dossier NUMBER: opens it by its code
dossier() {
    press ctrl+3
    sleep 1
    press ctrl+a
    write "261120-000$1"
    settle 20
    press F10
    settle 60
}
# finish NUMBER
finish() {
    press F10
    settle 180
    picture "finished-$1"
}
dossier 1
picture cut
press n
sleep 1
press o
sleep 1
picture as-scanned
press o
finish 1
dossier 2
press F3 Home
press r
settle 30
press ctrl+z
settle 30
finish 2
dossier 3
press F3 End
press Delete
settle 30
picture set-aside
press ctrl+z
settle 30
finish 3
dossier 4
finish 4
dossier 5
finish 5
press ctrl+4 F5
papers() { find "$work/home/warehouse/v1/blobs" -type f ! -name '*.part' 2>/dev/null | wc -l; }
every_paper() { [[ $(papers) -eq $components ]]; }
await "a paper of every component in the warehouse" every_paper
settle 60
picture sent
leave
exec 9>&-
"$cli" verify --home "$work/home"
echo "stack.sh: 80 sheets became $(papers) papers in the warehouse"
