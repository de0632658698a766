-- That rows which wait could change who wins, and when nobody needed to fear it any more.
create table alert (
  id       bigint primary key,
  unit     text not null,
  raised   text not null,
  cleared  text,
  why      text,
  weighing text not null
);

create index alert_open on alert (unit) where cleared is null;
