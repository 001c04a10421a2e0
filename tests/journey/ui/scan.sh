#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# Scanning in the real window with SANE's "test" device, which needs no hardware: flatbed, feeder, a jam, an empty
# feeder, no scanner at all, a scan that is stopped, and a program that is killed in the middle of a stack. Ends well
# when the pages that came are in the vault, the window lives, and the stack that was broken off is gone on with and
# closed.
#   scan.sh PROGRAM FILL CLI [PICTURES]     FILL: sohoa_fill; CLI: sohoa-cli
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tests/journey/ui/display.sh
. "$here/display.sh"
own_display "$@"
program=$(realpath "$1")
fill=$(realpath "$2")
cli=$(realpath "$3")
pictures=${4:-}
begin_work

export SANE_CONFIG_DIR=$work/sane
mkdir -p "$SANE_CONFIG_DIR" "$HOME/.config/sohoa"
# device NAME OPTIONS: what the next scan finds. The helper reads this anew each time.
sheet=Grid
device() {
    printf '%s\n' "$1" >"$SANE_CONFIG_DIR/dll.conf"
    printf 'number_of_devices 1\ngeometry_max 300.0\ntest-picture "%s"\n%b' "$sheet" "${2:-}" \
        >"$SANE_CONFIG_DIR/test.conf"
}
pages() { find "$work/home/vault" -type f 2>/dev/null | wc -l; }
more_pages_than() { [[ $(pages) -gt $1 ]]; }
settings() { printf '[scanner]\nfeeder=%s\nduplex=false\ndpi=200\n' "$1" >"$HOME/.config/sohoa/sohoa.conf"; }

"$fill" "$work/home" 0
settings true
device test
start "$program" --home "$work/home" --lang vi
settle 20
take_in
press F10
settle 20
press F6
sleep 1.2
picture feeder-begins
sleep 2
picture feeder
settle 120
picture feeder-done
await "a page from the feeder" more_pages_than 0

device test 'read-status-code "SANE_STATUS_JAMMED"\n'
press F6; settle 30
picture jam
device test 'read-status-code "SANE_STATUS_NO_DOCS"\n'
press F6; settle 30
picture no-paper
device test 'read-status-code "SANE_STATUS_COVER_OPEN"\n'
press F6; settle 30
picture cover
device '# none'
press F6; settle 30
picture no-scanner
press Escape
device test 'read-limit true\nread-limit-size 4096\nread-delay true\nread-delay-duration 20000\n'
press F6
sleep 4
picture slow
press Escape
sleep 0.7
picture stopping
settle 60
picture stopped
leave

settings false
sheet="Color pattern" # another page: the vault keeps the same one once
device test
before=$(pages)
start "$program" --home "$work/home" --lang vi
press ctrl+2
sleep 2
press Return
sleep 2
press F6; settle 60
picture flatbed
leave
more_pages_than "$before" || { echo "scan.sh: the flatbed gave no page" >&2; exit 1; }

sheet="Grid" # in another resolution: another page
printf "[scanner]\nfeeder=true\nduplex=false\ndpi=300\n" >"$HOME/.config/sohoa/sohoa.conf"
device test 'read-delay true\nread-delay-duration 3000\nread-limit true\nread-limit-size 16384\n'
before=$(pages)
start "$program" --home "$work/home" --lang vi
press ctrl+2
sleep 2
press Return
settle 30
press ctrl+Return # the stack that was stopped is right as it is
settle 20
picture stopped-closed
press F6
await "a page of the stack" more_pages_than "$before"
kill -9 "$window"
wait "$window" 2>/dev/null || true
device test
start "$program" --home "$work/home" --lang vi
settle 20
picture killed-found
press ctrl+2
sleep 1
press ctrl+u; settle 60
picture account
press F6; settle 90
picture gone-on
leave
"$cli" sessions --home "$work/home" --json >"$work/sessions"
if grep -q '"sides"' "$work/sessions"; then
    echo "scan.sh: a stack is not closed:" >&2
    cat "$work/sessions" >&2
    exit 1
fi
echo "scan.sh: pages came from the feeder and the flatbed; the stack of a killed program was gone on with"
