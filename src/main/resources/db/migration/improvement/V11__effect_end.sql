-- That a watch was ended before anybody judged, and why: the complaint turned out not to be ours, or was withdrawn (001/5.2.2.2).
create table improvement.effect_end (
  company_id uuid not null default platform.company(),
  effect_id uuid not null,
  reason text not null check (length(reason) between 1 and 8000),
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, effect_id),
  foreign key (company_id, effect_id) references improvement.effect
);
select platform.protect_append_only('improvement.effect_end');
