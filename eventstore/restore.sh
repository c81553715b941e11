#!/usr/bin/env bash
# Brings a backup of EventStoreDB into an empty folder. The server that will use it is stopped.
#
#   sudo ./restore.sh BACKUP DATA
#
#   sudo ./restore.sh /backup/es1-2026-11-22 /opt/eventstore/cluster/data
set -euo pipefail

fail() { echo "restore.sh: $*" >&2; exit 1; }
[ $# = 2 ] || { sed -n '2,6p' "$0" | sed 's/^# \{0,1\}//' >&2; exit 2; }
backup=${1%/} data=${2%/}
[ -e "$backup/chaser.chk" ] && compgen -G "$backup/chunk-*" >/dev/null || fail "$backup is no backup of EventStoreDB: chaser.chk or the chunks are missing."
[ -d "$data" ] || fail "there is no folder $data. Make it first."
[ -z "$(ls -A "$data")" ] || fail "$data is not empty. Move what is in it aside first; never mix two logs."

cp -a "$backup/." "$data/"
# The log of the backup ends where the chaser was: what the last chunk has after that is cut off at the start.
cp "$data/chaser.chk" "$data/truncate.chk"
# EventStoreDB's user inside of its container. Only root can give files away.
if [ "$(id -u)" = 0 ]; then chown -R 1000:1000 "$data"; else echo "restore.sh: the files are yours; EventStoreDB's container needs them to be user 1000's." >&2; fi
sync -f "$data"
echo "$data: $(find "$data" -maxdepth 1 -name 'chunk-*' | wc -l) chunks. Start the server."
