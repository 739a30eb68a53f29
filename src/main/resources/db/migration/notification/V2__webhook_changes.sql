-- Who changed a webhook last, so that the second of two people is told.
alter table notification.webhook
  add column changed_by uuid,
  add column changed_at timestamptz;
