-- The entries of one record, as the exact bytes that are hashed, and their leaf hashes, by which a
-- damaged one is told. Beside an entry that was committed alone stand its batch's key and content.
create table entry (
  idx     bigint primary key,
  line    bytea not null,
  leaf    bytea not null,
  key     text,
  content bytea
);

-- The entries that describe a source, by which whoever goes on with the record knows them all without
-- reading it: in the bytes of a line, "source":{ stands nowhere but there.
create index describing on entry (idx) where position('\x22736f75726365223a7b'::bytea in line) > 0;

-- What was appended under which key, so that whoever had no answer can ask again.
create table batch (
  key     text primary key,
  content bytea not null,
  first   bigint not null,
  count   bigint not null
);

-- The keys of all entries before upto stand in batch; of those from there on, beside the entries.
create table indexed (
  upto bigint not null
);

insert into indexed values (0);

-- Every checkpoint that was signed, with the cosignatures that came in: what is signed later must
-- continue them all.
create table checkpoint (
  size bigint primary key,
  note bytea not null
);

-- The root over each 256 entries, from which the record's root and every proof are made.
create table node (
  idx  bigint primary key,
  hash bytea not null
);

-- What was made of the beginning of the record and need not be made again.
create table state (
  name    text primary key,
  version integer not null,
  size    bigint not null,
  root    bytea not null,
  content bytea not null
);
