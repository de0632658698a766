-- What binds and waits for a second person, or did. The body is what its state holds; what is typed blind is sealed
-- there. Whoever stood by it is told in columns of their own, so that the database itself refuses one person twice.
create table proposal (
  id             bigint primary key,
  version        bigint not null,
  kind           text not null,
  unit           text,
  state          text not null check (state in (
    'proposed', 'sent-back', 'stale', 'opened', 'first-typing', 'first-typed', 'second-typing', 'differing',
    'half-retyped', 'undecided', 'recorded', 'refused', 'withdrawn')),
  body           text not null,
  first_person   bigint,
  second_person  bigint,
  third_person   bigint,
  first_entry    bigint,
  last_entry     bigint,
  opened         text not null,
  changed        text not null,
  check (first_person <> second_person),
  check (third_person <> first_person and third_person <> second_person),
  check (state <> 'recorded' or (first_person is not null and second_person is not null
    and first_entry is not null and last_entry is not null))
);

create index proposal_state on proposal (state, unit);
