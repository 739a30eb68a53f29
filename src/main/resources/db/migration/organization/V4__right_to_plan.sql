-- Sales puts the plans together and its head approves them (001/5.4.6.3): a right of its own.
update organization.role set rights = array_append(rights, 'action.plan')
where ('action.edit' = any (rights) or code = 'SALES_CLERK') and not 'action.plan' = any (rights);
