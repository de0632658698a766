-- The entries that describe a source, by which whoever goes on with the record knows them all without
-- reading it: in the bytes of a line, "source":{ stands nowhere but there.
create index describing on entry (idx) where instr(line, x'22736f75726365223a7b') > 0;

-- The root over each 256 entries, from which the record's root and every proof are made.
create table node (
  idx  integer primary key,
  hash blob not null
) strict;

-- Which tables other modules keep in this file, and how many of their scripts it has had.
create table beside (
  name    text primary key,
  version integer not null
) strict, without rowid;
