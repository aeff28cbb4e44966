-- Held while a bucket of sign_in_throttle is made, so that two attempts never make the same one.
create table sign_in_turn (
  id  integer  primary key
);
insert into sign_in_turn (id) values (1);
