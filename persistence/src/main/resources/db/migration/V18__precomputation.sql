-- What is computed before a busy hour: the row of an hour's turn is there once, whichever node adds it. Then its report.
create table query_precomputation (
  id              uuid                     primary key,
  window_start    timestamp with time zone not null,
  turn_name       varchar(60)              not null,
  claimed_at      timestamp with time zone not null,
  report          text                     not null,
  constraint query_precomputation_once unique (window_start, turn_name)
);
create index query_precomputation_claimed_at on query_precomputation (claimed_at);

-- The latest closes as one day knew them, made from one version of what was imported. Of another version or day they
-- are not served. At most one row here, and a row for each symbol there.
create table market_closing (
  id              integer                  primary key,
  data_version    bigint                   not null,
  known_date      date                     not null,
  symbols         integer                  not null,
  made_at         timestamp with time zone not null,
  made_millis     double precision         not null,
  made_statements integer                  not null
);
create table market_closing_price (
  symbol          varchar(32)              primary key,
  last_price      varchar(60)              not null,
  previous_close  varchar(60)              not null,
  volume          bigint                   not null,
  bar_at          timestamp with time zone not null
);
