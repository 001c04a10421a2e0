#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# The clerk's and the supervisor's task in a home of 20,000 dossiers and with a stack of 80 pages, while every event
# is measured that keeps the GUI thread. Ends well when none took more than LIMIT milliseconds of processor time:
# processor time, because the time on the clock of a busy machine tells about the machine.
#   many.sh PROGRAM FILL [PICTURES]     FILL: sohoa_fill
# Environment: SOHOA_STALL_LIMIT (milliseconds, 150: three times the 50 of the rule, for slow machines),
# SOHOA_STALL_LIST (a file for all that took 20 and more), SOHOA_MANY (dossiers).
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tests/journey/ui/display.sh
. "$here/display.sh"
own_display "$@"
program=$(realpath "$1")
fill=$(realpath "$2")
pictures=${3:-}
limit=${SOHOA_STALL_LIMIT:-150}
begin_work

times=$work/times
mark() { echo "{\"at\":\"$(date +%H:%M:%S.%3N)\",\"step\":\"$1\"}" >>"$times"; picture "$1"; }
journal_is_there() { [[ -s $work/home/journal.db ]]; }
export SOHOA_DISPATCH_TIMES=$times

"$fill" "$work/home" "${SOHOA_MANY:-20000}"
# Sides with content and backs, without the separator sheets, which would give them to other dossiers.
mapfile -t sides < <(cd "$samples/papers" && ls p003.jpg p006.jpg p009.jpg p013.jpg p014.jpg p020.jpg p021.jpg)
for i in $(seq 80); do
    page=$work/papers/$(printf 'page%02d.jpg' "$i")
    cp "$samples/papers/${sides[i % ${#sides[@]}]}" "$page"
    # Another content each time: the same picture twice is set aside.
    printf '%d' "$i" >>"$page"
done
mark start
start "$program" --home "$work/home" --lang vi
settle 30
mark desk
take_in
mark taken
press F10
settle 20
press ctrl+shift+o
sleep 1
write "$work/papers"; press Return
settle 240
mark pages
press F3 Home
for _ in $(seq 12); do press Right; done
press End Home Next Next
press ctrl+a 1; settle 30
mark assigned
press r; settle 60
press ctrl+z; settle 60
press plus plus minus
mark reviewed
press F10; settle 240
mark finished
press ctrl+3; settle 30
mark dossiers
write "nguyen thi"; sleep 1
for _ in $(seq 7); do press ctrl+a BackSpace; write "le van"; done
press ctrl+a BackSpace; settle 20
press Down Down Down Up Up Up
# The paper that was just made: its PDF is opened and leafed through.
press ctrl+a BackSpace; write "vo ngoc quynh"; settle 20
mark found
press F4 Tab
for _ in $(seq 8); do press Next; done
settle 20
mark leafed
press ctrl+4; settle 30
mark deliveries
press F5; settle 120
mark sent
press ctrl+5; settle 60
mark rates
press alt+2; settle 60
press Down End Home
mark behind
press F8; sleep 1
press ctrl+6; settle 20
press ctrl+1 ctrl+2 ctrl+3 ctrl+4 ctrl+5
settle 30
mark end
leave

[[ -z ${SOHOA_STALL_LIST:-} ]] || cp "$times" "$SOHOA_STALL_LIST"
grep '"events"' "$times"
over=$(sed -n 's/.*"processorMs":\([0-9]*\).*/\1/p' "$times" | awk -v limit="$limit" '$1 > limit' | wc -l)
echo "many.sh: events over 50 ms of processor time:"
awk 'match($0, /"processorMs":[0-9.]+/) && substr($0, RSTART + 14, RLENGTH - 14) + 0 > 50' "$times"
if ((over > 0)); then
    echo "many.sh: $over events kept the window for more than $limit ms" >&2
    exit 1
fi
