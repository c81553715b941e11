#!/usr/bin/env bash
# Makes the certificates of EventStoreDB's nodes, and the authority that signs them.
#
#   ./make-certificates.sh [--days N] FOLDER NODE=NAME[,NAME…]…
#
#   ./make-certificates.sh certs node=localhost,127.0.0.1
#   ./make-certificates.sh certs es1=es1.vuosikello.example,10.0.0.11 es2=es2.vuosikello.example,10.0.0.12 es3=es3.vuosikello.example,10.0.0.13
#
# FOLDER/ca/ca.crt          whom to trust: every node has it, and Vuosikello (tlsCaFile)
# FOLDER/NODE/node.crt      the node's certificate, for the names and addresses after the =
# FOLDER/NODE/node.key      the node's key: for that node alone
# FOLDER/authority/ca.key   the authority's key: whoever has it can be a node. Keep it away from every server
#
# Run again, the authority stays and the nodes that are named get new certificates: that is how they are renewed. --days says
# how long these are good, 730 days without it; the authority is good for ten years.
set -euo pipefail

# EventStoreDB's nodes know each other by this name. It has to be the same in all their certificates.
common_name="eventstoredb-node"
days=730
authority_days=3653

usage() { sed -n '2,15p' "$0" | sed 's/^# \{0,1\}//' >&2; exit 2; }
fail() { echo "make-certificates.sh: $*" >&2; exit 1; }

if [ "${1:-}" = "--days" ]; then
  [[ "${2:-}" =~ ^[1-9][0-9]{0,4}$ ]] || fail "after --days there must be a number of days."
  days=$2
  shift 2
fi
[ $# -ge 2 ] || usage
command -v openssl >/dev/null || fail "openssl is not here. On Debian and Ubuntu: sudo apt-get install openssl"

folder=$1
shift
for node in "$@"; do
  [[ "$node" =~ ^[A-Za-z0-9-]+=[A-Za-z0-9.:-]+(,[A-Za-z0-9.:-]+)*$ ]] \
    || fail "'$node' should be a node, a =, and its names and addresses with commas between, such as es1=es1.vuosikello.example,10.0.0.11"
  case "${node%%=*}" in ca | authority) fail "a node cannot be called ${node%%=*}: that folder is for the authority." ;; esac
done

# Keys are nobody else's: what is made here is for its owner alone, unless it says otherwise.
umask 077
mkdir -p -m 755 "$folder" "$folder/ca"
mkdir -p "$folder/authority"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

key() { openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out "$1" 2>/dev/null || fail "openssl could not make the key $1."; }

make_authority() {
  key "$folder/authority/ca.key"
  # The name has something random in it: programs tell authorities apart by their names.
  cat >"$scratch/authority.cnf" <<END
[req]
prompt = no
distinguished_name = name
x509_extensions = extensions
[name]
CN = Vuosikello EventStoreDB authority $(openssl rand -hex 4)
[extensions]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
END
  openssl req -x509 -new -sha256 -config "$scratch/authority.cnf" -key "$folder/authority/ca.key" -days "$authority_days" -out "$folder/ca/ca.crt"
  chmod 644 "$folder/ca/ca.crt"
  echo "A new authority: $folder/ca/ca.crt"
}

alternatives() {
  local name list=""
  for name in ${1//,/ }; do
    if [[ "$name" =~ ^[0-9.]+$ || "$name" == *:* ]]; then list+=",IP:$name"; else list+=",DNS:$name"; fi
  done
  echo "${list#,}"
}

make_node() {
  local node=${1%%=*} names=${1#*=}
  mkdir -p "$folder/$node"
  key "$scratch/node.key"
  # Nodes are servers to Vuosikello and clients to each other.
  cat >"$scratch/node.cnf" <<END
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = $(alternatives "$names")
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
END
  openssl req -new -sha256 -key "$scratch/node.key" -subj "/CN=$common_name" -out "$scratch/node.csr"
  openssl x509 -req -sha256 -in "$scratch/node.csr" -CA "$folder/ca/ca.crt" -CAkey "$folder/authority/ca.key" \
    -set_serial "0x$(openssl rand -hex 16)" -days "$days" -extfile "$scratch/node.cnf" -out "$scratch/node.crt" 2>/dev/null \
    || fail "openssl could not make the certificate of $node for $names."
  mv "$scratch/node.key" "$folder/$node/node.key"
  mv "$scratch/node.crt" "$folder/$node/node.crt"
  echo "$node: $folder/$node/node.crt for $names, good until $(openssl x509 -in "$folder/$node/node.crt" -noout -enddate | cut -d= -f2)"
}

if [ -e "$folder/ca/ca.crt" ]; then
  [ -e "$folder/authority/ca.key" ] || fail "$folder/ca/ca.crt is here, but not its key. Bring $folder/authority/ca.key back from where you keep it, or begin with an empty folder."
else
  make_authority
fi
for node in "$@"; do make_node "$node"; done
