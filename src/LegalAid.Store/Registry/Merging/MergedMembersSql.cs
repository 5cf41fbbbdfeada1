using LegalAid.Store.Database;

namespace LegalAid.Store.Registry;

/// <summary>
/// What the database does about merged records. One function answers whether any other office has a person, and nothing else: neither which nor what for.
/// And whoever gives a case to a record in the very moment in which it is merged is told that somebody was faster: the row waits for the merge and then finds it done.
/// </summary>
internal static class MergedMembersSql
{
    private const string Own = "string_to_array(current_setting('app.offices', true), ',')::uuid[]";

    public static string Sql => $"""
        create or replace function held_elsewhere(asked uuid[]) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from memberships m where m.person_id = any (asked) and m.merged_into_id is null and m.office_id <> all ({Own}))
              or exists (select from corps_members c where c.person_id = any (asked) and c.office_id <> all ({Own}));
        $$;
        revoke all on function held_elsewhere from public;
        grant execute on function held_elsewhere to {Guards.AppRole};
        create or replace function refuse_merged() returns trigger language plpgsql as $$
        begin
          if exists (select from memberships m where m.id = new.membership_id and m.merged_into_id is not null) then
            raise exception 'the member was merged meanwhile' using errcode = '40001';
          end if;
          return null;
        end $$;
        create or replace trigger merged_member after insert on case_handlers for each row execute function refuse_merged();
        create or replace trigger merged_member after insert on assignments for each row when (new.membership_id is not null) execute function refuse_merged();
        """;
}
