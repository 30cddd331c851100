#!/bin/sh
# Makes .env, the secrets that compose.yaml asks for; leaves one that is there alone.
set -eu
cd "$(dirname "$0")/.."
[ ! -e .env ] || { echo ".env is there already."; exit 0; }

umask 077
for name in CALLER_SECRETS_ROUTER CALLER_SECRETS_EDGE CALLER_SECRETS_INVENTORY CALLER_SECRETS_ORDERS \
  POSTGRES_PASSWORD DB_PASSWORD_USERS DB_PASSWORD_PRODUCTS DB_PASSWORD_INVENTORY DB_PASSWORD_ORDERS \
  USERS_KEY_SECRET ORDERS_FILE_SECRET ADMIN_PASSWORD; do
  echo "LAPAK_$name=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')"
done > .env
echo "Made .env; keep it."
