-- Pictures of papers, by their SHA-256: for those who type and decide, never published. Who handed one in is in the trail.
create table scan (
  hash    text primary key,
  type    text not null check (type in ('pdf', 'png', 'jpeg')),
  content blob not null
);
