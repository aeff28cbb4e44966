-- What users want to be told of.
create table alert_rule (
  id            uuid                     primary key,
  account_id    uuid                     not null,
  kind          varchar(30)              not null,
  portfolio_id  uuid,
  symbol        varchar(40),
  threshold     double precision         not null,
  -- The least time from one notice to the next about the same subject.
  cool_seconds  bigint                   not null,
  enabled       boolean                  not null,
  created_at    timestamp with time zone not null,
  constraint alert_rule_account foreign key (account_id) references account (id) on delete cascade,
  constraint alert_rule_portfolio foreign key (portfolio_id) references portfolio (id) on delete cascade
);
create index alert_rule_account on alert_rule (account_id);
create index alert_rule_symbol on alert_rule (symbol);

-- Whether a rule may tell of a subject (a symbol, a report) again: only after it has calmed down.
create table alert_state (
  rule_id   uuid                     not null,
  subject   varchar(100)             not null,
  armed     boolean                  not null,
  fired_at  timestamp with time zone not null,
  constraint alert_state_key primary key (rule_id, subject),
  constraint alert_state_rule foreign key (rule_id) references alert_rule (id) on delete cascade
);

-- What they were told. It stays when its rule goes.
create table alert_notice (
  id               uuid                     primary key,
  account_id       uuid                     not null,
  rule_id          uuid                     not null,
  kind             varchar(30)              not null,
  subject          varchar(100)             not null,
  title            varchar(300)             not null,
  body             varchar(1000)            not null,
  figure           double precision         not null,
  threshold        double precision         not null,
  market_at        timestamp with time zone not null,
  raised_at        timestamp with time zone not null,
  acknowledged_at  timestamp with time zone,
  constraint alert_notice_account foreign key (account_id) references account (id) on delete cascade
);
create index alert_notice_account on alert_notice (account_id, raised_at);

-- The one node that looks at the rules by the clock.
create table alert_turn (
  id          integer                  primary key,
  node        varchar(100)             not null,
  held_until  timestamp with time zone not null
);
