-- The public half of the key that the desk's watches were made with: on a machine that lacks the key none is made anew.
create table desk_key (
  verifying text not null
);
