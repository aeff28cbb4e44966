-- What the user held then, the largest first, by symbol and parted by blanks; '-' for nothing, empty where it was not known.
alter table user_navigation_log add column held varchar(200) default '' not null;
