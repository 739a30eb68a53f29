-- What a unit is asked for on a case, such as a drawing or a record, with the date by which it is wanted (004/5.4; 001/3.7).
create table complaint.request (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  position int not null check (position between 1 and 9999),
  role text check (length(role) between 1 and 60),
  department_id uuid,
  person_id uuid,
  question text not null check (length(question) between 1 and 4000),
  due_at timestamptz not null,
  reasons text[] not null,
  clause text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (company_id, id),
  constraint request_position unique (company_id, complaint_id, position),
  foreign key (company_id, complaint_id) references complaint.complaint,
  foreign key (company_id, person_id) references organization.person,
  check (num_nonnulls(role, department_id, person_id) = 1)
);
select platform.protect_append_only('complaint.request');

-- Answered with a document, its revision and a file; sent back with a reason; received; no longer wanted. The last one counts.
create table complaint.request_step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  request_id uuid not null,
  step text not null check (step in ('ANSWERED', 'RETURNED', 'RECEIVED', 'WITHDRAWN')),
  words text not null check (length(words) <= 4000),
  document text not null check (length(document) <= 120),
  revision text not null check (length(revision) <= 40),
  file_id uuid,
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, request_id) references complaint.request,
  check (step <> 'ANSWERED' or words <> '' or document <> '' or file_id is not null),
  check (document = '' or revision <> ''),
  check (step not in ('RETURNED', 'WITHDRAWN') or words <> '')
);
select platform.protect_append_only('complaint.request_step');
create index request_step_request on complaint.request_step (company_id, request_id, id);
