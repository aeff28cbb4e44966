-- One row: by which split users have pages loaded ahead, and since when; figures of another are not mixed with its own.
create table prefetch_split (
  id               integer                  primary key,
  comparison_name  varchar(60)              not null,
  share_ahead      double precision         not null,
  began_at         timestamp with time zone not null
);
