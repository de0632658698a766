-- People with accounts; the account's number is all that records and trails know of them. Who is erased keeps the
-- row without name and password. Lists are words with a comma between; times are RFC 3339 in UTC.
create table person (
  account  bigint primary key,
  name     text unique,
  roles    text not null,
  password text,
  created  text not null,
  erased   text
);

-- A link by which somebody sets a password, once. Of the link only the hash is here, as of all secrets.
create table invitation (
  hash    text primary key,
  account bigint not null,
  expires text not null,
  used    text
);

-- Who is signed in, and was.
create table session (
  hash    text primary key,
  account bigint not null,
  created text not null,
  seen    text not null,
  ended   text
);

create index session_account on session (account);
