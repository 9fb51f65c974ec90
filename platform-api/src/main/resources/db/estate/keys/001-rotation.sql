--liquibase formatted sql

--changeset keys:001-sealed-column
-- Where the schema keeps what is encrypted with the estate's data keys: a new key must reach all of it. Each value begins with five bytes
-- that name its key; for a file outside of the database those five are all there is.
create table sealed_column (
    table_name text not null,
    column_name text not null,
    key_column text not null,
    key_type text not null check (key_type in ('uuid', 'boolean')),
    primary key (table_name, column_name)
);
comment on table sealed_column is 'read-only: it changes with the schema alone';
insert into sealed_column (table_name, column_name, key_column, key_type) values
    ('archive_passphrase', 'cipher', 'only_row', 'boolean'),
    ('media', 'sealed_under', 'id', 'uuid'),
    ('objection', 'text_cipher', 'id', 'uuid'),
    ('objection_answer', 'text_cipher', 'objection_id', 'uuid'),
    ('person', 'id_cipher', 'id', 'uuid'),
    ('person', 'phone_cipher', 'id', 'uuid'),
    ('person_record', 'phone_cipher', 'id', 'uuid'),
    ('preview', 'content_cipher', 'id', 'uuid');
--rollback drop table sealed_column;

--changeset keys:002-retired-key splitStatements:false
-- What a retired key encrypted is encrypted anew and the key then forgotten; whoever still has the key in hand must not write with it any
-- more. Looked at after the row was written, so that every transaction which found nothing here had begun to write before the key was retired, and can
-- be waited for; one that sees the database as it was earlier would find nothing for ever.
create table retired_key (
    prefix bytea primary key check (length(prefix) = 5),
    retired_at timestamptz not null default now()
);
comment on table retired_key is 'append-only: a key does not come back';
create function refuse_retired_key() returns trigger language plpgsql set search_path from current as $$
declare
    same text := '';
    written text;
    refused boolean;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'sealed values are written in read committed transactions only';
    end if;
    if not exists (select from retired_key) then
        return null;
    end if;
    if tg_op = 'UPDATE' then
        -- A value that stays as it was is waiting for its turn.
        select distinct format('join former o on o.%1$I = f.%1$I', key_column) into same
        from sealed_column where table_name = tg_table_name;
    end if;
    select string_agg(
        case when tg_op = 'UPDATE' then format('o.%1$I is distinct from f.%1$I and ', column_name) else '' end
        || format('prefix = substring(f.%I from 1 for 5)', column_name), ' or ') into written
    from sealed_column where table_name = tg_table_name;
    execute format('select exists (select from fresh f %s join retired_key on %s)', same, written) into refused;
    if refused then
        raise exception 'the key was retired' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return null;
end
$$;
create trigger sealed_inserted after insert on archive_passphrase
    referencing new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_inserted after insert on media
    referencing new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_updated after update on media
    referencing old table as former new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_inserted after insert on objection
    referencing new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_inserted after insert on objection_answer
    referencing new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_inserted after insert on person
    referencing new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_updated after update on person
    referencing old table as former new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_inserted after insert on person_record
    referencing new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_inserted after insert on preview
    referencing new table as fresh for each statement execute function refuse_retired_key();
create trigger sealed_updated after update on preview
    referencing old table as former new table as fresh for each statement execute function refuse_retired_key();
--rollback drop function refuse_retired_key() cascade; drop table retired_key;

--changeset keys:003-renew-sealed splitStatements:false
-- The one change an append-only row can undergo: a value under a retired key gives way to one under another key. Nothing else of the row, and
-- only if it is still the value that was read.
create function renew_sealed(of_table text, of_column text, row_keys text[], former bytea[], fresh bytea[])
    returns integer language plpgsql security definer set search_path from current as $$
declare
    place sealed_column%rowtype;
    renewed integer;
begin
    select * into strict place from sealed_column where table_name = of_table and column_name = of_column;
    execute format('update %1$I t set %2$I = n.fresh from unnest($1::%4$s[], $2, $3) n (key, former, fresh) '
        'where t.%3$I = n.key and t.%2$I = n.former '
        'and exists (select from retired_key where prefix = substring(n.former from 1 for 5)) '
        'and not exists (select from retired_key where prefix = substring(n.fresh from 1 for 5))',
        place.table_name, place.column_name, place.key_column, place.key_type) using row_keys, former, fresh;
    get diagnostics renewed = row_count;
    return renewed;
end
$$;
--rollback drop function renew_sealed(text, text, text[], bytea[], bytea[]);
