-- The journal of long operations: one row per run, one row per event of it.

create table runs (
  id             uuid                     not null,
  owner_id       uuid                     not null,
  owner_name     varchar(200)             not null,
  owner_roles    varchar(200)             not null,
  operation      varchar(100)             not null,
  parameters     varchar(100000)          not null,
  steps          varchar(10000)           not null,
  as_of          timestamp with time zone not null,
  status         varchar(20)              not null,
  step_index     integer                  not null,
  progress       double precision         not null,
  last_sequence  bigint                   not null,
  started_at     timestamp with time zone not null,
  ended_at       timestamp with time zone,
  -- Who works on it: every take-over raises the fence, and an append under an old fence is refused.
  fence          bigint                   not null,
  holder         varchar(200),
  lease_until    timestamp with time zone,
  attempt        integer                  not null,
  constraint runs_pk primary key (id)
);

create index runs_of_owner on runs (owner_id, started_at);
create index runs_under_way on runs (status, lease_until);
create index runs_ended on runs (ended_at);

create table run_events (
  run_id           uuid                     not null,
  sequence_number  bigint                   not null,
  step_index       integer                  not null,
  event_type       varchar(100)             not null,
  happened_at      timestamp with time zone not null,
  payload          varchar(1000000)         not null,
  constraint run_events_pk primary key (run_id, sequence_number),
  constraint run_events_run foreign key (run_id) references runs (id) on delete cascade
);
