-- What a user did until then is taught to no model: he had his visits deleted, or withdrew, within the hour before, or what he did before that is not to be used.
alter table behavior_consent add column untaught_until timestamp with time zone default timestamp with time zone '1970-01-01 00:00:00+00:00' not null;

-- Keys of one user's own tell when he came: what is asked at the opening is kept only of what belongs to nobody.
delete from cache_opening_habit where entry_key like '________-____-____-____-____________%';
