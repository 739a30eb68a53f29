create schema if not exists campaign;
select platform.open_schema('campaign');

-- A round of a survey (001/5.4.2): central in a window of the procedure, or rolling.
create table campaign.round (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  title text not null check (length(title) between 1 and 120),
  kind text not null check (kind in ('CENTRAL', 'ROLLING')),
  window_code text check (length(window_code) <= 40),
  window_from date,
  window_to date,
  opens_on date not null,
  closes_on date not null,
  links_end_on date not null,
  profile_version uuid not null,
  questionnaire_version uuid not null,
  confidential boolean not null,
  seed bigint not null,
  state text not null check (state in ('PLANNED', 'SAMPLING', 'APPROVAL', 'APPROVED', 'COLLECTING', 'CHECKING', 'FROZEN', 'CLOSED', 'CANCELLED')),
  planned_by uuid not null,
  planned_at timestamptz not null,
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint round_number unique (company_id, number),
  check (opens_on <= closes_on and closes_on <= links_end_on),
  check ((window_code is null) = (window_from is null) and (window_from is null) = (window_to is null)),
  foreign key (company_id, profile_version) references procedure.profile_version,
  foreign key (company_id, questionnaire_version) references survey.questionnaire_version
);
select platform.protect('campaign.round');
create index round_opens on campaign.round (company_id, opens_on);

-- Every step of a round with who, when and why; the state of the round is the last of them.
create table campaign.round_step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  state text not null,
  reason text not null default '' check (length(reason) <= 500),
  by_person uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, round_id) references campaign.round
);
select platform.protect_append_only('campaign.round_step');
create index round_step_round on campaign.round_step (company_id, round_id);

-- Every customer of the frame on the day of the proposal: whom the round asks, whom it does not, and why (001/5.4.2.1a).
create table campaign.sample_entry (
  company_id uuid not null default platform.company(),
  round_id uuid not null,
  customer_id uuid not null,
  stratum text not null check (length(stratum) between 1 and 40),
  grade text not null,
  position int not null,
  chosen boolean not null,
  proposed boolean not null,
  origin text not null check (origin in ('PROPOSED', 'SWAPPED', 'ADDED', 'REMOVED', 'INELIGIBLE')),
  reason jsonb not null,
  last_answered date,
  recent_complaints int not null,
  contacts int not null,
  primary key (company_id, round_id, customer_id),
  foreign key (company_id, round_id) references campaign.round,
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect('campaign.sample_entry');
create index sample_entry_customer on campaign.sample_entry (company_id, customer_id);

-- Changes of a sample by hand, each with its reason and what had to be warned about.
create table campaign.sample_swap (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  leaving_id uuid,
  entering_id uuid,
  reason text not null check (length(reason) between 1 and 500),
  warnings jsonb not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  check (leaving_id is not null or entering_id is not null),
  foreign key (company_id, round_id) references campaign.round,
  foreign key (company_id, leaving_id) references customer.customer,
  foreign key (company_id, entering_id) references customer.customer
);
select platform.protect_append_only('campaign.sample_swap');
create index sample_swap_round on campaign.sample_swap (company_id, round_id);

-- A sample as it was sent for approval: the approvers sign this hash and no other.
create table campaign.sample_submission (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  approval_id uuid not null,
  content_hash text not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  constraint sample_submission_approval unique (company_id, approval_id),
  foreign key (company_id, round_id) references campaign.round
);
select platform.protect_append_only('campaign.sample_submission');
create index sample_submission_round on campaign.sample_submission (company_id, round_id);

-- One contact asked in one round. The number is that of the answer to come.
create table campaign.invitation (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  customer_id uuid not null,
  contact_id uuid not null,
  number text not null check (length(number) between 1 and 40),
  channel text not null check (channel in ('MAIL', 'WECHAT', 'LETTER', 'FAX', 'PHONE', 'VISIT', 'SHEET')),
  language text not null check (language in ('zh-CN', 'zh-TW', 'en')),
  weight numeric not null check (weight >= 0),
  stratum text not null,
  state text not null check (state in ('PREPARED', 'SENT', 'OPENED', 'ANSWERED', 'BOUNCED', 'REVOKED', 'OPTED_OUT')),
  issue int not null default 1,
  assigned_to uuid,
  sent_at timestamptz,
  opened_at timestamptz,
  answered_at timestamptz,
  due_at timestamptz not null,
  mail_id uuid,
  mail_state text,
  trouble text check (length(trouble) <= 500),
  prepared_at timestamptz not null,
  version int not null default 1,
  primary key (company_id, id),
  constraint invitation_number unique (company_id, number),
  constraint invitation_contact unique (company_id, round_id, contact_id),
  foreign key (company_id, round_id) references campaign.round,
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, contact_id) references customer.contact
);
select platform.protect('campaign.invitation');
create index invitation_round on campaign.invitation (company_id, round_id, state);
create index invitation_customer on campaign.invitation (company_id, customer_id);
create index invitation_mail on campaign.invitation (company_id, mail_id);

-- What went to the contact, by which way; test mails are not deliveries.
create table campaign.delivery (
  company_id uuid not null default platform.company(),
  id uuid not null,
  invitation_id uuid not null,
  channel text not null,
  mail_id uuid,
  by_person uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, invitation_id) references campaign.invitation
);
select platform.protect_append_only('campaign.delivery');
create index delivery_invitation on campaign.delivery (company_id, invitation_id);

-- Reminders; a day of the procedure reminds once, a person as often as she takes it on herself.
create table campaign.reminder (
  company_id uuid not null default platform.company(),
  id uuid not null,
  invitation_id uuid not null,
  after_days int,
  channel text not null,
  mail_id uuid,
  by_person uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  constraint reminder_day unique (company_id, invitation_id, after_days),
  foreign key (company_id, invitation_id) references campaign.invitation
);
select platform.protect_append_only('campaign.reminder');

-- What else happened to an invitation: passed on, channel changed, bounced, revoked, new link, asked to stop.
create table campaign.invitation_step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  invitation_id uuid not null,
  step text not null check (step in ('CHANNEL', 'CONTACT', 'ASSIGNED', 'OPENED', 'ANSWERED', 'BOUNCED', 'REVOKED', 'REISSUED', 'OPTED_OUT', 'TOUCHED')),
  before text not null default '' check (length(before) <= 500),
  after text not null default '' check (length(after) <= 500),
  reason text not null default '' check (length(reason) <= 500),
  by_person uuid,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, invitation_id) references campaign.invitation
);
select platform.protect_append_only('campaign.invitation_step');
create index invitation_step_invitation on campaign.invitation_step (company_id, invitation_id);

-- The company's own words for invitations and reminders; without a row the shipped words hold.
create table campaign.letter_template (
  company_id uuid not null default platform.company(),
  kind text not null check (kind in ('INVITATION', 'REMINDER', 'WECHAT', 'LETTER')),
  language text not null check (language in ('zh-CN', 'zh-TW', 'en')),
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) between 1 and 4000),
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, kind, language)
);
select platform.protect('campaign.letter_template');

-- Who knocks with a token: resolved once, before the company is known (wiring.md, public links).
create function campaign.open_invitation(hash bytea)
returns table (company_id uuid, invitation_id uuid, expires_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select l.company_id, l.subject_id, l.expires_at, l.revoked_at from platform.link l where l.token_hash = hash and l.kind = 'answer'
$$;
revoke all on function campaign.open_invitation(bytea) from public;
grant execute on function campaign.open_invitation(bytea) to ${app};
