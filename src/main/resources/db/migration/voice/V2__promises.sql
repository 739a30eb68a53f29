-- A promise to a customer: acknowledgement, assessment, the report in writing, the final report, the effect (001/5.2.2.6;
-- decisions D1 to D6). due_at, standing and paused are the present standing; how they came about stands in voice.promise_step.
-- late_since says that the answer was already late when this promise took the place of another one: late stays late.
create table voice.promise (
  company_id uuid not null default platform.company(),
  id uuid not null,
  voice_id uuid not null,
  kind text not null check (kind in ('ACKNOWLEDGE', 'ASSESS', 'ANSWER', 'FINAL', 'EFFECT')),
  round int not null check (round >= 1),
  rule text not null check (length(rule) between 1 and 60),
  source text not null check (source in ('CUSTOMER_DATE', 'CUSTOMER_RULE', 'CLASS_RULE')),
  started_at timestamptz not null,
  wish_day date,
  wish_time time,
  counted jsonb,
  rungs jsonb not null,
  first_due timestamptz not null,
  due_at timestamptz not null,
  reasons text[] not null,
  warnings text[] not null,
  late_since timestamptz,
  clause text not null,
  profile_version uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  standing text not null default 'OPEN' check (standing in ('OPEN', 'KEPT', 'REPLACED')),
  current boolean not null default true,
  paused boolean not null default false,
  kept_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, voice_id) references voice.voice,
  constraint promise_kept check ((standing = 'KEPT') = (kept_at is not null)),
  constraint promise_pause check (not paused or standing = 'OPEN'),
  constraint promise_current check (not current or standing <> 'REPLACED'),
  constraint promise_never_earlier check (due_at >= first_due),
  constraint promise_wish check (wish_time is null or wish_day is not null)
);
select platform.protect('voice.promise', 'select, insert, update');
create unique index promise_one on voice.promise (company_id, voice_id, kind) where current;
create index promise_voice on voice.promise (company_id, voice_id);
create index promise_open on voice.promise (company_id, due_at) where standing = 'OPEN';
create index promise_due on voice.promise (company_id, kind, (coalesce(late_since, due_at)));

-- What was promised, kept or missed stays as it is, whatever a program asks for.
create function voice.promise_stays() returns trigger language plpgsql as $$
begin
  if (new.voice_id, new.kind, new.round, new.rule, new.started_at, new.first_due, new.late_since, new.made_by, new.made_at)
       is distinct from (old.voice_id, old.kind, old.round, old.rule, old.started_at, old.first_due, old.late_since, old.made_by, old.made_at)
     or old.standing <> 'OPEN' and (new.standing, new.due_at, new.kept_at) is distinct from (old.standing, old.due_at, old.kept_at)
     or new.due_at < old.due_at then
    raise exception 'a promise that was made, kept or missed stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger promise_stays before update on voice.promise for each row execute function voice.promise_stays();

-- Each step of a promise is evidence: made, paused, resumed, kept, replaced.
create table voice.promise_step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  promise_id uuid not null,
  kind text not null check (kind in ('MADE', 'PAUSED', 'RESUMED', 'KEPT', 'REPLACED')),
  words text not null check (length(words) <= 1000),
  at timestamptz not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, promise_id) references voice.promise,
  constraint pause_reason check (kind <> 'PAUSED' or length(words) > 0)
);
select platform.protect_append_only('voice.promise_step');
create index promise_step_promise on voice.promise_step (company_id, promise_id, noted_at);

-- Who was reminded of a promise, and to whom a late one was carried up; each mark once.
create table voice.promise_told (
  company_id uuid not null default platform.company(),
  promise_id uuid not null,
  mark text not null check (length(mark) between 1 and 60),
  told uuid[] not null,
  told_at timestamptz not null,
  primary key (company_id, promise_id, mark),
  foreign key (company_id, promise_id) references voice.promise
);
select platform.protect_append_only('voice.promise_told');

-- What was agreed with a customer about answering, with the document that says so; it goes before the rule of the class (D6).
create table voice.customer_rule (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid not null,
  rule text not null check (length(rule) between 1 and 60),
  unit text not null check (unit in ('SAME_DAY', 'WORKING_DAY', 'CALENDAR_DAY', 'BUSINESS_HOUR', 'CLOCK_HOUR')),
  amount int not null check (amount between 0 and 3660),
  count_start boolean not null,
  end_of_day text not null check (end_of_day in ('BUSINESS_CLOSE', 'MIDNIGHT')),
  roll text not null check (roll in ('FORWARD', 'NONE')),
  agreed text not null check (length(agreed) between 1 and 200),
  reason text not null check (length(reason) <= 500),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, set_by) references organization.person,
  constraint customer_rule_amount check (amount > 0 or unit = 'SAME_DAY')
);
select platform.protect_append_only('voice.customer_rule');
create index customer_rule_customer on voice.customer_rule (company_id, customer_id, rule, set_at);

create table voice.customer_rule_end (
  company_id uuid not null default platform.company(),
  rule_id uuid not null,
  reason text not null check (length(reason) <= 500),
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, rule_id),
  foreign key (company_id, rule_id) references voice.customer_rule,
  foreign key (company_id, ended_by) references organization.person
);
select platform.protect_append_only('voice.customer_rule_end');

-- The voices of version 1 carried their one promise themselves. The owner's policy lets this see the rows of all companies.
insert into voice.promise (company_id, id, voice_id, kind, round, rule, source, started_at, rungs, first_due, due_at, reasons, warnings,
  clause, profile_version, made_by, made_at, standing, kept_at)
select v.company_id, gen_random_uuid(), v.id, 'ANSWER', 1, v.kind,
  case v.reasons[1]::jsonb ->> 'key' when 'voice.clock.byCustomerDate' then 'CUSTOMER_DATE' when 'voice.clock.byCustomerRule' then 'CUSTOMER_RULE' else 'CLASS_RULE' end,
  v.received_at, '[]', v.due_at, v.due_at, v.reasons, v.warnings, v.clause, v.profile_version,
  coalesce(v.received_by, '00000000-0000-0000-0000-000000000000'), v.noted_at,
  case when a.answered_at is null then 'OPEN' else 'KEPT' end, a.answered_at
from voice.voice v left join lateral (
  select answered_at from voice.answer where company_id = v.company_id and voice_id = v.id order by noted_at, id limit 1) a on true;

insert into voice.promise_step (company_id, id, promise_id, kind, words, at, noted_by, noted_at)
select p.company_id, gen_random_uuid(), p.id, 'MADE', p.rule, p.started_at, p.made_by, p.made_at from voice.promise p;

insert into voice.promise_step (company_id, id, promise_id, kind, words, at, noted_by, noted_at)
select p.company_id, gen_random_uuid(), p.id, 'KEPT', a.how, a.answered_at, a.noted_by, a.noted_at
from voice.promise p cross join lateral (
  select * from voice.answer where company_id = p.company_id and voice_id = p.voice_id order by noted_at, id limit 1) a;

alter table voice.voice drop column due_at, drop column reasons, drop column warnings;
