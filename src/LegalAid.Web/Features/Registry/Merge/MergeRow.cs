using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A proposed merge as the list and its own page show it.</summary>
public sealed record MergeRow(MemberMerge Merge, string Name, string KeptLicence, string MergedLicence, string Institution, string? ProposedBy, string? DecidedBy)
{
    public Guid Id => Merge.Id;

    public (string Word, Tone Tone) State => Merge.Status switch
    {
        MergeStatus.Waiting => ("待决定", Tone.Attention),
        MergeStatus.Merged => ("已合并", Tone.Good),
        MergeStatus.Rejected => ("不予合并", Tone.Ended),
        _ => throw new InvalidOperationException($"Unknown status {Merge.Status}."),
    };

    public static IQueryable<MergeRow> Of(AidDb db, IQueryable<MemberMerge> merges) =>
        from merge in merges.AsNoTracking()
        join kept in db.Memberships on merge.KeptId equals kept.Id
        join merged in db.Memberships on merge.MergedId equals merged.Id
        orderby merge.Status == MergeStatus.Waiting descending, merge.ProposedAtUtc descending, merge.Id
        select new MergeRow(
            merge, kept.RosterName ?? kept.Person.Name, kept.LicenceNumber, merged.LicenceNumber, kept.Institution.Name,
            db.Users.Where(u => u.Id == merge.ProposedById).Select(u => u.DisplayName).FirstOrDefault(),
            db.Users.Where(u => u.Id == merge.DecidedById).Select(u => u.DisplayName).FirstOrDefault());
}
