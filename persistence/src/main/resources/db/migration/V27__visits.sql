-- When accounts used the portal: one row a visit, which half an hour without a request ends. What was looked at is not here.
create table account_visit (
  id          uuid                     primary key,
  account_id  uuid                     not null,
  session_id  uuid                     not null,
  started_at  timestamp with time zone not null,
  ended_at    timestamp with time zone not null,
  constraint account_visit_account foreign key (account_id) references account (id) on delete cascade
);
create index account_visit_session on account_visit (session_id, ended_at);
create index account_visit_started_at on account_visit (started_at);
