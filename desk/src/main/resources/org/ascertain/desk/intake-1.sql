-- What was handed in, by whom, under which key, and what became of its rows. Rows that were counted
-- are decided for good; of an intake that was cut short the rest is still to come.
create table intake (
  id       bigint primary key,
  account  text not null,
  via      text not null check (via in ('http', 'folder', 'form', 'feed')),
  key      text not null,
  content  text not null,
  label    text not null,
  received text not null,
  state    text not null check (state in ('open', 'held', 'done')),
  rows     bigint not null,
  recorded bigint not null,
  known    bigint not null,
  kept     bigint not null,
  refused  bigint not null,
  first    bigint,
  held_rows bigint not null,
  held_kept bigint not null,
  unique (account, key)
);

create index intake_content on intake (content);

-- Rows that wait for a person, or did, as they came: nothing is deleted here.
create table kept (
  id       bigint primary key,
  intake   bigint not null,
  row      bigint not null,
  raw      text not null,
  fact     text,
  unit     text,
  source   text,
  moment   bigint,
  findings text not null,
  state    text not null check (state in ('open', 'claimed', 'mended', 'released', 'discarded')),
  account  text,
  until    text,
  reason   text,
  entry    bigint,
  version  bigint not null
);

create index kept_open on kept (unit, source, moment) where state in ('open', 'claimed');
create index kept_intake on kept (intake, row);

-- What was found in rows that do not wait: recorded with a note or unexplained, or refused.
create table noted (
  intake   bigint not null,
  row      bigint not null,
  decision text not null check (decision in ('recorded', 'flagged', 'refused')),
  entry    bigint,
  findings text not null,
  primary key (intake, row)
);

create index noted_entry on noted (entry);
