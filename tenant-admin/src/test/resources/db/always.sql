--liquibase formatted sql

--changeset of-tests:001-always runAlways:true
-- Something to do at every start, so that the lock is needed.
select 1;
--rollback empty
