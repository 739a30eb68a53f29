-- What a claim is found by: its number, other side, ground, words, parts and the numbers of its records, as pieces (ADR 0007). LIKE is not
-- leakproof, so that policies would keep an index from being used; the function filters by company itself. Claims that are older than this
-- table are written into it by the module's routine.
create table claims.sought (
  company_id uuid not null default platform.company(),
  claim_id uuid not null,
  text text not null,
  grams text[] not null,
  primary key (company_id, claim_id),
  foreign key (company_id, claim_id) references claims.claim
);
select platform.protect('claims.sought');
create index sought_grams on claims.sought using gin (grams) with (fastupdate = off);

create function claims.candidates(wanted text[], patterns text[]) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  return query select s.claim_id from claims.sought s
    where s.grams @> wanted and s.company_id = platform.company() and s.text like all (patterns);
end $$;
revoke execute on function claims.candidates(text[], text[]) from public;
grant execute on function claims.candidates(text[], text[]) to ${app};
