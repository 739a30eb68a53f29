-- Holidays are named in every language; the seed fills the table at each start.
delete from platform.holiday;
alter table platform.holiday drop column name, add column names jsonb not null;
