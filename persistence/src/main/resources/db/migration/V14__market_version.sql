-- How often imports have changed the market's data, so that whatever is made of it can tell whether it still is true.
alter table market_import_turn add column data_version bigint default 0 not null;
