using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>What somebody says of their record in a round of renewal.</summary>
public sealed class ConfirmationForm
{
    [Display(Name = "有误的地方（没有的留空）"), StringLength(2000)]
    public string? Statement { get; set; }
}

/// <summary>
/// A member of pool or corps says that the record is right, or what is wrong in it, before the office decides on the renewal (WZ-4.2, QDN-4.1b). A corps member's entry is the
/// prefecture's, whichever roster the account belongs to.
/// </summary>
public sealed class ConfirmRenewal(AidDb db, OwnRenewals own, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Renewal>?> RunAsync(string? statement, CancellationToken ct)
    {
        var found = await own.FindInSightAsync(ct);
        var outcome = found is null ? null : await ConfirmAsync(found, statement, ct);
        await own.ComeBackAsync(ct);
        return outcome;
    }

    private async Task<Outcome<Renewal>> ConfirmAsync(Renewal renewal, string? statement, CancellationToken ct)
    {
        if (renewal.ConfirmedAtUtc is not null || renewal.Outcome != RenewalOutcome.Waiting)
        {
            return new Refusal("renewal-confirmed", "已经确认或者已经决定。", []);
        }

        (renewal.ConfirmedAtUtc, renewal.Statement) = (clock.UtcNow, string.IsNullOrEmpty(statement) ? null : statement);
        db.Note(renewal.OfficeId, clock.UtcNow, Act.RenewalConfirmed, renewal.CorpsMemberId ?? renewal.MembershipId!.Value, officer.Id, details: new { renewal = renewal.Id, corrects = renewal.Statement is not null });
        await db.SaveChangesAsync(ct);
        return renewal;
    }
}
