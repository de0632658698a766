-- For how many seconds a receiver asked to be left alone; 0 where it did not ask.
alter table attempt add column asked bigint not null default 0;
