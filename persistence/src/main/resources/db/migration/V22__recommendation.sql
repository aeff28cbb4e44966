-- What a user said of himself, asked for once.
create table recommendation_profile (
  account_id      uuid                     primary key,
  risk_tolerance  varchar(20)              not null,
  horizon_years   integer                  not null,
  taxed           boolean                  not null,
  -- Shares of a gain, for lots held up to a year and for longer ones.
  short_rate      double precision         not null,
  long_rate       double precision         not null,
  changed_at      timestamp with time zone not null,
  constraint recommendation_profile_account foreign key (account_id) references account (id) on delete cascade
);

-- Lists as they were drawn, with all that could have been drawn.
create table recommendation_list (
  id          uuid                     primary key,
  account_id  uuid                     not null,
  shown_at    timestamp with time zone not null,
  market_at   timestamp with time zone not null,
  policy      varchar(40)              not null,
  -- The alternatives as JSON: kind, action, worth, traits, score.
  context     text                     not null,
  -- Whether it may still be served: an answer ends it.
  open        boolean                  not null,
  constraint recommendation_list_account foreign key (account_id) references account (id) on delete cascade
);
create index recommendation_list_account on recommendation_list (account_id, shown_at);
create index recommendation_list_shown_at on recommendation_list (shown_at);

-- The places of these lists, with the probability with which each was drawn given those above it.
create table recommendation_card (
  id                 uuid                     primary key,
  list_id            uuid                     not null,
  account_id         uuid                     not null,
  place              integer                  not null,
  recommendation_id  uuid                     not null,
  kind               varchar(60)              not null,
  subject            varchar(100)             not null,
  direction          varchar(20)              not null,
  -- Which of the alternatives, from 0.
  alternative        integer                  not null,
  propensity         double precision         not null,
  stated             double precision         not null,
  worth              double precision         not null,
  body               text                     not null,
  shown_at           timestamp with time zone not null,
  expires_at         timestamp with time zone not null,
  opened_at          timestamp with time zone,
  constraint recommendation_card_list foreign key (list_id) references recommendation_list (id) on delete cascade
);
create index recommendation_card_list on recommendation_card (list_id);
create index recommendation_card_account on recommendation_card (account_id, recommendation_id, shown_at);

-- What users said to them: one answer per card, the last counts.
create table recommendation_answer (
  card_id            uuid                     primary key,
  account_id         uuid                     not null,
  recommendation_id  uuid                     not null,
  kind               varchar(60)              not null,
  subject            varchar(100)             not null,
  direction          varchar(20)              not null,
  verdict            varchar(20)              not null,
  reason             varchar(500),
  snoozed_until      timestamp with time zone,
  answered_at        timestamp with time zone not null,
  market_at          timestamp with time zone not null,
  constraint recommendation_answer_card foreign key (card_id) references recommendation_card (id) on delete cascade
);
create index recommendation_answer_account on recommendation_answer (account_id, answered_at);

-- What became of them, once their time is over.
create table recommendation_outcome (
  card_id     uuid                     primary key,
  from_date   date                     not null,
  to_date     date                     not null,
  amount      numeric(19, 2)           not null,
  -- One standard deviation of what chance does to the amount in that time.
  chance      numeric(19, 2)           not null,
  settled_at  timestamp with time zone not null,
  constraint recommendation_outcome_card foreign key (card_id) references recommendation_card (id) on delete cascade
);
