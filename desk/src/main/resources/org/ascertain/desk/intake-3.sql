-- What later rows tell of one that waits: that one decision is for both, that nobody needs to decide
-- any more, and what was wrong with it.
alter table kept add column follows bigint;
alter table kept add column overtaken text;
alter table kept add column shown text;

create index kept_follows on kept (follows) where follows is not null;
