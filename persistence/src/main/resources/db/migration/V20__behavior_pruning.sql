-- One row: when a node last began to remove what is older than it is kept, so that one does and not all.
create table behavior_pruning (
  id         integer                  primary key,
  pruned_at  timestamp with time zone not null
);
insert into behavior_pruning (id, pruned_at) values (1, timestamp with time zone '1970-01-01 00:00:00+00:00');
