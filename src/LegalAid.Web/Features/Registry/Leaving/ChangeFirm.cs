using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>Where somebody practises from a day on, what shows it, and the loss that was shown with the findings.</summary>
public sealed record FirmOrder(FirmTarget Target, DateOnly Day, string Reason, string? ShownLoss);

/// <summary>
/// Records that a member practises at another institution (转所), or became a public or company lawyer or ceased to be one (转任): admission is checked anew there, and what is not met
/// there is lost. Balances stay, cases under way stay with the member. A day ahead is kept until it comes.
/// </summary>
public sealed class ChangeFirm(AidDb db, FirmMoves moves, PlannedChangeBook planned, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, FirmOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { LeftOn: null } member)
        {
            return null;
        }

        if (await planned.WhyNotRecordAsync(member, PlannedChangeKind.Firm, order.Day, ct) is { } refusal)
        {
            return refusal;
        }

        var ahead = PlannedChanges.LiesAhead(order.Day, clock.Today);
        if (await moves.CheckAsync(member, order.Target, ahead ? order.Day : clock.Today, ct) is not { } looked)
        {
            return null;
        }

        if (looked.Value is not { } check || check.WhyNotDo(order.ShownLoss) is { Count: > 0 })
        {
            return looked.Value?.WhyNotDo(order.ShownLoss) ?? [.. looked.Refusals];
        }

        if (ahead)
        {
            planned.Add(Planned(member, order, check.Loses));
        }
        else
        {
            await moves.DoAsync(member, check, order.Target, new(officer.Id, order.Reason), ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    private PlannedChange Planned(Membership member, FirmOrder order, FirmLoss loses) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = member.OfficeId,
        MembershipId = member.Id,
        Kind = PlannedChangeKind.Firm,
        TakesEffectOn = order.Day,
        InstitutionId = order.Target.InstitutionId,
        BecomesKind = order.Target.As,
        Employer = order.Target.InstitutionId is null ? order.Target.Employer : null,
        LosesPools = loses.Pools,
        LosesIntents = loses.Intents,
        Reason = order.Reason,
        PlannedById = officer.Id,
        PlannedAtUtc = clock.UtcNow,
        Status = PlannedChangeStatus.Pending,
    };
}
