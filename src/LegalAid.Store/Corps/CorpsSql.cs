using LegalAid.Store.Database;

namespace LegalAid.Store.Corps;

/// <summary>
/// The two narrow ways between a prefecture and its counties about the corps (QDN-4.2a). A policy lets a county read, never write, the rows of the office above it.
/// A function tells the prefecture, which acts at home, whom a county's roster line speaks of: person, name, institution, office, nothing else.
/// A line that was left is found only of somebody who is in the corps still, so that they can be struck (QDN-4.7.3).
/// </summary>
internal static class CorpsSql
{
    private const string Own = "string_to_array(current_setting('app.offices', true), ',')::uuid[]";

    public static string Sql => $"""
        do $$ begin if not exists (select from pg_policies where tablename = 'corps_members' and policyname = 'office_above') then
          create policy office_above on corps_members for select
            using (office_id in (select o.parent_id from offices o where o.id = any(array(select unnest(string_to_array(current_setting('app.offices', true), ','))::uuid))));
        end if; end $$;
        create or replace function corps_candidate(asked uuid) returns table (person_id uuid, name text, institution text, office text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.person_id, coalesce(m.roster_name, p.name)::text, i.name::text, o.name::text
          from memberships m
          join persons p on p.id = m.person_id
          join institutions i on i.id = m.institution_id
          join offices o on o.id = m.office_id
          where m.id = asked
            and (m.left_on is null or exists (select from corps_members c where c.person_id = m.person_id and c.left_on is null and c.office_id = any ({Own})))
            and (o.id = any ({Own}) or o.parent_id = any ({Own}));
        $$;
        revoke all on function corps_candidate from public;
        grant execute on function corps_candidate to {Guards.AppRole};
        """;
}
