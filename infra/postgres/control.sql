-- Roles and schema of the control database. Run once per database, as superuser; safe to run again.
-- ${owner_password} and ${app_password} are filled in by whoever runs it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'control_owner') then
    create role control_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'control_app') then
    create role control_app login noinherit;
  end if;
end
$$;
alter role control_owner password '${owner_password}';
alter role control_app password '${app_password}';

-- Where cells share the server, their logins have no business here; by default PostgreSQL lets everybody in.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to control_owner, control_app', current_database());
end
$$;
revoke all on schema public from public;
create schema if not exists control authorization control_owner;
grant usage on schema control to control_app;

-- The owner migrates; the service reads and writes rows and can change no table.
alter default privileges for role control_owner in schema control
  grant select, insert, update, delete on tables to control_app;
alter role control_app set search_path = control;
alter role control_owner set search_path = control;
