-- Prepares one database to be a cell. Run once by a superuser, connected to that database; running it again changes nothing
-- but the passwords. Plain SQL: placeholders ${prefix}, ${app_password}, ${migrator_password} are replaced by whoever runs it
-- (the launcher, the tests, an operator). Roles belong to the whole server, so cells that share a server need prefixes.

do $$
begin
  -- Logs in for platform-api. By itself it can see nothing; it becomes one of the roles below for one transaction.
  if to_regrole('${prefix}app') is null then create role ${prefix}app; end if;
  -- Owns every schema and table, runs every DDL, makes the estates' roles. No other role can become it.
  if to_regrole('${prefix}migrator') is null then create role ${prefix}migrator; end if;
  -- Reads and writes the cell's own tables: which estates live here, their wrapped keys, staged workbooks.
  if to_regrole('${prefix}registrar') is null then create role ${prefix}registrar; end if;
  -- Finds estates with waiting events, parks poisoned ones. Can't read any estate's schema.
  if to_regrole('${prefix}dispatcher') is null then create role ${prefix}dispatcher; end if;
  -- What every estate's role may do outside its own schema: write and finish its own events.
  if to_regrole('${prefix}estate') is null then create role ${prefix}estate; end if;
end
$$;

alter role ${prefix}app with login noinherit password '${app_password}';
alter role ${prefix}migrator with login createrole password '${migrator_password}';
alter role ${prefix}registrar with nologin;
alter role ${prefix}dispatcher with nologin bypassrls;
alter role ${prefix}estate with nologin;

-- Forgetting to choose an estate finds nothing.
alter role ${prefix}app set search_path = '';

-- Nobody waits for ever, and a transaction that was forgotten ends.
alter role ${prefix}app set statement_timeout = '60s';
alter role ${prefix}app set lock_timeout = '10s';
alter role ${prefix}app set idle_in_transaction_session_timeout = '120s';

grant ${prefix}registrar to ${prefix}app with inherit false, set true;
grant ${prefix}dispatcher to ${prefix}app with inherit false, set true;
-- The migrator hands membership in it to each estate's role; it does not use it itself.
grant ${prefix}estate to ${prefix}migrator with admin true, inherit false, set false;

do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to ${prefix}app', current_database());
  execute format('grant connect, create on database %I to ${prefix}migrator', current_database());
end
$$;
revoke all on schema public from public;

create schema if not exists cell authorization ${prefix}migrator;
grant usage on schema cell to ${prefix}registrar, ${prefix}dispatcher, ${prefix}estate;
