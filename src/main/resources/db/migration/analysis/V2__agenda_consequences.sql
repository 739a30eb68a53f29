-- Items of a rolling survey go to the departments' quarterly meeting (001/5.4.6.4).
alter table analysis.consequence drop constraint consequence_kind_check;
alter table analysis.consequence add constraint consequence_kind_check check (kind in ('CORRECTIVE', 'FOLLOW_UP', 'COMMENT', 'AGENDA'));
