--liquibase formatted sql

--changeset shop:001-category
-- Shelves in the order of the workbook.
create table category (
    id uuid primary key default uuidv7(),
    name text not null unique check (length(name) between 1 and 20)
);
--rollback drop table category;

--changeset shop:002-product
-- Prices are whole fen. A reference price counts only with its source and day, or savings could not be shown.
-- search_text holds name, spec and every reading's pinyin initials in lower case, so that one test finds all of them.
create table product (
    id uuid primary key default uuidv7(),
    category_id uuid not null references category,
    name text not null check (length(name) between 1 and 60),
    spec text not null check (length(spec) <= 40),
    unit text not null check (length(unit) between 1 and 10),
    price_fen bigint not null check (price_fen > 0),
    reference_fen bigint check (reference_fen > 0),
    reference_source text check (length(reference_source) between 1 and 60),
    reference_on date,
    stock integer not null check (stock >= 0),
    producer text check (length(producer) between 1 and 60),
    state text not null default 'ON_SALE' check (state in ('ON_SALE', 'OFF_SALE')),
    search_text text not null,
    unique (category_id, name, spec),
    check (num_nulls(reference_fen, reference_source, reference_on) in (0, 3))
);
-- The catalogue page: by shelf or all, in a stable order.
create index product_on_sale on product (id) where state = 'ON_SALE';
create index product_on_shelf on product (category_id, id) where state = 'ON_SALE';
--rollback drop table product; 
