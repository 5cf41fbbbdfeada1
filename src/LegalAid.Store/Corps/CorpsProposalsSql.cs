namespace LegalAid.Store.Corps;

/// <summary>
/// Who reads and who answers a county's proposal (QDN-4.2a): the office above reads it and its file, the county reads the answer to its own, and a trigger refuses every answer
/// that does not come from the office above.
/// </summary>
internal static class CorpsProposalsSql
{
    private const string Own = "any(array(select unnest(string_to_array(current_setting('app.offices', true), ','))::uuid))";

    public static string Sql => $"""
        do $$ begin if not exists (select from pg_policies where tablename = 'corps_proposals' and policyname = 'office_below') then
          create policy office_below on corps_proposals for select using (office_id in (select o.id from offices o where o.parent_id = {Own}));
          create policy office_below on corps_proposal_files for select using (office_id in (select o.id from offices o where o.parent_id = {Own}));
          create policy own_proposals on corps_proposal_answers for select using (proposal_id in (select p.id from corps_proposals p where p.office_id = {Own}));
        end if; end $$;
        create or replace function refuse_own_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select from corps_proposals p join offices o on o.id = p.office_id where p.id = new.proposal_id and o.parent_id = new.office_id) then
            raise exception 'a proposal is answered by the office above' using errcode = '23514';
          end if;
          return null;
        end $$;
        create or replace trigger office_above_answers after insert on corps_proposal_answers for each row execute function refuse_own_answer();
        """;
}
