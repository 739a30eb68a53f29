-- An urgent order may be released before its approval, with a reason and a promise; the approval stays outstanding until it is
-- given or refused afterwards (001/5.3.4; trap 18).
alter table replenishment.replenishment add column released_on date, add column approval_due date, add column refused_on date;

do $$
declare one record;
begin
  for one in select c.conname, c.conrelid::regclass as held from pg_constraint c
    where c.contype = 'c' and c.conrelid in ('replenishment.replenishment'::regclass, 'replenishment.step'::regclass)
      and (pg_get_constraintdef(c.oid) like '%state%' or pg_get_constraintdef(c.oid) like '%PROPOSED%')
  loop
    execute format('alter table %s drop constraint %I', one.held, one.conname);
  end loop;
end $$;

alter table replenishment.replenishment
  add constraint replenishment_states check (state in ('PROPOSED', 'RELEASED', 'REFUSED', 'WITHDRAWN', 'APPROVED', 'SCHEDULED', 'SHIPPED', 'RECEIVED')),
  add constraint replenishment_agreed check (state <> 'APPROVED' or approved_on is not null),
  add constraint replenishment_leaves check (state not in ('RELEASED', 'SCHEDULED', 'SHIPPED', 'RECEIVED') or approved_on is not null or released_on is not null),
  add constraint replenishment_planned check (state not in ('SCHEDULED', 'SHIPPED', 'RECEIVED') or scheduled_for is not null),
  add constraint replenishment_gone check (state not in ('SHIPPED', 'RECEIVED') or shipped_on is not null),
  add constraint replenishment_promised check ((released_on is null) = (approval_due is null)),
  add constraint replenishment_released_urgent check (released_on is null or urgent),
  add constraint replenishment_one_word check (refused_on is null or approved_on is null and released_on is not null);
create index replenishment_outstanding on replenishment.replenishment (company_id, approval_due)
  where released_on is not null and approved_on is null and refused_on is null;

alter table replenishment.step add constraint step_kinds
  check (kind in ('PROPOSED', 'CHANGED', 'RELEASED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'SCHEDULED', 'SHIPPED', 'RECEIVED'));

-- Who released which proposal before its approval, why, and until when the approval was promised.
create table replenishment.release (
  company_id uuid not null default platform.company(),
  replenishment_id uuid not null,
  round int not null,
  reason text not null check (length(reason) between 1 and 1000),
  approval_due date not null,
  profile_version uuid not null,
  released_by uuid not null,
  released_at timestamptz not null,
  primary key (company_id, replenishment_id, round),
  foreign key (company_id, replenishment_id, round) references replenishment.submission,
  foreign key (company_id, released_by) references organization.person
);
select platform.protect_append_only('replenishment.release');
