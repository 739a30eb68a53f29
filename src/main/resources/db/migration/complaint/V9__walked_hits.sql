-- What is in the texts of one complaint after the other is found by walking, which for a common word ends soon and reads no pieces
-- (they lie apart from the row). A rarer word is looked up by its pieces; one in between year by year, the youngest first.
create or replace function complaint.candidates(wanted text[], patterns text[], most int, years text[]) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  walked constant int := 4000;
  found uuid[];
  year text;
begin
  if most <= walked then
    found := array(select s.complaint_id from (select y.complaint_id, y.text from complaint.sought y where y.company_id = platform.company()
        order by y.complaint_id desc limit walked) s where s.text like all (patterns) limit most);
    -- As common as that, five times the way is enough.
    if cardinality(found) < most and cardinality(found) * 5 >= most then
      found := array(select s.complaint_id from (select y.complaint_id, y.text from complaint.sought y where y.company_id = platform.company()
          order by y.complaint_id desc limit walked * 5) s where s.text like all (patterns) limit most);
    end if;
    if cardinality(found) >= most then
      return query select unnest(found);
      return;
    end if;
  end if;
  found := array(select s.complaint_id from complaint.sought s
    where s.grams @> wanted and s.company_id = platform.company() and s.text like all (patterns) limit most::bigint + 1);
  if cardinality(found) > most then
    found := '{}';
    foreach year in array years loop
      found := found || array(select s.complaint_id from complaint.sought s
        where s.grams @> (wanted || year) and s.company_id = platform.company() and s.text like all (patterns)
        order by s.complaint_id desc limit most - cardinality(found));
      exit when cardinality(found) >= most;
    end loop;
  end if;
  return query select unnest(found);
end $$;
revoke execute on function complaint.candidates(text[], text[], int, text[]) from public;
grant execute on function complaint.candidates(text[], text[], int, text[]) to ${app};
drop function complaint.candidates(text[], text, int, text[]);
