create schema if not exists notification;
select platform.open_schema('notification');

create table notification.note (
  company_id uuid not null default platform.company(),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  title jsonb not null,
  about_type text not null check (length(about_type) between 1 and 60),
  about_id uuid not null,
  path text not null check (length(path) <= 500),
  told_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, person_id) references organization.person
);
create index note_person on notification.note (company_id, person_id, id desc);
select platform.protect_append_only('notification.note');

create table notification.note_read (
  company_id uuid not null default platform.company(),
  note_id uuid not null,
  read_at timestamptz not null,
  primary key (company_id, note_id),
  foreign key (company_id, note_id) references notification.note
);
select platform.protect_append_only('notification.note_read');

-- Which kinds somebody also wants by mail; without a row the defaults of the program hold.
create table notification.wish (
  company_id uuid not null default platform.company(),
  person_id uuid not null,
  mail_kinds text[] not null,
  digest boolean not null,
  primary key (company_id, person_id),
  foreign key (company_id, person_id) references organization.person
);
select platform.protect('notification.wish');

-- One daily summary per person and day, also with two instances.
create table notification.digest (
  company_id uuid not null default platform.company(),
  person_id uuid not null,
  day date not null,
  notes int not null,
  primary key (company_id, person_id, day),
  foreign key (company_id, person_id) references organization.person
);
select platform.protect_append_only('notification.digest');

create table notification.mail (
  company_id uuid not null default platform.company(),
  id uuid not null,
  message_id text not null check (length(message_id) between 3 and 250),
  to_address text not null check (length(to_address) between 3 and 254),
  to_name text check (length(to_name) <= 120),
  subject text not null check (length(subject) between 1 and 250),
  body_text text not null,
  body_html text,
  headers jsonb not null,
  about_type text not null check (length(about_type) between 1 and 60),
  about_id uuid not null,
  state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED')),
  attempts int not null default 0,
  next_try_at timestamptz not null,
  ordered_at timestamptz not null,
  primary key (company_id, id),
  constraint mail_message_id unique (company_id, message_id)
);
create index mail_state on notification.mail (company_id, state, next_try_at);
create index mail_about on notification.mail (company_id, about_type, about_id);
select platform.protect('notification.mail', 'select, insert, update');

-- Every change of a mail's state, with the reason in the words of the mail server or of a person.
create table notification.mail_step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  mail_id uuid not null,
  state text not null,
  reason text check (length(reason) <= 1000),
  done_by uuid not null,
  done_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, mail_id) references notification.mail
);
create index mail_step_mail on notification.mail_step (company_id, mail_id, id);
select platform.protect_append_only('notification.mail_step');

create table notification.mail_attachment (
  company_id uuid not null default platform.company(),
  mail_id uuid not null,
  position int not null,
  name text not null check (length(name) between 1 and 120),
  media_type text not null check (length(media_type) <= 100),
  content bytea not null,
  primary key (company_id, mail_id, position),
  foreign key (company_id, mail_id) references notification.mail
);
select platform.protect_append_only('notification.mail_attachment');

create table notification.webhook (
  company_id uuid not null default platform.company(),
  id uuid not null,
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  secret text not null,
  events text[] not null,
  made_by uuid not null,
  made_at timestamptz not null,
  failing_since timestamptz,
  state text not null default 'ON' check (state in ('ON', 'OFF', 'BROKEN')),
  version int not null default 1,
  primary key (company_id, id)
);
select platform.protect('notification.webhook', 'select, insert, update');

create table notification.webhook_delivery (
  company_id uuid not null default platform.company(),
  id uuid not null,
  webhook_id uuid not null,
  event text not null check (length(event) between 1 and 80),
  body text not null,
  state text not null check (state in ('QUEUED', 'DELIVERED', 'FAILED')),
  attempts int not null default 0,
  answer text check (length(answer) <= 500),
  ordered_at timestamptz not null,
  tried_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, webhook_id) references notification.webhook
);
create index webhook_delivery_hook on notification.webhook_delivery (company_id, webhook_id, id desc);
select platform.protect('notification.webhook_delivery', 'select, insert, update');
