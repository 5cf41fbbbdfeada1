using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Recusals;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>One recusal as pages show it.</summary>
public sealed record RecusalRow(
    Guid Id,
    Guid CaseId,
    string CaseNumber,
    string Cause,
    Guid OfficerId,
    string Officer,
    Guid ReportedById,
    string ReportedBy,
    Relation Relation,
    string? Party,
    string? Other,
    string Reason,
    DateTime DeclaredAtUtc,
    RecusalBody Body,
    RecusalStatus Status,
    string? DecidedBy,
    DateTime? DecidedAtUtc,
    string? DecisionReason)
{
    private static readonly string[] Removed = ["standing"];

    public string RelationText => Words.Of(Relation);

    public string BodyText => Words.Of(Body);

    public string StatusText => Words.Of(Status).Word;

    public Tone Tone => Words.Of(Status).Tone;

    /// <summary>To whom or what: the party, or the free words.</summary>
    public string To => Party is null ? Other ?? "—" : Other is null ? Party : $"{Party}（{Other}）";

    /// <summary>Recused by the text itself, without anybody's decision.</summary>
    public bool ByText => Status == RecusalStatus.Recused && DecidedAtUtc is null;

    /// <summary>What waits for a decision first. A party a correction took out of the case keeps its name here.</summary>
    public static IQueryable<RecusalRow> Of(AidDb db, IQueryable<Recusal> recusals) =>
        from r in recusals.AsNoTracking()
        join c in db.Cases on r.CaseId equals c.Id
        from concerned in db.Users.Where(u => u.Id == r.OfficerId)
        from reporter in db.Users.Where(u => u.Id == r.ReportedById)
        orderby r.Status == RecusalStatus.Waiting descending, r.DeclaredAtUtc descending, r.Id
        select new RecusalRow(
            r.Id, c.Id, c.Number, c.Cause, r.OfficerId, concerned.DisplayName, r.ReportedById, reporter.DisplayName, r.Relation,
            db.CaseParties.IgnoreQueryFilters(Removed).Where(p => p.Id == r.PartyId).Select(p => p.Name).FirstOrDefault(),
            r.Other, r.Reason, r.DeclaredAtUtc, r.Body, r.Status,
            db.Users.Where(u => u.Id == r.DecidedById).Select(u => u.DisplayName + AuthorityWords.Signatures(db).Where(s => s.Id == r.DecidedUnderId).Select(s => s.Text).FirstOrDefault()).FirstOrDefault(), r.DecidedAtUtc, r.DecisionReason);
}
