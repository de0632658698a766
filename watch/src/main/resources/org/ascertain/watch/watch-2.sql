-- Each program that follows an election has a place of its own in the record: a command its watch's, a server one for all
-- of its watches.
alter table watch add column follower text not null default '';
update watch set follower = id;
create table watch_place (
  follower text not null,
  election text not null,
  entries  bigint not null,
  clock    bigint not null,
  primary key (follower, election)
);
insert into watch_place (follower, election, entries, clock)
  select w.id, w.election, c.entries, c.clock from watch w join watch_cursor c on c.election = w.election;
drop table watch_cursor;

-- Where a server's watch is told, and what opens its page; an address is erased when the watch ends. A sealed secret can
-- be read with the desk's key alone. Failures are those since something was told last, failing since when they began.
create table endpoint (
  watch    text primary key,
  opens    text not null unique,
  kind     text not null check (kind in ('webhook', 'mail', 'none')),
  address  text not null,
  contact  text not null,
  sealed   text not null,
  language text not null check (language in ('en', 'es')),
  still    bigint not null,
  account  bigint not null,
  network  text not null,
  state    text not null check (state in ('unconfirmed', 'live', 'disabled', 'ended')),
  failures bigint not null,
  failing  bigint not null,
  told     bigint not null,
  reached  bigint not null
);

create index endpoint_network on endpoint (network);

-- Each time that a turn was tried to be told. A status of 0 says that no answer came.
create table attempt (
  turn   text not null,
  number bigint not null,
  at     bigint not null,
  status bigint not null,
  millis bigint not null,
  answer text not null,
  primary key (turn, number)
);

create index delivery_of_watch on delivery (watch, seq);
