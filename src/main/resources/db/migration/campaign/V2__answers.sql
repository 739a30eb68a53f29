-- What a contact has filled in so far, kept by the server while she types; gone when the answer is there.
create table campaign.draft (
  company_id uuid not null default platform.company(),
  invitation_id uuid not null,
  content jsonb not null,
  version int not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (company_id, invitation_id),
  foreign key (company_id, invitation_id) references campaign.invitation
);
select platform.protect('campaign.draft');

-- An answer as it was given, never changed (001/5.4.3). items: item -> degree, number, "na" (does not apply) or
-- "blank" (left empty on paper). One per invitation: whoever sends twice finds the first.
create table campaign.answer (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  invitation_id uuid not null,
  customer_id uuid not null,
  contact_id uuid not null,
  stratum text not null,
  weight numeric not null,
  items jsonb not null,
  comments jsonb not null,
  wanted text[] not null,
  overall text check (length(overall) between 1 and 4000),
  score numeric,
  answered_share numeric not null,
  channel text not null check (channel in ('MAIL', 'WECHAT', 'LINK', 'LETTER', 'FAX', 'PHONE', 'VISIT', 'SHEET')),
  language text not null,
  entered_by uuid,
  interviewer uuid,
  staff_device boolean not null,
  seconds int check (seconds >= 0),
  late boolean not null,
  form_revision text,
  profile_version uuid not null,
  questionnaire_version uuid not null,
  submitted_at timestamptz not null,
  primary key (company_id, id),
  constraint answer_invitation unique (company_id, invitation_id),
  foreign key (company_id, invitation_id) references campaign.invitation
);
select platform.protect_append_only('campaign.answer');
create index answer_round on campaign.answer (company_id, round_id, submitted_at);
create index answer_customer on campaign.answer (company_id, customer_id, submitted_at);

-- Why an answer must be asked back about: a rule of the procedure (003/4.5.3), a person, or that it came after the freeze.
create table campaign.doubt_flag (
  company_id uuid not null default platform.company(),
  id uuid not null,
  answer_id uuid not null,
  rule text not null check (rule in ('STRAIGHT_LINE', 'TOO_FAST', 'BIG_CHANGE', 'STAFF_DEVICE', 'CONTRADICTION', 'TOO_LITTLE', 'BY_HAND', 'AFTER_FREEZE')),
  sentence jsonb not null,
  raised_by uuid,
  raised_at timestamptz not null,
  primary key (company_id, id),
  constraint doubt_flag_rule unique (company_id, answer_id, rule),
  foreign key (company_id, answer_id) references campaign.answer
);
select platform.protect_append_only('campaign.doubt_flag');

-- What a second person found out; the last row counts, the others stay.
create table campaign.doubt_decision (
  company_id uuid not null default platform.company(),
  id uuid not null,
  answer_id uuid not null,
  verdict text not null check (verdict in ('CONFIRMED', 'INVALID')),
  reason text not null check (length(reason) between 1 and 1000),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, answer_id) references campaign.answer
);
select platform.protect_append_only('campaign.doubt_decision');
create index doubt_decision_answer on campaign.doubt_decision (company_id, answer_id, id);

-- Answers with what is thought of them. Only counted ones enter a result.
create view campaign.answer_standing with (security_invoker = true) as
  select s.*, s.validity in ('VALID', 'CONFIRMED') as counted
  from (
    select a.*,
      case when not exists (select from campaign.doubt_flag f where f.company_id = a.company_id and f.answer_id = a.id) then 'VALID'
        else coalesce((select d.verdict from campaign.doubt_decision d
                       where d.company_id = a.company_id and d.answer_id = a.id order by d.id desc limit 1), 'DOUBTFUL')
      end as validity
    from campaign.answer a
  ) s;
grant select on campaign.answer_standing to ${app};

-- A paper form as one person typed it in; it becomes an answer when somebody else has compared it with the scan.
create table campaign.paper_entry (
  company_id uuid not null default platform.company(),
  id uuid not null,
  invitation_id uuid not null,
  channel text not null check (channel in ('LETTER', 'FAX', 'VISIT')),
  content jsonb not null,
  form_revision text not null check (length(form_revision) between 1 and 20),
  received_on date not null,
  interviewer uuid,
  typed_by uuid not null,
  typed_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, invitation_id) references campaign.invitation
);
select platform.protect_append_only('campaign.paper_entry');
create index paper_entry_invitation on campaign.paper_entry (company_id, invitation_id);

create table campaign.paper_check (
  company_id uuid not null default platform.company(),
  entry_id uuid not null,
  agrees boolean not null,
  reason text not null default '' check (length(reason) <= 1000),
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (company_id, entry_id),
  foreign key (company_id, entry_id) references campaign.paper_entry,
  check (agrees or reason <> '')
);
select platform.protect_append_only('campaign.paper_check');

-- A filled-in answer sheet between its upload and the decision to take it over.
create table campaign.sheet_import (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  sha256 text not null check (length(sha256) = 64),
  rows jsonb not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  taken int,
  taken_at timestamptz,
  primary key (company_id, id),
  check ((taken is null) = (taken_at is null)),
  foreign key (company_id, round_id) references campaign.round
);
select platform.protect('campaign.sheet_import');
create index sheet_import_round on campaign.sheet_import (company_id, round_id);

-- The counted answers of a round, signed by two people (001/5.4.3.1). A second number follows only upon a correction.
create table campaign.freeze (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  number int not null check (number > 0),
  content_hash text not null check (length(content_hash) = 64),
  received int not null,
  counted int not null,
  ruled_out int not null,
  late int not null,
  signatures uuid[] not null check (cardinality(signatures) > 0),
  frozen_at timestamptz not null,
  primary key (company_id, id),
  constraint freeze_number unique (company_id, round_id, number),
  foreign key (company_id, round_id) references campaign.round
);
select platform.protect_append_only('campaign.freeze');

-- Where the procedure allows it: why the signed answers are gone through once more. Ends with the next freeze.
create table campaign.correction (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  after_number int not null,
  reason text not null check (length(reason) between 1 and 1000),
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (company_id, id),
  constraint correction_once unique (company_id, round_id, after_number),
  foreign key (company_id, round_id, after_number) references campaign.freeze (company_id, round_id, number)
);
select platform.protect_append_only('campaign.correction');

-- Everything the answering page needs behind a token, in one call, before the company is known (wiring.md, Public links).
-- last_score, only where it is wanted: what the same contact said in the latest earlier round, else the customer's mean of that round.
create function campaign.open_answer(hash bytea, scored boolean)
returns table (
  company_id uuid, company_name text, zone text, expires_at timestamptz, revoked_at timestamptz,
  invitation_id uuid, invitation_state text, number text, channel text, weight numeric, stratum text, due_at timestamptz, opened_at timestamptz,
  round_id uuid, round_state text, confidential boolean, opens_on date, profile_version uuid, questionnaire_version uuid,
  customer_id uuid, contact_id uuid, contact_name text, language text, opted_out boolean,
  draft text, draft_version int, started_at timestamptz, saved_at timestamptz, answer_id uuid, answered_at timestamptz, last_score numeric)
language sql stable security definer set search_path = '' as $$
  select l.company_id, c.name, c.zone, l.expires_at, l.revoked_at,
    i.id, i.state, i.number, i.channel, i.weight, i.stratum, i.due_at, i.opened_at,
    r.id, r.state, r.confidential, r.opens_on, r.profile_version, r.questionnaire_version,
    i.customer_id, i.contact_id, case when k.erased then '' else k.name end, i.language, k.opted_out,
    d.content::text, d.version, d.started_at, d.saved_at, a.id, a.submitted_at,
    case when scored and a.id is null then (
      select avg(p.score) from campaign.answer p
      where p.company_id = l.company_id and p.customer_id = i.customer_id and p.score is not null
        and p.round_id = (select q.round_id from campaign.answer q
                          where q.company_id = l.company_id and q.customer_id = i.customer_id and q.round_id <> r.id and q.score is not null
                          order by q.contact_id = i.contact_id desc, q.submitted_at desc limit 1)
        and (p.contact_id = i.contact_id or not exists (
          select from campaign.answer o where o.company_id = l.company_id and o.customer_id = i.customer_id
            and o.round_id = p.round_id and o.contact_id = i.contact_id and o.score is not null)))
    end
  from platform.link l
  join platform.company c on c.id = l.company_id
  join campaign.invitation i on i.company_id = l.company_id and i.id = l.subject_id
  join campaign.round r on r.company_id = l.company_id and r.id = i.round_id
  join customer.contact k on k.company_id = l.company_id and k.id = i.contact_id
  left join campaign.draft d on d.company_id = l.company_id and d.invitation_id = i.id
  left join campaign.answer a on a.company_id = l.company_id and a.invitation_id = i.id
  where l.token_hash = hash and l.kind = 'answer'
$$;
revoke all on function campaign.open_answer(bytea, boolean) from public;
grant execute on function campaign.open_answer(bytea, boolean) to ${app};
