-- A bad answer may become a complaint (000/5-8); each complaint follows from a round once.
alter table analysis.consequence drop constraint consequence_kind_check;
alter table analysis.consequence add constraint consequence_kind_check check (kind in ('CORRECTIVE', 'FOLLOW_UP', 'COMMENT', 'AGENDA', 'COMPLAINT'));
create unique index consequence_complaint on analysis.consequence (company_id, target_id) where kind = 'COMPLAINT';
