using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>查看人员的电话、号码或者地址原文.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RevealModel(AidDb db, RevealPersonalData reveal) : RevealPage
{
    public override string PurposeHelp => "写明为办什么事查看，例如“通知 2026-0317 号案件指派”。查看人、时间和用途会留痕，本人和审计可以查到。";

    public override IReadOnlyList<PersonalValue> Values => [PersonalValue.Phone, PersonalValue.IdentityNumber, PersonalValue.Address];

    public override async Task<bool> LoadAsync(CancellationToken ct)
    {
        var name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct);
        (Back, Name) = ($"/registry/people/{Id}", name ?? "");
        return name is not null;
    }

    protected override Task<Outcome<RevealedValue>?> OpenAsync(PersonalValue which, string purpose, CancellationToken ct) => reveal.RunAsync(Id, which, purpose, ct);
}
