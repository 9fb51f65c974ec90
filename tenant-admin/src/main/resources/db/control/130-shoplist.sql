--liquibase formatted sql

--changeset shoplist:001-shop
-- The list of small shops a community office keeps: business data, no resident's.
create table control.shop (
  id           uuid primary key,
  community_id uuid not null references control.office,
  name         text not null,
  kind         text not null,
  phone        text,
  address      text not null default '',
  hours        text,
  services     text[] not null default '{}',
  created_at   timestamptz not null,
  constraint shop_once unique (community_id, name, address)
);
--rollback drop table control.shop;

--changeset shoplist:002-listing
-- Which estates show which shop. A workbook is remembered, so that taking an onboarding back takes its listings back.
create table control.shop_listing (
  estate_id   uuid not null references control.estate,
  shop_id     uuid not null references control.shop,
  workbook_id uuid not null references control.workbook,
  place       integer not null,
  primary key (estate_id, shop_id)
);
create index shop_listing_shop on control.shop_listing (shop_id);
--rollback drop table control.shop_listing;

--changeset shoplist:003-directory
-- The version of the estate's directory; the cell ignores a projection older than the one it has.
create table control.estate_directory (
  estate_id uuid primary key references control.estate,
  version   bigint not null check (version > 0),
  pushed    bigint not null default 0,
  constraint estate_directory_order check (pushed <= version)
);
--rollback drop table control.estate_directory;
