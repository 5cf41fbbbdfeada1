using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>查看当事人的电话或者号码原文.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class RevealModel(AidDb db, RevealPartyData reveal, CurrentOfficer officer) : RevealPage
{
    public PartyRole Role { get; private set; }

    public override string PurposeHelp => "写明为办什么事查看，例如“约见受援人”。查看人、时间和用途会留痕。";

    public override IReadOnlyList<PersonalValue> Values => [PersonalValue.Phone, PersonalValue.IdentityNumber];

    public override async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await RevealPartyData.Within(db, officer).SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } party)
        {
            return false;
        }

        (Back, Role, Name) = ($"/cases/{party.CaseId}", party.Role, party.Name);
        return true;
    }

    protected override Task<Outcome<RevealedValue>?> OpenAsync(PersonalValue which, string purpose, CancellationToken ct) => reveal.RunAsync(Id, which, purpose, ct);
}
