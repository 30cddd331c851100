#!/bin/sh
# Makes .env, the secrets that compose.yaml asks for, or what is missing from it; leaves alone what is there.
set -eu
cd "$(dirname "$0")/.."

umask 077
touch .env
made=0
for name in CALLER_SECRETS_ROUTER CALLER_SECRETS_EDGE CALLER_SECRETS_INVENTORY CALLER_SECRETS_ORDERS \
  POSTGRES_PASSWORD DB_PASSWORD_USERS DB_PASSWORD_PRODUCTS DB_PASSWORD_INVENTORY DB_PASSWORD_ORDERS \
  USERS_KEY_SECRET PRODUCTS_FILE_SECRET ORDERS_FILE_SECRET ADMIN_PASSWORD; do
  grep -q "^LAPAK_$name=" .env && continue
  echo "LAPAK_$name=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')" >> .env
  made=$((made + 1))
done
if [ "$made" -gt 0 ]; then
  echo "Made $made secrets in .env; keep it."
else
  echo ".env has all secrets; nothing changed."
fi
