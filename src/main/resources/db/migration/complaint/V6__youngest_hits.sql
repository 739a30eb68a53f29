-- Of a word that stands in very many complaints the youngest are shown: of a year the last taken in, not those that lie first on the disk.
create or replace function complaint.candidates(wanted text[], pattern text, most int, years text[]) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  found uuid[];
  year text;
begin
  found := array(select s.complaint_id from complaint.sought s
    where s.grams @> wanted and s.company_id = platform.company() and s.text like pattern limit most::bigint + 1);
  if cardinality(found) > most then
    found := '{}';
    foreach year in array years loop
      found := found || array(select s.complaint_id from complaint.sought s
        where s.grams @> (wanted || year) and s.company_id = platform.company() and s.text like pattern
        order by s.complaint_id desc limit most - cardinality(found));
      exit when cardinality(found) >= most;
    end loop;
  end if;
  return query select unnest(found);
end $$;
