-- How far an action has come, noted at any time and never overwritten (000/5-10).
alter table improvement.step drop constraint step_kind_check;
alter table improvement.step add constraint step_kind_check check (kind in ('PROPOSED', 'ACCEPTED', 'RETURNED', 'ASSIGNED', 'CAUSE_FOUND', 'DUE_CHANGED',
  'PROGRESS', 'VERIFIED', 'TOLD', 'CLOSED', 'REOPENED', 'VOIDED'));
