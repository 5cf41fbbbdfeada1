namespace LegalAid.Store.Database;

/// <summary>
/// The two narrow ways one office's act reaches another office's journal: a person or an institution they have in common was corrected.
/// The functions write the line and answer nothing, so nobody learns from them who else has the person. Who acted stands in the acting office's own line,
/// which carries the same correction id. A third tells whether the office of an institution's district works with it, so that a district recorded by mistake
/// can be taken back as long as it does not.
/// </summary>
internal static class NotesElsewhere
{
    private const string Own = "string_to_array(current_setting('app.offices', true), ',')::uuid[]";

    public static string Sql => $"""
        create or replace function note_person_corrected(person uuid, at_utc timestamptz, details text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          insert into journal_lines (id, at_utc, office_id, act, subject_id, reason, details)
          select gen_random_uuid(), $2, there.office_id, 'PersonCorrected', there.id, '另一机构更正了共用的人员记录', $3
          from memberships there
          where there.person_id = $1 and there.office_id <> all ({Own})
            and exists (select from memberships here where here.person_id = $1 and here.office_id = any ({Own}));
        $$;
        create or replace function note_institution_moved(institution uuid, at_utc timestamptz, details text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          with uses as (
            select office_id from memberships where institution_id = $1
            union select office_id from queue_places where institution_id = $1)
          insert into journal_lines (id, at_utc, office_id, act, subject_id, reason, details)
          select gen_random_uuid(), $2, there.office_id, 'InstitutionMoved', $1, '另一机构更正了共用的机构记录', $3
          from uses there
          where there.office_id <> all ({Own}) and exists (select from uses here where here.office_id = any ({Own}));
        $$;
        create or replace function institution_claimed(institution uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (
            select from institutions i
            join offices there on there.district = i.district and there.id <> all ({Own})
            where i.id = $1 and (
              exists (select from memberships m where m.office_id = there.id and m.institution_id = $1)
              or exists (select from queue_places p where p.office_id = there.id and p.institution_id = $1)));
        $$;
        revoke all on function note_person_corrected, note_institution_moved, institution_claimed from public;
        grant execute on function note_person_corrected, note_institution_moved, institution_claimed to {Guards.AppRole};
        """;
}
