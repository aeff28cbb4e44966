-- Portfolios. Transactions are the truth: positions, lots, cash and returns are computed from them.
create table portfolio (
  id            uuid                     primary key,
  owner_id      uuid                     not null,
  name          varchar(100)             not null,
  currency      varchar(3)               not null,
  lot_method    varchar(8)               not null,
  created_at    timestamp with time zone not null,
  next_number   bigint                   not null,
  version       integer                  not null,
  constraint portfolio_name_once unique (owner_id, name)
);

create table portfolio_import (
  id            uuid                     primary key,
  portfolio_id  uuid                     not null,
  file_format   varchar(40)              not null,
  file_name     varchar(255)             not null,
  file_hash     varchar(64)              not null,
  account_label varchar(120),
  imported_at   timestamp with time zone not null,
  imported      integer                  not null,
  duplicates    integer                  not null,
  ignored       integer                  not null,
  constraint portfolio_import_portfolio foreign key (portfolio_id) references portfolio (id) on delete cascade
);
create index portfolio_import_portfolio_id on portfolio_import (portfolio_id, imported_at);

-- The number orders transactions of one day. A fingerprint recognises a row of a file when it comes again.
create table portfolio_transaction (
  id                 uuid            primary key,
  portfolio_id       uuid            not null,
  import_id          uuid,
  entry_number       bigint          not null,
  trade_date         date            not null,
  settlement_date    date,
  kind               varchar(24)     not null,
  symbol             varchar(64),
  option_underlying  varchar(6),
  option_expiry      date,
  option_strike      numeric(12,3),
  option_right       varchar(4),
  option_multiplier  integer,
  quantity           numeric(28,10)  not null,
  price              numeric(28,10),
  fees               numeric(28,10)  not null,
  amount             numeric(28,10)  not null,
  currency           varchar(3)      not null,
  split_ratio        numeric(28,14),
  chosen_lots        varchar(4000),
  note               varchar(1000)   not null,
  source_line        integer         not null,
  fingerprint        varchar(64),
  constraint portfolio_transaction_number_once unique (portfolio_id, entry_number),
  constraint portfolio_transaction_fingerprint_once unique (portfolio_id, fingerprint),
  constraint portfolio_transaction_portfolio foreign key (portfolio_id) references portfolio (id) on delete cascade,
  constraint portfolio_transaction_import foreign key (import_id) references portfolio_import (id) on delete cascade
);
create index portfolio_transaction_by_date on portfolio_transaction (portfolio_id, trade_date, entry_number);
create index portfolio_transaction_import_id on portfolio_transaction (import_id);
