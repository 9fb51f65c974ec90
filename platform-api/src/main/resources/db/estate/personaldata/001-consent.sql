--liquibase formatted sql

--changeset personaldata:001-consent
-- Which text a person agreed to, and when: proof that the law asks for. The version is the day the text was issued.
create table consent (
    subject text not null check (length(subject) between 1 and 100),
    document text not null check (document in ('PRIVACY', 'TERMS')),
    version text not null check (version ~ '^\d{4}-\d{2}-\d{2}$'),
    at timestamptz not null,
    primary key (subject, document, version)
);
comment on table consent is 'append-only: consent given once was given';
--rollback drop table consent;
