using System.Diagnostics;
using System.Globalization;
using LegalAid.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Bench;

/// <summary>pgbench with the same reads and writes, through the program's own role and its row-level security, decision record of the same size.</summary>
internal static class SqlSide
{
    public static async Task<double> RunAsync(Pool pool)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, await ScriptAsync(pool));
        var app = new NpgsqlConnectionStringBuilder(pool.AppConnection);
        using var run = Process.Start(new ProcessStartInfo(Binary(), $"-n -M prepared -c {Pool.Clients} -j 4 -T {Pool.Seconds} -h {app.Host} -p {app.Port} -U {app.Username} -f {script} {app.Database}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["PGPASSWORD"] = app.Password, ["PGOPTIONS"] = $"-c app.offices={pool.Clerk.OfficeId}" },
        })!;
        var (output, error) = (await run.StandardOutput.ReadToEndAsync(), await run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        File.Delete(script);
        var rate = output.Split('\n').FirstOrDefault(line => line.StartsWith("tps", StringComparison.Ordinal)) ?? throw new InvalidOperationException(output + error);
        return double.Parse(rate.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    private static string Binary() => Directory.EnumerateFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal).First();

    private static async Task<string> ScriptAsync(Pool pool)
    {
        var (facts, result) = await pool.ActAsync<AidDb, (int, int)>(async db =>
            ((int)await db.Decisions.AverageAsync(d => d.Facts.Length), (int)await db.Decisions.AverageAsync(d => d.Result.Length)));
        return $"""
            begin;
            select id as queue, turn as turn from rotation_queues where kind = 'Criminal' for update \gset
            select * from queue_places where queue_id = :queue;
            select id as case_id from cases where office_id = '{pool.Clerk.OfficeId}' and status = 'AwaitingAssignment' limit 1 \gset
            select * from cases where id = :case_id;
            select * from case_parties where case_id = :case_id;
            select sum(l.headcount) from cases c join cases l on l.letter_id = c.letter_id and l.id <> c.id and l.status <> 'Voided' where c.id = :case_id;
            select book_code, district from offices where code = 'BB';
            select * from conflict_rulings where case_id = :case_id;
            select coalesce(membership_id, institution_id) from assignments where case_id = :case_id and sets_aside;
            select institution_id from assignments where case_id = :case_id and status <> 'Rejected';
            select m.* from prior_matters m join case_parties p on p.case_id = :case_id and (m.recipient = p.name or m.opponent = p.name);
            select o.id, a.institution_id from case_parties q join case_parties p on p.case_id = :case_id and q.office_id = p.office_id and q.name = p.name and q.case_id <> p.case_id join cases o on o.id = q.case_id join assignments a on a.case_id = o.id and a.status <> 'Rejected';
            select * from memberships where left_on is null order by id;
            select * from absences where last_day is null or last_day >= current_date;
            select membership_id, grade, count(*) from quality_grades group by membership_id, grade;
            select membership_id, max(score) from exam_results group by membership_id;
            select h.membership_id, count(*) from case_handlers h join assignments a on a.id = h.assignment_id where a.status <> 'Rejected' group by h.membership_id;
            select membership_id, count(*) filter (where closed_on is null) from prior_matters group by membership_id;
            select institution_id, count(*), count(*) filter (where proposed_at_utc >= now() - interval '1 year') from assignments where status <> 'Rejected' group by institution_id;
            select institution_id, count(*) filter (where closed_on is null) from prior_matters group by institution_id;
            select * from institutions;
            select * from holidays where day between current_date and current_date + 90;
            select distinct extract(year from day) from holidays where day between current_date - 365 and current_date + 365;
            select gen_random_uuid() as assignment, gen_random_uuid() as decision, id as officer from officers where user_name = 'bench' \gset
            insert into decision_records values (:decision, now(), '{pool.Clerk.OfficeId}', 'assignment', :case_id, 'BB CN', repeat('x', {facts}), repeat('y', {result}), array['BB-11.1']);
            insert into assignments (id, office_id, case_id, institution_id, status, step, decision_id, proposed_by_id, proposed_at_utc, deciding_body, sets_aside, awaits_ruling, passed_over)
              select :assignment, '{pool.Clerk.OfficeId}', :case_id, institution_id, 'Proposed', 'Rotation', :decision, :officer, now(), 'CentreDirector', false, false, array[]::text[] from queue_places where queue_id = :queue order by balance_millionths desc, waiting_since_turn, drawn_order limit 1;
            update queue_places set balance_millionths = balance_millionths + 0 where queue_id = :queue;
            insert into queue_entries (id, office_id, queue_id, place_id, turn, assignment_id, share_millionths, paid_millionths, balance_after_millionths, waited_since_turn, is_reversal)
              select gen_random_uuid(), office_id, queue_id, id, :turn::bigint + 1, :assignment, 0, 0, balance_millionths, waiting_since_turn, false from queue_places where queue_id = :queue;
            update rotation_queues set turn = turn + 1 where id = :queue;
            update cases set status = 'Proposed' where id = :case_id;
            insert into journal_lines values (gen_random_uuid(), now(), '{pool.Clerk.OfficeId}', 'AssignmentProposed', :case_id, :officer, null, repeat('z', 200));
            commit;
            """;
    }
}
