-- The procedure of a company as a versioned profile: drafts may change, everything that is evidence may not.
create schema if not exists procedure;
select platform.open_schema('procedure');

-- What was approved, with the day from which it holds. Records of all modules name the version they were made under.
create table procedure.profile_version (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number int not null check (number > 0),
  preset text not null check (length(preset) between 1 and 20),
  origin text not null check (origin in ('PRESET', 'DRAFT')),
  effective_from date not null,
  content jsonb not null,
  content_hash text not null check (length(content_hash) = 64),
  change_note text not null check (length(change_note) <= 1000),
  submission_id uuid,
  drafted_by uuid not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, number)
);
select platform.protect_append_only('procedure.profile_version');
create index profile_version_effective on procedure.profile_version (company_id, effective_from desc, number desc);

create table procedure.draft (
  company_id uuid not null default platform.company(),
  id uuid not null,
  based_on uuid not null,
  state text not null check (state in ('EDITING', 'SUBMITTED', 'APPROVED', 'REFUSED', 'DISCARDED')),
  content jsonb not null,
  version int not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, based_on) references procedure.profile_version
);
select platform.protect('procedure.draft');
-- One draft at a time: two would overtake each other.
create unique index draft_one_open on procedure.draft (company_id) where state in ('EDITING', 'SUBMITTED', 'REFUSED');

create table procedure.draft_edit (
  company_id uuid not null default platform.company(),
  id uuid not null,
  draft_id uuid not null,
  version int not null,
  path text not null check (length(path) between 1 and 200),
  before jsonb not null,
  after jsonb not null,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, draft_id) references procedure.draft
);
select platform.protect_append_only('procedure.draft_edit');
create index draft_edit_of on procedure.draft_edit (company_id, draft_id, version);

create table procedure.submission (
  company_id uuid not null default platform.company(),
  id uuid not null,
  draft_id uuid not null,
  content jsonb not null,
  content_hash text not null check (length(content_hash) = 64),
  effective_from date not null,
  change_note text not null check (length(change_note) between 1 and 1000),
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, draft_id) references procedure.draft
);
select platform.protect_append_only('procedure.submission');

create table procedure.decision (
  company_id uuid not null default platform.company(),
  id uuid not null,
  submission_id uuid not null,
  verdict text not null check (verdict in ('APPROVED', 'REFUSED', 'WITHDRAWN')),
  reason text not null check (length(reason) <= 1000),
  content_hash text not null,
  roles text[] not null,
  own_submission boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, submission_id),
  foreign key (company_id, submission_id) references procedure.submission
);
select platform.protect_append_only('procedure.decision');
