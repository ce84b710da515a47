#!/bin/sh
# Makes the secrets that docker-compose.yml mounts into containers, one file each. What is there already stays as it is:
# without the master key of the first day no account of a platform can be used, and nothing personal in the log be read.
#
#   make-secrets.sh [folder]     default: deploy/compose/secrets
set -eu
folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
# The folder is closed, so the files in it may be readable: the engine mounts each by itself, for users it does not know.
chmod 700 "$folder"
cd "$folder"

random() { head -c "$1" /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' | tr -d '='; }
keep() {
  [ -e "$1" ] || printf '%s\n' "$2" >"$1"
  chmod 444 "$1"
}

keep database_owner_password "$(random 24)"
keep database_app_password "$(random 24)"
keep database_admin_url "postgres://madoguchi_owner:$(cat database_owner_password)@postgres:5432/madoguchi"
keep database_url "postgres://madoguchi_app:$(cat database_app_password)@postgres:5432/madoguchi"
keep nats_url "nats://madoguchi:$(random 24)@nats:4222"
keep nats_users "authorization { user: madoguchi, password: \"$(sed 's,^nats://madoguchi:\(.*\)@.*,\1,' nats_url)\" }"
keep eventstore_url 'esdb://eventstoredb:2113?tls=false'
keep master_key "$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
keep demo_password "$(random 9)"
# Empty as long as they are not used.
keep smtp_url ''
keep media_s3_secret_access_key ''
keep messenger_app_secret ''
