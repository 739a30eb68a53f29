-- A plan may be changed until its approval; what was put before the approvers stays word for word (001/5.4.6.3).
alter table improvement.plan
  add column version int not null default 1,
  add column changed_by uuid,
  add column changed_at timestamptz;
grant update (title, opinion, version, changed_by, changed_at) on improvement.plan to ${app};
grant delete on improvement.plan_action to ${app};

-- What was proposed, when and by whom; without an approval where the route of the profile names nobody.
create table improvement.plan_submission (
  company_id uuid not null default platform.company(),
  id uuid not null,
  plan_id uuid not null,
  approval_id uuid,
  content jsonb not null,
  content_hash text not null check (length(content_hash) = 64),
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  primary key (company_id, id),
  constraint plan_submission_approval unique (company_id, approval_id),
  foreign key (company_id, plan_id) references improvement.plan
);
select platform.protect_append_only('improvement.plan_submission');
create index plan_submission_plan on improvement.plan_submission (company_id, plan_id, id);
