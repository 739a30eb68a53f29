-- The menu counts the open and the late ones on every page; closed ones grow without end.
create index action_open on improvement.action (company_id, due) where state not in ('CLOSED', 'VOIDED');
