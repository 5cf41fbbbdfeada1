using System.ComponentModel.DataAnnotations;
using LegalAid.Store.Journal;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Journal;

/// <summary>What the address of the journal asks for.</summary>
public sealed class JournalFilter
{
    private static readonly Act[] ComingAndGoing = [LegalAid.Store.Journal.Act.SignedIn, LegalAid.Store.Journal.Act.SignInFailed];

    [FromQuery(Name = "act")]
    public Act? Act { get; set; }

    [FromQuery(Name = "officer")]
    public Guid? OfficerId { get; set; }

    [FromQuery(Name = "from"), Display(Name = "起日")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to"), Display(Name = "止日")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "signins")]
    public bool SignIns { get; set; }

    public IQueryable<JournalLine> On(IQueryable<JournalLine> lines)
    {
        DateTime? fromUtc = From is { } from ? OfficeTime.ToUtc(from.ToDateTime(TimeOnly.MinValue)) : null;
        DateTime? untilUtc = To is { } to && to < DateOnly.MaxValue ? OfficeTime.EndOfUtc(to) : null;
        return lines.Where(line => (Act == null ? SignIns || !ComingAndGoing.Contains(line.Act) : line.Act == Act)
            && (OfficerId == null || line.OfficerId == OfficerId)
            && (fromUtc == null || line.AtUtc >= fromUtc)
            && (untilUtc == null || line.AtUtc < untilUtc));
    }
}
