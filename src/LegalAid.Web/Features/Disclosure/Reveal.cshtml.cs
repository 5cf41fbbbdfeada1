using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>查看意见所留的电话, to answer whoever wrote.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RevealModel(AidDb db, RevealFeedbackPhone reveal) : RevealPage
{
    public override string PurposeHelp => "写明用途，例如“答复对名单的意见”。查看人、时间和用途会留痕。";

    public override IReadOnlyList<PersonalValue> Values => [PersonalValue.Phone];

    public override async Task<bool> LoadAsync(CancellationToken ct)
    {
        (Back, Name) = ("/disclosure/list", "公开名单");
        return await db.ListFeedback.AnyAsync(f => f.Id == Id, ct);
    }

    protected override Task<Outcome<RevealedValue>?> OpenAsync(PersonalValue which, string purpose, CancellationToken ct) => reveal.RunAsync(Id, purpose, ct);
}
