-- The entries of one record, as the exact bytes that are hashed, and their leaf hashes, by which a
-- damaged one is told. Beside an entry that was committed alone stand its batch's key and content.
create table entry (
  idx     integer primary key,
  line    blob not null,
  leaf    blob not null,
  key     text,
  content blob
) strict;

-- What was appended under which key, so that whoever had no answer can ask again.
create table batch (
  key     text primary key,
  content blob not null,
  first   integer not null,
  count   integer not null
) strict, without rowid;

-- The keys of all entries before upto stand in batch; of those from there on, beside the entries.
create table indexed (
  upto integer not null
) strict;

insert into indexed values (0);
