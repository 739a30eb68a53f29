-- A matter that was withdrawn needs no answer any more: its open promises are lifted and count neither as kept nor as missed.
alter table voice.promise drop constraint promise_standing_check,
  add constraint promise_standing_check check (standing in ('OPEN', 'KEPT', 'REPLACED', 'LIFTED'));
alter table voice.promise_step drop constraint promise_step_kind_check,
  add constraint promise_step_kind_check check (kind in ('MADE', 'PAUSED', 'RESUMED', 'KEPT', 'REPLACED', 'LIFTED'));
