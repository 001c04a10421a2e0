#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# The clerk's whole task in the real window, by keyboard only: first start, card, procedure, take in, add pages,
# give them to a component, finish, send. Ends well only when the warehouse folder holds a paper.
#   clerk.sh PROGRAM [PICTURES]     PICTURES: folder for a screenshot of each step
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tests/journey/ui/display.sh
. "$here/display.sh"
own_display "$@"
program=$(realpath "$1")
pictures=${2:-}
begin_work

journal_is_there() { compgen -G "$work/home/*" >/dev/null; }

start "$program" --home "$work/home" --lang vi
picture first-start
write "h56.14"; press Return
write "UBND xa Thanh Binh"; press Return
write "Le Van Minh"; press ctrl+Return
await "home" journal_is_there
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
settle 90
picture pages
press F3 Home
press 1; settle 90
press 3; settle 90
press 6; settle 90
picture assigned
press r; settle 90
picture turned
press ctrl+z; settle 90
press F10; settle 90
picture finished
press ctrl+3
sleep 3
picture dossier
press ctrl+4 F5
await "a paper in the warehouse" stored_paper
sleep 3
picture delivered
press ctrl+5
sleep 2
picture rates
leave
echo "clerk.sh: the paper is in the warehouse"
