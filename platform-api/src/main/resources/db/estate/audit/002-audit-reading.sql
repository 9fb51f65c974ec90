--liquibase formatted sql

--changeset audit:002-audit-reading
-- The committee and the auditors read the trail by kind of act and by day.
create index audit_event_by_act on audit_event (act, id);
create index audit_event_by_day on audit_event (at, id);
--rollback drop index audit_event_by_act; drop index audit_event_by_day;
