-- Who somebody is to a provider that knows them too (OpenID Connect), as an administrator tied it to their account. Who
-- is erased has no row.
create table identity (
  account bigint primary key,
  issuer  text not null,
  subject text not null,
  unique (issuer, subject)
);

-- Roles that one administrator wants for somebody; another has to want the same.
create table wish (
  account   bigint primary key,
  roles     text not null,
  wanted_by bigint not null,
  at        text not null,
  check (wanted_by <> account)
);
