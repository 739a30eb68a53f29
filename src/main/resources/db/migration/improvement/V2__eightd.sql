-- An 8D (001/5.2.2.4, 5.2.2.5). Standing, leader, depth and round are the present state; how they came about stands in
-- improvement.eightd_event and improvement.eightd_step_end.
create table improvement.eightd (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  title text not null check (length(title) between 1 and 200),
  customer_id uuid,
  depth text not null check (depth in ('LIGHT', 'FULL')),
  stubborn boolean not null default false,
  leader_id uuid,
  round int not null default 1 check (round >= 1),
  standing text not null check (standing in ('D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'CLOSED')),
  stage_due timestamptz,
  opened_by uuid not null,
  opened_at timestamptz not null,
  profile_version uuid not null,
  clause text not null,
  version int not null default 1,
  primary key (company_id, id),
  constraint eightd_number unique (company_id, number),
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, leader_id) references organization.person
);
select platform.protect('improvement.eightd', 'select, insert, update');
create index eightd_standing on improvement.eightd (company_id, standing, stage_due);
create index eightd_customer on improvement.eightd (company_id, customer_id);

create table improvement.eightd_event (
  company_id uuid not null default platform.company(),
  id uuid not null,
  eightd_id uuid not null,
  round int not null,
  kind text not null check (kind in ('OPENED', 'SOURCE_ADDED', 'SOURCE_REMOVED', 'REFERRED', 'LEADER', 'DEEPENED', 'STUBBORN', 'STEP_DONE', 'REOPENED',
    'APPROVAL_ASKED', 'APPROVED', 'REFUSED')),
  words text not null check (length(words) <= 4000),
  details jsonb not null,
  done_by uuid not null,
  done_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, eightd_id) references improvement.eightd
);
select platform.protect_append_only('improvement.eightd_event');
create index eightd_event_of on improvement.eightd_event (company_id, eightd_id, id);

-- One 8D for many complaints; what was taken off again stays readable with its reason.
create table improvement.eightd_source (
  company_id uuid not null default platform.company(),
  id uuid not null,
  eightd_id uuid not null,
  subject_type text not null check (length(subject_type) between 1 and 40),
  subject_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, eightd_id) references improvement.eightd
);
select platform.protect_append_only('improvement.eightd_source');
create index eightd_source_of on improvement.eightd_source (company_id, eightd_id);
create index eightd_source_subject on improvement.eightd_source (company_id, subject_type, subject_id);

create table improvement.eightd_source_end (
  company_id uuid not null default platform.company(),
  source_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, source_id),
  foreign key (company_id, source_id) references improvement.eightd_source
);
select platform.protect_append_only('improvement.eightd_source_end');

-- An earlier 8D that answers this problem too; never a chain.
create table improvement.eightd_reference (
  company_id uuid not null default platform.company(),
  eightd_id uuid not null,
  earlier_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  referred_by uuid not null,
  referred_at timestamptz not null,
  primary key (company_id, eightd_id, earlier_id),
  foreign key (company_id, eightd_id) references improvement.eightd,
  foreign key (company_id, earlier_id) references improvement.eightd,
  check (eightd_id <> earlier_id)
);
select platform.protect_append_only('improvement.eightd_reference');

-- The text of a step while it is written: one durable upsert, no evidence yet. Former versions serve to tell two writers apart.
create table improvement.eightd_text (
  company_id uuid not null default platform.company(),
  eightd_id uuid not null,
  step text not null check (step in ('D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8')),
  id uuid not null,
  content jsonb not null,
  version int not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (company_id, eightd_id, step),
  constraint eightd_text_id unique (company_id, id),
  foreign key (company_id, eightd_id) references improvement.eightd
);
select platform.protect('improvement.eightd_text', 'select, insert, update');

create table improvement.eightd_text_former (
  company_id uuid not null default platform.company(),
  eightd_id uuid not null,
  step text not null,
  version int not null,
  content jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (company_id, eightd_id, step, version),
  foreign key (company_id, eightd_id, step) references improvement.eightd_text
);
select platform.protect('improvement.eightd_text_former', 'select, insert, delete');

-- A step that was ended: the whole text, who and when; a rejection begins a new round and both stay.
create table improvement.eightd_step_end (
  company_id uuid not null default platform.company(),
  id uuid not null,
  eightd_id uuid not null,
  step text not null check (step in ('D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8')),
  round int not null,
  content jsonb not null,
  content_hash text not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, id),
  constraint eightd_step_end_once unique (company_id, eightd_id, step, round),
  foreign key (company_id, eightd_id) references improvement.eightd
);
select platform.protect_append_only('improvement.eightd_step_end');

create table improvement.eightd_reopening (
  company_id uuid not null default platform.company(),
  eightd_id uuid not null,
  round int not null,
  step text not null check (step in ('D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8')),
  reason text not null check (length(reason) between 1 and 4000),
  reopened_by uuid not null,
  reopened_at timestamptz not null,
  primary key (company_id, eightd_id, round),
  foreign key (company_id, eightd_id) references improvement.eightd
);
select platform.protect_append_only('improvement.eightd_reopening');

-- D3 as figures (D35): 0 is allowed, blank is not; nobody sorts more than there is or finds more bad than was sorted.
create table improvement.eightd_containment (
  company_id uuid not null default platform.company(),
  end_id uuid not null,
  place text not null check (length(place) between 1 and 40),
  quantity numeric not null check (quantity >= 0),
  unit text not null check (length(unit) between 1 and 20),
  sorted numeric check (sorted between 0 and quantity),
  defective numeric check (defective between 0 and sorted),
  decision text not null check (decision in ('USE', 'SORT', 'REWORK', 'SCRAP', 'RETURN', 'REPLACE', 'NONE')),
  primary key (company_id, end_id, place),
  foreign key (company_id, end_id) references improvement.eightd_step_end,
  check (defective is null or sorted is not null)
);
select platform.protect_append_only('improvement.eightd_containment');

-- D4 as rows: what counts as a root cause, on which axis.
create table improvement.eightd_cause (
  company_id uuid not null default platform.company(),
  end_id uuid not null,
  axis text not null check (axis in ('OCCURRENCE', 'NON_DETECTION')),
  layer text not null check (layer in ('TECHNICAL', 'SYSTEMIC')),
  path text not null check (path ~ '^\d+(\.\d+)*$'),
  words text not null check (length(words) between 1 and 4000),
  root boolean not null,
  primary key (company_id, end_id, axis, layer, path),
  foreign key (company_id, end_id) references improvement.eightd_step_end
);
select platform.protect_append_only('improvement.eightd_cause');

-- Which measure of the tracking table carries a line of D5.
create table improvement.eightd_measure (
  company_id uuid not null default platform.company(),
  end_id uuid not null,
  line int not null check (line >= 1),
  measure_id uuid not null,
  primary key (company_id, end_id, line),
  foreign key (company_id, end_id) references improvement.eightd_step_end,
  foreign key (company_id, measure_id) references improvement.measure
);
select platform.protect_append_only('improvement.eightd_measure');

-- D7 as rows: documents changed with their revisions.
create table improvement.eightd_document (
  company_id uuid not null default platform.company(),
  end_id uuid not null,
  line int not null check (line >= 1),
  kind text not null check (kind in ('FMEA', 'CONTROL_PLAN', 'WORK_STANDARD', 'DRAWING', 'INSPECTION', 'PROCEDURE', 'OTHER')),
  number text not null check (length(number) between 1 and 80),
  from_revision text not null check (length(from_revision) <= 40),
  to_revision text not null check (length(to_revision) between 1 and 40),
  changed_on date not null,
  primary key (company_id, end_id, line),
  foreign key (company_id, end_id) references improvement.eightd_step_end
);
select platform.protect_append_only('improvement.eightd_document');

-- A meeting on the spot (001/5.2.2.4): who was there, what was decided.
create table improvement.eightd_meeting (
  company_id uuid not null default platform.company(),
  id uuid not null,
  eightd_id uuid not null,
  held_at timestamptz not null,
  place text not null check (length(place) between 1 and 200),
  words text not null check (length(words) <= 8000),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, eightd_id) references improvement.eightd
);
select platform.protect_append_only('improvement.eightd_meeting');
create index eightd_meeting_of on improvement.eightd_meeting (company_id, eightd_id);

create table improvement.eightd_attendance (
  company_id uuid not null default platform.company(),
  meeting_id uuid not null,
  line int not null,
  person_id uuid,
  name text not null check (length(name) between 1 and 120),
  present boolean not null,
  primary key (company_id, meeting_id, line),
  foreign key (company_id, meeting_id) references improvement.eightd_meeting,
  foreign key (company_id, person_id) references organization.person
);
select platform.protect_append_only('improvement.eightd_attendance');

create table improvement.eightd_decision (
  company_id uuid not null default platform.company(),
  id uuid not null,
  meeting_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  owner_id uuid,
  due date,
  primary key (company_id, id),
  foreign key (company_id, meeting_id) references improvement.eightd_meeting,
  foreign key (company_id, owner_id) references organization.person
);
select platform.protect_append_only('improvement.eightd_decision');

create table improvement.eightd_decision_action (
  company_id uuid not null default platform.company(),
  decision_id uuid not null,
  action_id uuid not null,
  primary key (company_id, decision_id),
  foreign key (company_id, decision_id) references improvement.eightd_decision,
  foreign key (company_id, action_id) references improvement.action
);
select platform.protect_append_only('improvement.eightd_decision_action');

-- The action of the tracking table that carries this 8D's measures.
create table improvement.eightd_action (
  company_id uuid not null default platform.company(),
  eightd_id uuid not null,
  action_id uuid not null,
  primary key (company_id, eightd_id),
  foreign key (company_id, eightd_id) references improvement.eightd,
  foreign key (company_id, action_id) references improvement.action
);
select platform.protect_append_only('improvement.eightd_action');

-- What was sent for approval, and what the approval said.
create table improvement.eightd_approval (
  company_id uuid not null default platform.company(),
  approval_id uuid not null,
  eightd_id uuid not null,
  content_hash text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (company_id, approval_id),
  foreign key (company_id, eightd_id) references improvement.eightd
);
select platform.protect_append_only('improvement.eightd_approval');
create index eightd_approval_of on improvement.eightd_approval (company_id, eightd_id);

-- A customer's own report form, filled by placeholders.
create table improvement.eightd_template (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('DOCX', 'XLSX')),
  content bytea not null check (length(content) between 1 and 10485760),
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect_append_only('improvement.eightd_template');

create table improvement.eightd_template_end (
  company_id uuid not null default platform.company(),
  template_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, template_id),
  foreign key (company_id, template_id) references improvement.eightd_template
);
select platform.protect_append_only('improvement.eightd_template_end');
