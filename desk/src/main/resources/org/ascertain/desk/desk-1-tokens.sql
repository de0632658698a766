-- Whether the folder is a rehearsal's; one row.
create table purpose (
  rehearsal integer not null
);

-- Everybody who may hand in, by the number that their entries bear. A number is never used again.
create table account (
  id      bigint primary key,
  created text not null
);

-- What a program shows for its account; of the token itself only the hash is here. Lists are words with a
-- comma between, no word means all (of callers: none). Times are RFC 3339 in UTC.
create table token (
  account   bigint primary key,
  hash      text not null unique,
  label     text not null,
  elections text not null,
  facts     text not null,
  callers   text not null,
  units     text not null,
  sources   text not null,
  policy    text not null check (policy in ('aside', 'flag')),
  created   text not null,
  expires   text not null,
  revoked   text,
  last_used text
);
