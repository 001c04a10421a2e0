#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# The practice in the real window: from the first start, every step done by F12, left with Ctrl+F12; then the first
# start is there again. Ends well when the practice's own warehouse holds the papers and no home of work was made.
#   tour.sh PROGRAM [PICTURES]
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tests/journey/ui/display.sh
. "$here/display.sh"
own_display "$@"
program=$(realpath "$1")
pictures=${2:-}
begin_work

practice_warehouse() { compgen -G "$work/home-practice/warehouse/v1/blobs/*/*" >/dev/null; }
practice_is_there() { [[ -s $work/home-practice/journal.db ]]; }

start "$program" --home "$work/home" --lang vi
press ctrl+F1
await "the practice" practice_is_there
settle 30
picture begins
for what in card procedure taken-in pages given finished; do
    press F12
    settle 60
    picture "$what"
done
press F12
await "papers in the practice's warehouse" practice_warehouse
settle 30
picture delivered
press F12
settle 30
picture rates
press ctrl+F12
settle 20
picture first-start-again
xdotool search --onlyvisible --class sohoa >/dev/null || { echo "tour.sh: the first start did not come back" >&2; exit 1; }
[[ ! -e $work/home ]] || { echo "tour.sh: practising made a home of work" >&2; exit 1; }
press Escape
left=0
wait "$window" || left=$?
window=
[[ $left -eq 3 ]] || { echo "tour.sh: the program ended with $left" >&2; exit 1; }
echo "tour.sh: the whole task was done with the sample papers"
