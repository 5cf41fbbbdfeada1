using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Registry;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>Exits, removals, renewals and what is said of the published list, everything marked.</summary>
internal static class LeavingRows
{
    public static async Task AddAsync(AidDb db, TestApp app, Canary canary, Membership member)
    {
        var (now, today) = (app.Clock.UtcNow, app.Clock.Today);
        var exit = new PoolExit
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            MembershipId = member.Id,
            Ground = ExitGround.OwnWill,
            Reason = canary.Mark,
            AppliedById = Guid.CreateVersion7(),
            AppliedAtUtc = now,
            Status = ExitStatus.Waiting,
        };
        db.Add(exit);
        db.Add(new LeaveRequest { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = LeaveKind.Personal, FirstDay = today, LastDay = today, Reason = app.Cipher.Seal(canary.Mark), AskedById = Guid.CreateVersion7(), AskedAtUtc = now, Status = LeaveStatus.Waiting });
        db.Add(new PoolFile { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, SubjectId = exit.Id, Kind = PoolFileKind.ExitLetter, Type = EvidenceType.Pdf, Bytes = 1, Content = app.Cipher.Seal(canary.Mark) });
        db.Add(new RemovalProposal
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            MembershipId = member.Id,
            Ground = RemovalGround.GraveHarm,
            Cited = canary.Mark,
            Reason = canary.Mark,
            Statement = canary.Mark,
            StatedAtUtc = now,
            ToldOn = today,
            HeardThrough = today,
            ProposedById = Guid.CreateVersion7(),
            ProposedAtUtc = now,
            Status = RemovalStatus.Waiting,
        });
        var other = await db.Memberships.Where(m => m.Id != member.Id).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync();
        db.Add(new MemberMerge { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, KeptId = member.Id, MergedId = other, Reason = canary.Mark, ProposedById = Guid.CreateVersion7(), ProposedAtUtc = now, Status = MergeStatus.Waiting });
        var round = new RenewalRound { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, OpenedOn = today, OpenedById = Guid.CreateVersion7(), Reason = canary.Mark };
        db.Add(round);
        db.Add(new Renewal { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, RoundId = round.Id, MembershipId = member.Id, Statement = canary.Mark, Outcome = RenewalOutcome.Waiting });
        db.Add(new EntryUpdate { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, NewPhone = app.Cipher.Seal(canary.Mark), Specialities = [canary.Mark], ProposedById = Guid.CreateVersion7(), ProposedAtUtc = now, Status = EntryUpdateStatus.Waiting });
        db.Add(new PlannedChange { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = PlannedChangeKind.Firm, TakesEffectOn = today.AddDays(9), BecomesKind = PoolPerson.PublicLawyer, Employer = canary.Mark, Reason = canary.Mark, PlannedById = Guid.CreateVersion7(), PlannedAtUtc = now, Status = PlannedChangeStatus.Pending });
        var check = new LicenceCheck { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, OfficerId = Guid.CreateVersion7(), CheckedAtUtc = now, Rows = 1, Unnamed = 0 };
        check.Findings.Add(new LicenceFinding { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CheckId = check.Id, MembershipId = member.Id, State = canary.Mark });
        db.Add(check);
        db.Add(new ListFeedback { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, Said = app.Cipher.Seal(canary.Mark), Phone = app.Cipher.Seal(canary.Mark), ReceivedAtUtc = now });
        db.Add(new ListPublication { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, Year = today.Year, PublishedOn = today, PublishedById = Guid.CreateVersion7(), Rows = 0, DueAtUtc = now, Content = app.Cipher.Seal("{\"heads\":[],\"lines\":[],\"members\":[]}") });
        await db.SaveChangesAsync();
    }
}
