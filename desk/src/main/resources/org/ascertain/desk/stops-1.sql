-- Whether what the public sees stands still, and since which entry: one row, once anybody has asked for it. Times are
-- RFC 3339 in UTC.
create table "freeze" (
  id            bigint primary key check (id = 1),
  version       bigint not null,
  state         text not null check (state in ('thawed', 'asked', 'frozen')),
  first_person  bigint,
  second_person bigint,
  at            text,
  reason        text,
  entries       bigint,
  check (state <> 'asked' or (first_person is not null and at is not null and reason is not null)),
  check (state <> 'frozen' or (first_person <> second_person and second_person is not null and at is not null
    and reason is not null and entries is not null))
);

-- Entries of the desk's own that somebody is looking into.
create table hold (
  entry   bigint not null,
  account bigint not null,
  at      text not null,
  reason  text not null,
  lifted  text,
  primary key (entry, at)
);
