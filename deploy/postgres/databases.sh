#!/bin/bash
# Run once by the PostgreSQL image, on an empty data directory: a database and a role for each subgraph.
set -euo pipefail

psql --quiet -v ON_ERROR_STOP=1 -c 'create extension if not exists pg_stat_statements'
for name in users products inventory orders; do
  password=LAPAK_DB_PASSWORD_${name^^}
  psql --quiet -v ON_ERROR_STOP=1 -v name="$name" -v password="${!password:?}" <<'SQL'
    create role :"name" login password :'password';
    create database :"name" owner :"name";
    revoke all on database :"name" from public;
SQL
done
