-- Held while accounts lose rights, so that two administrators cannot take each other's at the same time.
create table account_turn (
  id  integer  primary key
);
insert into account_turn (id) values (1);
