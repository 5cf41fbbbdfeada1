using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Api;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Keys;

/// <summary>Revokes a key for good: from the next request on it is not accepted. Another one is made instead, never the same again.</summary>
public sealed class RevokeKey(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such key.</returns>
    public async Task<Outcome<ApiKey>?> RunAsync(Guid id, string reason, CancellationToken ct)
    {
        var key = await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id && k.OfficeId == officer.OfficeId, ct);
        if (key is null)
        {
            return null;
        }

        if (key.RevokedAtUtc is not null)
        {
            return new Refusal("key-revoked", "这个密钥已经停用。", []);
        }

        key.RevokedAtUtc = clock.UtcNow;
        db.Note(officer.OfficeId, clock.UtcNow, Act.ApiKeyRevoked, key.Id, officer.Id, reason);
        await db.SaveChangesAsync(ct);
        return key;
    }
}
