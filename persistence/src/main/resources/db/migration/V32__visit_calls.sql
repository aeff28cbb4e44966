-- Answers that had to call a source while the page was waited for; null where none was of a shelf or it is not known.
alter table user_navigation_log add column source_calls integer;
-- Calls of sources that were made ahead for the user since the visit before.
alter table user_navigation_log add column ahead_calls double precision default 0 not null;
