--liquibase formatted sql

--changeset disclosure:001-notice
-- What everybody may read; newest first.
create table notice (
    id uuid primary key default uuidv7(),
    title text not null check (length(title) between 1 and 100),
    body text not null check (length(body) between 1 and 20000),
    publisher text not null check (length(publisher) between 1 and 60),
    published_on date not null
);
create index notice_newest on notice (published_on desc, id desc);
--rollback drop table notice;
