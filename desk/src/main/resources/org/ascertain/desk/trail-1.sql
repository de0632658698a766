-- Who did what and when, by account numbers. Each row's leaf is a hash over the row and the leaf before, so that a
-- row that is missing or was changed shows. Times are RFC 3339 in UTC.
create table trail (
  id      bigint primary key,
  at      text not null,
  account bigint not null,
  act     text not null,
  object  text not null,
  body    text not null,
  leaf    text not null unique
);
