-- Every checkpoint that was signed, with the cosignatures that came in: what is signed later must
-- continue them all.
create table checkpoint (
  size integer primary key,
  note blob not null
) strict;
