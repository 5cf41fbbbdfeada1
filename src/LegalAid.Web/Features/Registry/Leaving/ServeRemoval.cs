using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Records on which day the person and the institution received the decision (送达, WZ-29.2a), and what was objected to it.</summary>
public sealed class ServeRemoval(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RemovalProposal>?> RunAsync(Guid proposalId, RemovalService told, CancellationToken ct)
    {
        var proposal = await db.RemovalProposals.SingleOrDefaultAsync(p => p.Id == proposalId, ct);
        if (proposal is null)
        {
            return null;
        }

        var earliest = proposal.DecidedAtUtc is { } decided ? DateOnly.FromDateTime(OfficeClock.ToLocal(decided)) : clock.Today;
        if (proposal.Status != RemovalStatus.Removed)
        {
            return new Refusal("removal-not-decided", "还没有决定清退，或者已经撤销。", []);
        }

        if (new[] { told.PersonOn, told.InstitutionOn, told.ObjectedOn }.Any(day => day > clock.Today || day < earliest))
        {
            return new Refusal("served-day", $"日期须在决定之日（{earliest:yyyy-MM-dd}）与今天之间。", ["WZ-29.2a"]);
        }

        if (told.PersonOn != proposal.PersonServedOn || told.InstitutionOn != proposal.InstitutionServedOn)
        {
            (proposal.PersonServedOn, proposal.InstitutionServedOn) = (told.PersonOn ?? proposal.PersonServedOn, told.InstitutionOn ?? proposal.InstitutionServedOn);
            db.Note(proposal.OfficeId, clock.UtcNow, Act.RemovalServed, proposal.MembershipId, officer.Id, details: new { removal = proposal.Id, person = proposal.PersonServedOn, institution = proposal.InstitutionServedOn });
        }

        if (told.Objection is { } objection)
        {
            (proposal.Objection, proposal.ObjectedOn) = (objection, told.ObjectedOn ?? clock.Today);
            db.Note(proposal.OfficeId, clock.UtcNow, Act.RemovalObjected, proposal.MembershipId, officer.Id, details: new { removal = proposal.Id });
        }

        await db.SaveChangesAsync(ct);
        return proposal;
    }
}

/// <summary>What is known of a decision's way to whom it concerns.</summary>
public sealed record RemovalService(DateOnly? PersonOn, DateOnly? InstitutionOn, string? Objection, DateOnly? ObjectedOn);
