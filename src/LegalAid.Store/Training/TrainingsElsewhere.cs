using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Training;

/// <summary>Attendances of the offices in sight, and those of their own people at trainings of the prefecture above (QDN-4.5a).</summary>
public static class TrainingsInSight
{
    /// <summary>Which of another office's rows these are row security says, not the query.</summary>
    public static IQueryable<TrainingAttendance> Attendances(AidDb db) => db.TrainingAttendances.IgnoreQueryFilters([AidDb.OwnOffices]);
}

/// <summary>
/// How somebody on a county's roster comes to a training of the prefecture's (QDN-4.5a, QDN-4.5b). Two policies let a county read, never write, the attendances of people on its own
/// roster and the trainings they are of; a neighbour's stay hidden. Two functions let one person, from the own roster line and as one of the corps of the office above it, sign in,
/// say why not and send proof, each with its line in the prefecture's journal. Nothing else of the row can be reached from there.
/// </summary>
internal static class TrainingsElsewhere
{
    private const string Own = "string_to_array(current_setting('app.offices', true), ',')::uuid[]";

    // The attendance of the person of one's own roster line, at a training of the office above that takes place.
    private const string Reached = $"""
        from memberships here
        join offices o on o.id = here.office_id
        join corps_members c on c.person_id = here.person_id and c.office_id = o.parent_id
        join training_attendances a on a.corps_member_id = c.id and a.id = asked_attendance
        join training_events t on t.id = a.event_id and t.cancelled_at_utc is null
        where here.id = asked and here.office_id = any ({Own}) and (here.left_on is null or here.left_on > (now_utc at time zone 'Asia/Shanghai')::date)
        """;

    private const string Line = "insert into journal_lines (id, at_utc, office_id, act, subject_id, details) values (gen_random_uuid(), now_utc, found_office, done, found_member, details)";

    public static string Sql => $$"""
        do $$ begin if not exists (select from pg_policies where tablename = 'training_attendances' and policyname = 'own_people') then
          create policy own_people on training_attendances for select
            using (corps_member_id in (
              select c.id from corps_members c join memberships m on m.person_id = c.person_id
              where m.office_id = any(array(select unnest(string_to_array(current_setting('app.offices', true), ','))::uuid))));
          create policy own_people on training_events for select
            using (id in (select a.event_id from training_attendances a where a.corps_member_id is not null));
        end if; end $$;
        create or replace function attend_elsewhere(asked uuid, asked_attendance uuid, done text, signed timestamptz, told timestamptz, words text, details text, now_utc timestamptz) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare found_office uuid; found_member uuid;
        begin
          select a.office_id, a.corps_member_id into found_office, found_member
          {{Reached}};
          if found_office is null then
            return false;
          end if;
          if done = 'TrainingSignedIn' then
            update training_attendances a set signed_in_at_utc = signed, sign_in_told_at_utc = told, sign_in_arrived_at_utc = now_utc
            where a.id = asked_attendance and a.signed_in_at_utc is null and a.sign_in_told_at_utc is null;
          elsif done = 'AbsenceExplained' then
            update training_attendances a set reason = words where a.id = asked_attendance and a.signed_in_at_utc is null;
          elsif done = 'WrongCode' then
            update training_attendances a set wrong_codes = a.wrong_codes + 1 where a.id = asked_attendance;
            return found;
          else
            return false;
          end if;
          if not found then
            return false;
          end if;
          {{Line}};
          return true;
        end $$;
        create or replace function make_up_elsewhere(asked uuid, asked_attendance uuid, kind text, content bytea, size integer, details text, now_utc timestamptz) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare found_office uuid; found_member uuid; done text := 'MakeUpSent';
        begin
          select a.office_id, a.corps_member_id into found_office, found_member
          {{Reached}};
          if found_office is null then
            return false;
          end if;
          update training_attendances a set make_up_sent_at_utc = now_utc
          where a.id = asked_attendance and a.signed_in_at_utc is null and a.sign_in_told_at_utc is null and not a.made_up and a.make_up_sent_at_utc is null;
          if not found then
            return false;
          end if;
          insert into make_up_proofs (id, office_id, attendance_id, sent_at_utc, type, bytes, content)
          values (gen_random_uuid(), found_office, asked_attendance, now_utc, kind, size, content);
          {{Line}};
          return true;
        end $$;
        revoke all on function attend_elsewhere, make_up_elsewhere from public;
        grant execute on function attend_elsewhere, make_up_elsewhere to {{Guards.AppRole}};
        """;
}
