--liquibase formatted sql

--changeset membership:009-last-seen
-- The day somebody who belongs here last came. One row a person: it says how many came lately, never how often or at what time.
create table last_seen (
    subject text primary key check (length(subject) between 1 and 100),
    day date not null
);
--rollback drop table last_seen;
