using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Api;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Keys;

/// <summary>A key just made; its text is told once and stored nowhere.</summary>
public sealed record KeyMade(ApiKey Key, string Text);

/// <summary>Makes a key for another program: for one office, the own or one below it, and for the kinds of questions it may put.</summary>
public sealed class MakeKey(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<KeyMade>> RunAsync(KeyForm form, CancellationToken ct)
    {
        var name = form.Name.Trim();
        if (await WhyNotAsync(name, form, ct) is { } refusal)
        {
            return refusal;
        }

        var text = ApiKey.NewText(await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.Code).SingleAsync(ct));
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            AsksForId = form.AsksForId!.Value,
            Name = name,
            Scope = form.Scope,
            KeyHash = ApiKey.HashOf(text, cipher),
            MadeAtUtc = clock.UtcNow,
        };
        db.ApiKeys.Add(key);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ApiKeyMade, key.Id, officer.Id, details: new { key.AsksForId, key.Scope });
        await db.SaveChangesAsync(ct);
        return new KeyMade(key, text);
    }

    private async Task<Refusal?> WhyNotAsync(string name, KeyForm form, CancellationToken ct) =>
        form.Scope == ApiScope.None ? new("key-scope", "请至少选择一种可问的事项。", [])
        : !await db.Offices.AnyAsync(o => o.Id == form.AsksForId && (o.Id == officer.OfficeId || o.ParentId == officer.OfficeId), ct) ? new("key-office", "只能限于本机构或其下级机构。", [])
        : await db.ApiKeys.AnyAsync(k => k.OfficeId == officer.OfficeId && k.Name == name && k.RevokedAtUtc == null, ct) ? new("key-name", "已有同名的在用密钥，请另取名称，或先停用原来的。", [])
        : null;
}
