create schema if not exists voice;
select platform.open_schema('voice');

-- Every voice of a customer with the promise that was made on hearing it (001/5.1.3.2, 5.2.2.6); never changed.
create table voice.voice (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  kind text not null check (kind in ('COMPLAINT', 'SURVEY_COMMENT', 'LETTER', 'CALL', 'VISIT', 'RETURN', 'PROPERTY', 'OTHER')),
  customer_id uuid,
  customer_name text check (length(customer_name) between 1 and 120),
  words text not null check (length(words) between 1 and 4000),
  subject_type text check (length(subject_type) between 1 and 40),
  subject_id uuid,
  channel text not null check (length(channel) between 1 and 40),
  received_at timestamptz not null,
  received_by uuid,
  noted_at timestamptz not null,
  due_at timestamptz not null,
  reasons text[] not null,
  warnings text[] not null,
  clause text not null,
  profile_version uuid not null,
  primary key (company_id, id),
  constraint voice_number unique (company_id, number),
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, received_by) references organization.person
);
select platform.protect_append_only('voice.voice');
create index voice_due on voice.voice (company_id, due_at);
create index voice_customer on voice.voice (company_id, customer_id);
create unique index voice_subject on voice.voice (company_id, subject_type, subject_id, kind, md5(words)) where subject_id is not null;

-- An answer that reached the customer. The first one decides whether the promise was kept; later ones stand beside it.
create table voice.answer (
  company_id uuid not null default platform.company(),
  id uuid not null,
  voice_id uuid not null,
  how text not null check (length(how) between 1 and 40),
  words text not null check (length(words) <= 4000),
  answered_at timestamptz not null,
  answered_by uuid not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, voice_id) references voice.voice,
  foreign key (company_id, answered_by) references organization.person
);
select platform.protect_append_only('voice.answer');
create index answer_voice on voice.answer (company_id, voice_id, answered_at);
