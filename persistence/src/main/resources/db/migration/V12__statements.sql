-- Statements that the product runs, without any value: what they look like.
create table statement_text (
  fingerprint     varchar(16)              primary key,
  statement_body  varchar(2000)            not null,
  first_seen      timestamp with time zone not null
);

-- How often and how long they ran in each quarter of an hour, for whom and for which shelf's loads.
create table statement_window (
  window_start    timestamp with time zone not null,
  node_name       varchar(100)             not null,
  fingerprint     varchar(16)              not null,
  cohort          varchar(40)              not null,
  shelf           varchar(100)             not null,
  executions      bigint                   not null,
  total_nanos     bigint                   not null,
  longest_nanos   bigint                   not null,
  primary key (window_start, node_name, fingerprint, cohort, shelf)
);

-- What was asked of shelves in each quarter of an hour, and how often their sources were.
create table shelf_window (
  window_start    timestamp with time zone not null,
  node_name       varchar(100)             not null,
  shelf           varchar(100)             not null,
  asked           bigint                   not null,
  loads           bigint                   not null,
  load_nanos      bigint                   not null,
  primary key (window_start, node_name, shelf)
);

-- What is asked of shelves in each quarter of an hour of the week: a count that halves every few weeks.
-- What belongs to a user is here only while he agrees to it, and goes with him.
create table shelf_demand (
  week_slot       integer                  not null,
  shelf           varchar(100)             not null,
  entry_key       varchar(500)             not null,
  account_id      uuid,
  weight          double precision         not null,
  counted_at      timestamp with time zone not null,
  primary key (week_slot, shelf, entry_key),
  constraint shelf_demand_account foreign key (account_id) references account (id) on delete cascade
);
create index shelf_demand_account_id on shelf_demand (account_id);
create index shelf_demand_counted_at on shelf_demand (counted_at);
