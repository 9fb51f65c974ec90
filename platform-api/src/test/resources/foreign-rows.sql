-- One row of the other estate for each kind of id in a path; run with its schema on the search path.
insert into building (name, sort_key, floors) values ('9幢', 'foreign', 6) on conflict do nothing;
insert into unit (building_id, room, sort_key, area_dm2, use, area_source, state)
select id, '901', 'foreign', 8950, 'HOUSE', 'REGISTER', 'SOLD' from building where sort_key = 'foreign' on conflict do nothing;
insert into fund (kind) values ('CHARITY') on conflict do nothing;
insert into notice (title, body, publisher, published_on) values ('邻苑通知', '只给邻苑', '业委会', '2026-01-01');
