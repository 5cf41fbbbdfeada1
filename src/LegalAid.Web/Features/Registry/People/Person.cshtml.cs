using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>人员记录: what the office knows of one person on its roster.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class PersonModel(AidDb db, PersonReader reader, PersonExtras extras, MemberStateReader states, OfficeBooks books, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public PersonRecord Record { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    /// <summary>The own centre writes; the bureau and the prefecture read.</summary>
    public bool MayWrite => officer.Role is Roles.Clerk or Roles.Director && Record.Member.OfficeId == officer.OfficeId;

    public Guid OwnOfficeId => officer.OfficeId;

    public bool HasLeft => Record.Member.LeftOn <= Today;

    /// <summary>The office takes people from elsewhere by their own will (QDN-1.1).</summary>
    public bool AsksWillingness { get; private set; }

    /// <summary>The office's book knows mentors (WZ-24.1).</summary>
    public bool AsksMentor { get; private set; }

    /// <summary>The book knows a service corps (QDN-4.2a).</summary>
    public bool HasCorps { get; private set; }

    /// <summary>Who is in the corps the prefecture's head records, for the people of its counties too.</summary>
    public bool MayRecordCorps { get; private set; }

    public bool MayProposeCorps { get; private set; }

    public PersonExtra Extras { get; private set; } = null!;

    public MemberStanding Standing { get; private set; } = null!;

    /// <summary>The office's book removes people from the pool (WZ-28).</summary>
    public bool KnowsRemoval { get; private set; }

    /// <summary>The office's book tells a duty pool and a case pool apart (WZ-5.2).</summary>
    public bool KnowsPools { get; private set; }

    public bool IsHead => officer.Role == Roles.Director;

    /// <summary>The departure was recorded by mistake, so far as the program can tell.</summary>
    public bool MayTakeBack { get; private set; }

    public bool IsBarred => Standing.BarredThrough >= Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(Id, ct) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        var book = await books.InForceOnAsync(record.Member.OfficeId, clock.Today, ct);
        Extras = await extras.ReadAsync(record.Member, book, clock.Today, ct);
        Standing = (await states.ReadAsync(Id, ct))!;
        KnowsRemoval = book.Sanctions is not null;
        KnowsPools = book.Recruitment?.Pools is not null;
        HasCorps = book.Corps is not null;
        var decidesCorps = HasCorps && await db.Offices.AnyAsync(o => o.Id == officer.OfficeId && o.ParentId == null, ct);
        MayRecordCorps = decidesCorps && officer.Role == Roles.Director && !HasLeft;
        MayProposeCorps = HasCorps && !decidesCorps && officer.Role is Roles.Clerk or Roles.Director && !HasLeft;
        AsksMentor = book.Training?.Mentors is not null && record.Member.LeftOn is null;
        AsksWillingness = book.Assignment.District.Value == DistrictReach.OwnAndVolunteers && !HasLeft;
        MayTakeBack = MayWrite && record.Member.LeftOn is not null && !IsBarred && await DepartureFacts.WhyNotTakeBackAsync(db, record.Member, IsHead, Today, ct) is null;
        return Page();
    }
}
