using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A proposed removal as lists and its own page show it.</summary>
public sealed record RemovalRow(RemovalProposal Proposal, string Name, string Institution, string? ProposedBy, string? DecidedBy, bool HasEvidence)
{
    public Guid Id => Proposal.Id;

    public RemovalStatus Status => Proposal.Status;

    public static IQueryable<RemovalRow> Of(AidDb db, IQueryable<RemovalProposal> proposals) =>
        from p in proposals.AsNoTracking()
        join m in db.Memberships on p.MembershipId equals m.Id
        orderby p.Status == RemovalStatus.Waiting descending, p.ProposedAtUtc descending, p.Id
        select new RemovalRow(
            p, m.RosterName ?? m.Person.Name, m.Institution.Name,
            db.Users.Where(u => u.Id == p.ProposedById).Select(u => u.DisplayName).FirstOrDefault(),
            db.Users.Where(u => u.Id == p.DecidedById).Select(u => u.DisplayName).FirstOrDefault(),
            db.PoolFiles.Any(f => f.SubjectId == p.Id));
}
