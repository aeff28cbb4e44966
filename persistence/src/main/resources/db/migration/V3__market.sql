-- Market time: one row that all nodes read.
create table market_clock (
  id            integer not null primary key,
  clock_mode    varchar(8) not null,
  market_anchor timestamp with time zone not null,
  wall_anchor   timestamp with time zone not null,
  speed         double precision not null,
  constraint market_clock_one check (id = 1),
  constraint market_clock_mode check (clock_mode in ('LIVE', 'REPLAY'))
);
insert into market_clock (id, clock_mode, market_anchor, wall_anchor, speed)
values (1, 'LIVE', timestamp with time zone '1970-01-01 00:00:00+00:00', timestamp with time zone '1970-01-01 00:00:00+00:00', 1);

-- Held while a file is being imported: one at a time.
create table market_import_turn (
  id            integer not null primary key
);
insert into market_import_turn (id) values (1);

create table market_import (
  id              uuid not null primary key,
  imported_at     timestamp with time zone not null,
  imported_by     varchar(200) not null,
  idempotency     varchar(200),
  file_name       varchar(255) not null,
  kind            varchar(16) not null,
  bytes_read      bigint not null,
  rows_read       bigint not null,
  symbols         integer not null,
  first_date      date,
  last_date       date,
  seconds         double precision not null,
  notes           text not null
);
create unique index market_import_idempotency on market_import (imported_by, idempotency);
create index market_import_at on market_import (imported_at);

create table market_instrument (
  symbol        varchar(32) not null primary key,
  name          varchar(200) not null,
  sector        varchar(80) not null,
  industry      varchar(120) not null,
  kind          varchar(8) not null,
  import_id     uuid not null
);

-- Daily series: what there is of each, and its bars in one block per calendar year.
create table market_series (
  series_kind   varchar(8) not null,
  symbol        varchar(32) not null,
  first_date    date not null,
  last_date     date not null,
  bars          integer not null,
  import_id     uuid not null,
  primary key (series_kind, symbol)
);
create table market_bar_block (
  series_kind   varchar(8) not null,
  symbol        varchar(32) not null,
  bar_year      integer not null,
  bars          integer not null,
  packed        bytea not null,
  import_id     uuid not null,
  primary key (series_kind, symbol, bar_year)
);

-- Option chains by day: the underlying's price, and its contracts in one block per expiry.
create table market_option_day (
  underlying    varchar(32) not null,
  chain_date    date not null,
  spot          double precision,
  import_id     uuid not null,
  primary key (underlying, chain_date)
);
create table market_option_block (
  underlying    varchar(32) not null,
  chain_date    date not null,
  expiry        date not null,
  contracts     integer not null,
  packed        bytea not null,
  import_id     uuid not null,
  primary key (underlying, chain_date, expiry)
);

-- Annual rates as fractions, in force from their date on.
create table market_rate (
  rate_name     varchar(32) not null,
  rate_date     date not null,
  rate          double precision not null,
  import_id     uuid not null,
  primary key (rate_name, rate_date)
);

create table market_earnings (
  symbol        varchar(32) not null,
  report_date   date not null,
  name          varchar(200) not null,
  fiscal_end    date,
  estimate      numeric(18, 6),
  currency      varchar(3) not null,
  report_hour   varchar(8) not null,
  announced_on  date,
  import_id     uuid not null,
  primary key (symbol, report_date)
);
create index market_earnings_date on market_earnings (report_date);

create table market_corporate_action (
  symbol        varchar(32) not null,
  ex_date       date not null,
  action_kind   varchar(8) not null,
  amount        numeric(24, 12) not null,
  announced_on  date,
  import_id     uuid not null,
  primary key (symbol, ex_date, action_kind)
);
