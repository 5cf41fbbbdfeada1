using LegalAid.Rules.Corps;
using LegalAid.Rules.Registry;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Store.Registry;

/// <summary>What an office's book says of coming into its pool. A round with an end goes by the book of the day it opens, whatever is in force when somebody looks at it.</summary>
public sealed class RoundBooks(OfficeBooks books)
{
    /// <returns>Null where the book does not speak of it.</returns>
    public async Task<RecruitmentRules?> OnAsync(Guid officeId, DateTime atUtc, CancellationToken ct)
    {
        var (day, first) = (DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc)), await books.FirstDayAsync(officeId, ct));
        return (await books.InForceOnAsync(officeId, day < first ? first : day, ct)).Recruitment;
    }

    /// <summary>What the book says of the service corps on the day a round opens; null where it knows none.</summary>
    public async Task<CorpsRules?> CorpsOnAsync(Guid officeId, DateTime atUtc, CancellationToken ct)
    {
        var (day, first) = (DateOnly.FromDateTime(OfficeClock.ToLocal(atUtc)), await books.FirstDayAsync(officeId, ct));
        return (await books.InForceOnAsync(officeId, day < first ? first : day, ct)).Corps;
    }

    /// <summary>A round goes by the book of the day it opens; a channel that stays open by that of the day of what is looked at, or it would keep its first book for ever.</summary>
    /// <param name="round">The round.</param>
    /// <param name="atUtc">When the application came; for one that did not come yet, now.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RecruitmentRules> OfAsync(RecruitmentRound round, DateTime atUtc, CancellationToken ct) =>
        await OnAsync(round.OfficeId, round.BookMoment(atUtc), ct) ?? RecruitmentRules.Unwritten;
}
