-- The entries of one record, as the exact bytes that are hashed, and their leaf hashes, by which a
-- damaged one is told.
create table entry (
  idx  integer primary key,
  line blob not null,
  leaf blob not null
) strict;

-- What was appended under which key, so that whoever had no answer can ask again.
create table batch (
  key     text primary key,
  content blob not null,
  first   integer not null,
  count   integer not null
) strict, without rowid;
