using LegalAid.Rules.Registry;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Store.Registry;

/// <summary>What an office's book says of coming into its pool. A round goes by the book of the day it opens, whatever is in force when somebody looks at it.</summary>
public sealed class RoundBooks(OfficeBooks books)
{
    /// <returns>Null where the book does not speak of it.</returns>
    public async Task<RecruitmentRules?> OnAsync(Guid officeId, DateTime atUtc, CancellationToken ct)
    {
        var (day, first) = (DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc)), await books.FirstDayAsync(officeId, ct));
        return (await books.InForceOnAsync(officeId, day < first ? first : day, ct)).Recruitment;
    }

    public async Task<RecruitmentRules> OfAsync(RecruitmentRound round, CancellationToken ct) =>
        await OnAsync(round.OfficeId, round.OpensAtUtc, ct) ?? RecruitmentRules.Unwritten;
}
