-- Who somebody is to a provider that knows them too (OpenID Connect), as an administrator tied it to their account. Who
-- is erased has no row.
create table identity (
  account bigint primary key,
  issuer  text not null,
  subject text not null,
  unique (issuer, subject)
);
