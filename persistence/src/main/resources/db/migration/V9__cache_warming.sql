-- What is asked for in the first minutes of sessions, by key: a count that halves every few sessions.
create table cache_opening_habit (
  shelf         varchar(100)      not null,
  entry_key     varchar(500)      not null,
  weight        double precision  not null,
  load_millis   double precision  not null,
  session_date  date              not null,
  primary key (shelf, entry_key)
);
create index cache_opening_habit_session_date on cache_opening_habit (session_date);

-- Who warms when: the row of a session's turn is there once, whichever node adds it. Then its report.
create table cache_warming (
  id            uuid                     primary key,
  session_date  date                     not null,
  turn_name     varchar(60)              not null,
  claimed_at    timestamp with time zone not null,
  report        varchar(100000)          not null,
  constraint cache_warming_once unique (session_date, turn_name)
);
create index cache_warming_claimed_at on cache_warming (claimed_at);
