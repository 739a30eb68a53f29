-- The first date of being back that passed unkept, where a later one was set afterwards: what was late stays late (001/3.6).
alter table returns.return_case add column missed date;
