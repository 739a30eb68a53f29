-- That the records failed a watch by themselves: the same defect on the same part came back (T-REOPEN). What was signed before stays.
create table improvement.effect_failure (
  company_id uuid not null default platform.company(),
  effect_id uuid not null,
  number text not null check (length(number) between 1 and 40),
  path text not null check (length(path) between 1 and 200),
  happened_at timestamptz not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, effect_id),
  foreign key (company_id, effect_id) references improvement.effect
);
select platform.protect_append_only('improvement.effect_failure');
