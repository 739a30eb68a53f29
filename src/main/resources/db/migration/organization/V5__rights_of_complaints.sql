-- Companies founded before complaints, 8D, returns, replacements, claims and notices do not know these rights. Their standard
-- roles get them as a new company's would (organization/roles.json, as it stood then). A right that some role of the company
-- holds already is one that its administrator has had before her: she has decided who holds it, and nothing is added.
with given (code, rights) as (values
  ('SALES_CLERK', array['claim.read', 'complaint.answer', 'complaint.read', 'complaint.record', 'complaint.work', 'replenish.propose', 'replenish.read', 'return.read', 'return.record', 'return.work']),
  ('SALES_HEAD', array['claim.read', 'claim.work', 'complaint.answer', 'complaint.import', 'complaint.read', 'complaint.record', 'complaint.triage', 'complaint.work', 'notice.object', 'replenish.propose', 'replenish.read', 'return.read', 'return.record', 'return.work']),
  ('QUALITY', array['claim.read', 'claim.work', 'complaint.import', 'complaint.read', 'complaint.record', 'complaint.triage', 'complaint.work', 'eightd.work', 'notice.propose', 'replenish.read', 'return.judge', 'return.read', 'return.record', 'return.work']),
  ('QUALITY_HEAD', array['claim.decide', 'claim.read', 'claim.work', 'complaint.import', 'complaint.read', 'complaint.record', 'complaint.triage', 'complaint.work', 'eightd.approve', 'eightd.work', 'notice.object', 'notice.propose', 'replenish.read', 'return.judge', 'return.read', 'return.record', 'return.work']),
  ('PRODUCTION', array['claim.read', 'complaint.read', 'complaint.record', 'complaint.work', 'eightd.work', 'replenish.read', 'return.read', 'return.work']),
  ('PRODUCTION_HEAD', array['claim.read', 'complaint.read', 'complaint.record', 'complaint.work', 'eightd.work', 'notice.object', 'replenish.read', 'replenish.work', 'return.read', 'return.work']),
  ('PLANNING', array['complaint.read', 'complaint.record', 'complaint.work', 'eightd.work', 'replenish.read', 'replenish.work', 'return.read', 'return.work']),
  ('PROCESS', array['claim.read', 'complaint.read', 'complaint.record', 'complaint.work', 'eightd.work', 'replenish.read', 'return.read', 'return.work']),
  ('ENGINEERING', array['claim.read', 'complaint.read', 'complaint.record', 'complaint.work', 'eightd.work', 'replenish.read', 'return.read', 'return.work']),
  ('ADMINISTRATION', array['claim.read', 'complaint.read', 'complaint.record', 'complaint.triage', 'complaint.work', 'eightd.approve', 'eightd.work', 'replenish.read', 'return.read']),
  ('WAREHOUSE', array['complaint.read', 'complaint.record', 'complaint.work', 'replenish.read', 'replenish.work', 'return.read', 'return.record', 'return.work']),
  ('DOC_CONTROL', array['complaint.read', 'complaint.record', 'replenish.read', 'return.read']),
  ('DEPARTMENT_HEAD', array['claim.read', 'complaint.read', 'complaint.record', 'complaint.work', 'eightd.work', 'notice.object', 'replenish.read', 'return.read']),
  ('MANAGEMENT_REPRESENTATIVE', array['claim.read', 'complaint.read', 'complaint.record', 'complaint.triage', 'complaint.work', 'eightd.approve', 'eightd.work', 'replenish.read', 'return.read']),
  ('AFTER_SALES_HEAD', array['claim.read', 'claim.work', 'complaint.answer', 'complaint.import', 'complaint.read', 'complaint.record', 'complaint.work', 'eightd.approve', 'eightd.work', 'notice.object', 'replenish.propose', 'replenish.read', 'return.read', 'return.record', 'return.work']),
  ('VICE_PRESIDENT', array['claim.read', 'complaint.read', 'complaint.record', 'replenish.read', 'return.read']),
  ('TOP', array['claim.decide', 'claim.read', 'complaint.read', 'complaint.record', 'replenish.read', 'return.read']),
  ('AUDITOR', array['claim.read', 'complaint.read', 'replenish.read', 'return.read']),
  ('ADMIN', array['complaint.import', 'complaint.read', 'complaint.record', 'replenish.read', 'return.read'])
),
unknown as (
  select r.company_id, r.code, array_agg(wanted order by wanted) as rights
  from organization.role r
  join given g on g.code = r.code
  cross join unnest(g.rights) as wanted
  where not exists (select 1 from organization.role held where held.company_id = r.company_id and wanted = any (held.rights))
  group by r.company_id, r.code
)
update organization.role r
set rights = (select array_agg(one order by one) from unnest(r.rights || u.rights) as one)
from unknown u
where u.company_id = r.company_id and u.code = r.code;
