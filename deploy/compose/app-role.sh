#!/bin/sh
# Runs once, when the database is made: the role of the services, which owns nothing. What it may do, migrate grants.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\set password `cat /run/secrets/database_app_password`
create role madoguchi_app login password :'password';
grant usage on schema public to madoguchi_app;
SQL
