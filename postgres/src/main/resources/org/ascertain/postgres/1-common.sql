-- Who wrote last: whoever writes locks this row until the transaction ends, and first takes in what others wrote.
create table writer (
  last text not null
);

insert into writer values ('');

-- Which tables there are, and how many of their scripts they have had; the text of others' scripts, by which a copy
-- in SQLite is made.
create table beside (
  name    text primary key,
  version integer not null
);

create table script (
  name   text not null,
  number integer not null,
  text   text not null,
  primary key (name, number)
);

-- What SQLite calls it: scripts of others' tables are the same for both.
create domain blob as bytea;
