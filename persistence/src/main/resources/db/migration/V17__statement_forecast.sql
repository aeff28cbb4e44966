-- One row, held while what shelves were asked for, or texts of statements, are added to: nodes do so one after the other.
create table statement_turn (
  id              integer                  primary key
);
insert into statement_turn (id) values (1);

-- All statements of a quarter of an hour together, so that weeks of them can be looked at.
create table statement_total (
  window_start    timestamp with time zone not null,
  node_name       varchar(100)             not null,
  executions      bigint                   not null,
  total_nanos     bigint                   not null,
  primary key (window_start, node_name)
);
insert into statement_total (window_start, node_name, executions, total_nanos)
select window_start, node_name, sum(executions), sum(total_nanos) from statement_window group by window_start, node_name;

-- What is expected of a quarter of an hour, made once before it begins.
create table statement_forecast (
  window_start    timestamp with time zone primary key,
  from_windows    integer                  not null,
  expected        double precision         not null,
  made_at         timestamp with time zone not null
);
create table statement_forecast_line (
  window_start    timestamp with time zone not null,
  fingerprint     varchar(16)              not null,
  shelf           varchar(100)             not null,
  expected_count  double precision         not null,
  expected_millis double precision         not null,
  primary key (window_start, fingerprint, shelf)
);
