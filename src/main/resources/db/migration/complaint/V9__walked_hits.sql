-- A common word is found by walking from the youngest complaint on, which ends soon and reads no pieces (they lie apart from the row).
-- A rarer one is looked up by its pieces; one in between, if it stands in very many, year by year, the youngest first.
-- Numbers are never common: they are asked for with walked = 0.
create function complaint.candidates(wanted text[], patterns text[], most int, walked int, years text[]) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  found uuid[];
  way int;
  year text;
begin
  if walked > 0 then
    for step in 1..2 loop
      select coalesce(array_agg(y.complaint_id) filter (where y.text like all (patterns)), '{}'), count(*) into found, way
        from (select s.complaint_id, s.text from complaint.sought s where s.company_id = platform.company() order by s.complaint_id desc limit walked) y;
      if way < walked or cardinality(found) >= most then
        return query select unnest(found[1:most]);
        return;
      end if;
      -- Where it is that common, five times the way is enough.
      exit when cardinality(found) * 5 < most;
      walked := walked * 5;
    end loop;
  end if;
  found := array(select s.complaint_id from complaint.sought s
    where s.grams @> wanted and s.company_id = platform.company() and s.text like all (patterns) limit most::bigint * 6 + 1);
  if cardinality(found) > most::bigint * 6 then
    found := '{}';
    foreach year in array years loop
      found := found || array(select s.complaint_id from complaint.sought s
        where s.grams @> (wanted || year) and s.company_id = platform.company() and s.text like all (patterns)
        order by s.complaint_id desc limit most - cardinality(found));
      exit when cardinality(found) >= most;
    end loop;
  end if;
  return query select y.id from unnest(found) as y(id) order by y.id desc limit most;
end $$;
revoke execute on function complaint.candidates(text[], text[], int, int, text[]) from public;
grant execute on function complaint.candidates(text[], text[], int, int, text[]) to ${app};
drop function complaint.candidates(text[], text, int, text[]);
