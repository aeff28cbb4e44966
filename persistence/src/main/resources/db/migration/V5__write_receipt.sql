-- What was answered to a write that named itself by an idempotency key, so that a repeat gets the same answer.
create table write_receipt (
  owner_id      uuid                     not null,
  request_key   varchar(200)             not null,
  request_hash  varchar(64)              not null,
  created_at    timestamp with time zone not null,
  status        integer                  not null,
  location      varchar(500),
  body          varchar(100000)          not null,
  primary key (owner_id, request_key)
);
create index write_receipt_created_at on write_receipt (created_at);
