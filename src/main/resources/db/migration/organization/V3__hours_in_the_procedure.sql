-- Business hours are data of the procedure (decisions.md D3); the calendar keeps region, weekend and days.
alter table organization.calendar drop column hours;
