-- Questionnaires: released versions never change; one draft per questionnaire waits to become the next.
create schema if not exists survey;
select platform.open_schema('survey');

create table survey.questionnaire_version (
  company_id uuid not null default platform.company(),
  id uuid not null,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  number int not null check (number > 0),
  content jsonb not null,
  content_hash text not null check (length(content_hash) = 64),
  change_note text not null check (length(change_note) <= 1000),
  released_by uuid not null,
  released_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, code, number)
);
select platform.protect_append_only('survey.questionnaire_version');

create table survey.questionnaire_draft (
  company_id uuid not null default platform.company(),
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  based_on uuid,
  content jsonb not null,
  version int not null default 1,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (company_id, code),
  foreign key (company_id, based_on) references survey.questionnaire_version
);
select platform.protect('survey.questionnaire_draft');
