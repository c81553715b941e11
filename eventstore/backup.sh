#!/usr/bin/env bash
# Copies the files of a running EventStoreDB server, in the order that makes a whole of them.
#
#   sudo ./backup.sh DATA BACKUP
#
#   sudo ./backup.sh /opt/eventstore/cluster/data /backup/es1-$(date +%F)
#
# DATA is the folder that the server keeps its log in, BACKUP a folder that is not there yet. Not while a scavenge runs. restore.sh
# brings a backup back.
set -euo pipefail

fail() { echo "backup.sh: $*" >&2; exit 1; }
[ $# = 2 ] || { sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//' >&2; exit 2; }
data=${1%/} backup=${2%/}
[ -e "$data/chaser.chk" ] || fail "$data is not the folder of an EventStoreDB server: there is no chaser.chk in it."
[ ! -e "$backup" ] || fail "$backup is there already. Choose a folder that is not."
index_tries=5

# What is copied first is older than what is copied later, and each file points only to what is in those after it: the index into the
# log, the checkpoints into the chunks. The other way round a backup would point beyond its end.
copy() { cp --preserve=mode,ownership,timestamps "$@"; }

copy_index() {
  rm -rf "$backup/index"
  mkdir -p "$backup/index"
  [ -d "$data/index" ] || return 0
  local file
  while IFS= read -r file; do
    mkdir -p "$backup/index/$(dirname "$file")"
    copy "$data/index/$file" "$backup/index/$file" || return 1
  done < <(cd "$data/index" && find . -type f -name '*.chk' -printf '%P\n' && find . -type f ! -name '*.chk' -printf '%P\n')
  # The server merges index files now and then, and replaces them meanwhile.
  [ ! -e "$data/index/indexmap" ] || cmp -s "$data/index/indexmap" "$backup/index/indexmap"
}

mkdir -p "$backup"
trap '[ $? = 0 ] || echo "backup.sh: this is no whole backup: $backup" >&2' EXIT

try=1
until copy_index; do
  [ "$try" -lt "$index_tries" ] || fail "the server keeps rearranging its index. Try again later."
  try=$((try + 1))
done
copy "$data"/*.chk "$backup/"
copy "$data"/chunk-*.[0-9]* "$backup/"
sync -f "$backup"

echo "$backup: $(find "$backup" -maxdepth 1 -name 'chunk-*' | wc -l) chunks, $(du -sh "$backup" | cut -f1)"
