-- Moments are nanoseconds since 1970-01-01T00:00Z: of a record's clock as entries give it, of this program's in
-- delivery.

-- Somebody waits for a condition, from so many entries and a moment on.
create table watch (
  id        text primary key,
  election  text not null,
  condition text not null,
  entries   bigint not null,
  clock     bigint not null,
  made      text not null
);

-- Up to where the turns of an election's watches have been made.
create table watch_cursor (
  election text primary key,
  entries  bigint not null,
  clock    bigint not null
);

-- A turn and what is told of it: written once, sent as it stands.
create table turn (
  id    text primary key,
  watch text not null,
  seq   bigint not null,
  body  text not null,
  unique (watch, seq)
);

-- Where the telling of a turn has got to; whoever sends it holds it until a moment.
create table delivery (
  turn     text primary key,
  watch    text not null,
  seq      bigint not null,
  state    text not null check (state in ('due', 'delivered', 'given-up')),
  due      bigint not null,
  held     bigint not null,
  attempts bigint not null
);

create index delivery_due on delivery (state, due);
