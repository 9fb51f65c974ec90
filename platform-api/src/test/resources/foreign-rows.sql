-- One row of the other estate for each kind of id in a path; run with its schema on the search path.
insert into building (name, sort_key, floors) values ('9幢', 'foreign', 6) on conflict do nothing;
insert into unit (building_id, room, sort_key, area_dm2, use, area_source, state)
select id, '901', 'foreign', 8950, 'HOUSE', 'REGISTER', 'SOLD' from building where sort_key = 'foreign' on conflict do nothing;
insert into fund (kind) values ('CHARITY') on conflict do nothing;
insert into notice (title, body, publisher, published_on) values ('邻苑通知', '只给邻苑', '业委会', '2026-01-01');
insert into person (identity_hash, kind, name) values (sha256('foreign'), 'PERSON', '邻甲') on conflict do nothing;
insert into membership (subject, name, relation, state, rights, awaits_decision, asked_at)
values ('foreign', '邻甲', 'GUEST', 'VERIFIED', 'GUEST', false, now()) on conflict do nothing;
insert into term (starts_on, ends_on, recorded_at, by_whom) values ('1990-01-01', '1991-01-01', now(), 'foreign') on conflict do nothing;
insert into appointment (term_id, membership_id, subject, office, starts_on, recorded_at, by_whom)
select t.id, m.id, 'foreign', 'MEMBER', t.starts_on, now(), 'foreign' from term t, membership m
where t.by_whom = 'foreign' and m.subject = 'foreign' and not exists (select from appointment where subject = 'foreign');
insert into media (content_type, width, height, bytes, sha256, sealed_under, uploaded_by, uploaded_at)
values ('image/jpeg', 1, 1, 1, sha256('x'), '\x0100000000', 'foreign', now());
with told as (
    insert into broadcast (cause, audience, audience_hash, template, title, body, fields, channels, told_at)
    values ('test:foreign', '{PERSONS,foreign}', sha256('foreign'), 'test', '通知', '只给邻苑', '{}', '{}', now())
    on conflict do nothing returning id)
insert into message (broadcast_id, subject, cause) select id, 'foreign', 'test:foreign' from told;
insert into roll_version (version, frozen_at, units, owners, total_area_dm2, fingerprint)
values (1, now(), 0, 0, 0, sha256('')) on conflict do nothing;
insert into objection_period (version, opens_on, closes_on, opened_by, opened_at)
select 1, date '2001-01-01', date '2001-01-01', 'foreign', now() where not exists (select from objection_period where opened_by = 'foreign');
insert into objection (period_id, unit_id, subject, at, text_cipher)
select p.id, u.id, 'foreign', now(), '\x00' from objection_period p, unit u where p.opened_by = 'foreign' and u.sort_key = 'foreign';
insert into preview (made_at, made_by, sha256, based_on, content_cipher) values (now(), 'foreign', sha256(''), uuidv7(), '\x00');
