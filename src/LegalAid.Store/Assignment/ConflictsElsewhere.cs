using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>
/// Conflicts with matters of other offices (DESIGN §9). The one narrow way past row security: a database function that is given a case of one's own and
/// answers which of the own roster's people have, elsewhere, a matter in which parties of it stand, and on which side. No number, no name, no office.
/// </summary>
internal sealed class ConflictsElsewhere(AidDb db)
{
    /// <summary>How the matter is called on pages and in the record.</summary>
    public const string Number = "他机构案件";

    public async Task<List<FoundConflict>> ReadAsync(ConflictParties parties, ConflictCase view, CancellationToken ct)
    {
        var asked = db.Database.SqlQuery<Answer>($"""
            select membership_id as "MembershipId", hits as "Hits", ended as "Ended" from conflicts_elsewhere({parties.Case.Id}, {view.Day})
            """);
        var answers = await asked.Join(db.Memberships, answer => answer.MembershipId, m => m.Id, (answer, m) => new { answer.MembershipId, answer.Hits, answer.Ended, m.InstitutionId }).ToListAsync(ct);
        return
        [
            .. from answer in answers.OrderBy(answer => answer.MembershipId).ThenBy(answer => answer.Hits, StringComparer.Ordinal)
               select new FoundConflict(
                   new(ConflictSource.Elsewhere, answer.MembershipId, Number, answer.InstitutionId, [answer.MembershipId], [.. answer.Hits.Split(' ').Select(Read)])
                   {
                       NamesOnlyWarn = true,
                       EndedOn = answer.Ended switch { "within-year" => view.Day, "before" => DateOnly.MinValue, _ => null },
                   },
                   view, []),
        ];
    }

    // Opponent:Certain:Recipient
    private static PartyHit Read(string hit)
    {
        var parts = hit.Split(':');
        return new(Enum.Parse<PartyRole>(parts[0]), Enum.Parse<PartyMatch>(parts[1]), Enum.Parse<PartyRole>(parts[2]));
    }

    private sealed record Answer(Guid MembershipId, string Hits, string Ended);
}

/// <summary>The function behind <see cref="ConflictsElsewhere"/>. It looks only for the parties of a case the asking connection may see, and shows kinds of hits, each once.</summary>
internal static class ConflictsElsewhereSql
{
    private const string Own = "string_to_array(current_setting('app.offices', true), ',')::uuid[]";

    // As ConflictNames.Compare says it: equal but for dots and blanks, or only easily mistaken for each other.
    private static string Match(string own, string there) => $"case when {Plain(own)} = {Plain(there)} then 'NameOnly' else 'Lookalike' end";

    private static string Plain(string name) => $"translate({name}, '{ConflictNames.Dots.Replace("'", "''", StringComparison.Ordinal)}', '')";

    private static string Undone => string.Join(", ", AssignmentStatuses.Undone.Select(status => $"'{status}'"));

    public static string Sql => $"""
        create or replace function conflicts_elsewhere(asked uuid, day date) returns table (membership_id uuid, hits text, ended text)
        language sql stable security definer set search_path = public, pg_temp as $$
          with own as (
            select p.role, p.is_organisation, p.name, p.name_shape, p.identity_index, c.office_id
            from cases c join case_parties p on p.case_id = c.id
            where c.id = asked and c.office_id = any ({Own}) and p.removed_at_utc is null),
          found as (
            select p.case_id, own.office_id, own.role || ':' || case
                when own.identity_index = p.identity_index or (own.is_organisation and own.name = p.name) then 'Certain'
                else {Match("own.name", "p.name")} end || ':' || p.role as hit
            from own join case_parties p on p.identity_index = own.identity_index or (p.name_shape = own.name_shape and (p.identity_index is null or own.identity_index is null))
            where p.office_id <> own.office_id and p.removed_at_utc is null and p.role <> 'Applicant'),
          matters as (
            select found.case_id as matter, found.office_id, found.hit, null::date as closed_on, held.member
            from found
            join assignments a on a.case_id = found.case_id and a.status not in ({Undone})
            cross join lateral (select a.membership_id union select h.membership_id from case_handlers h where h.assignment_id = a.id) as held(member)
            union all
            select m.id, own.office_id, own.role || ':' || case when own.is_organisation and own.name = there.name then 'Certain' else {Match("own.name", "there.name")} end || ':' || there.role, m.closed_on, m.membership_id
            from own
            join prior_matters m on m.office_id <> own.office_id and (m.recipient_shape = own.name_shape or m.opponent_shape = own.name_shape)
            cross join lateral (values ('Recipient', m.recipient, m.recipient_shape), ('Opponent', m.opponent, m.opponent_shape)) as there(role, name, shape)
            where there.shape = own.name_shape),
          people as (
            select mine.id, matters.matter, matters.closed_on, matters.hit
            from matters
            join memberships theirs on theirs.id = matters.member
            join memberships mine on mine.person_id = theirs.person_id and mine.office_id = matters.office_id)
          select distinct people.id, string_agg(distinct people.hit, ' ' order by people.hit),
            case when people.closed_on is null or people.closed_on > day then 'running' when (people.closed_on + interval '1 year')::date >= day then 'within-year' else 'before' end
          from people group by people.id, people.matter, people.closed_on;
        $$;
        revoke all on function conflicts_elsewhere from public;
        grant execute on function conflicts_elsewhere to {Guards.AppRole};
        """;
}
