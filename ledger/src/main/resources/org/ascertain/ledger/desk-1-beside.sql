-- Which tables the desk and others keep in this file, and how many of their scripts it has had.
create table beside (
  name    text primary key,
  version integer not null
) strict, without rowid;
