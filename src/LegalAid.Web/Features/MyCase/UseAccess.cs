using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.MyCase;

/// <summary>A recipient sets the password with the slip's name and code; the code works once. Every failure reads the same, and each try counts before it is looked at.</summary>
public sealed class UseAccess(AidDb db, UserManager<Officer> users, FieldCipher cipher, OfficeClock clock)
{
    private static readonly Refusal Wrong = new("recipient-code", "账号或者一次性代码不对，或者已经用过、过期。请核对纸条，仍不行的请联系法律援助中心另开一张。", []);

    public async Task<Outcome<Officer>> RunAsync(string userName, string code, string password, CancellationToken ct)
    {
        if (await FindAsync(userName, ct) is not { } access || !await TryAsync(access.Id, ct)
            || !CryptographicOperations.FixedTimeEquals(access.CodeHash, RecipientAccess.HashOf(access.UserName, code, cipher)))
        {
            return Wrong;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.RecipientAccesses.Where(a => a.Id == access.Id && a.SpentAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.SpentAtUtc, clock.UtcNow), ct) == 0)
        {
            return Wrong;
        }

        var (officer, result) = await SetPasswordAsync(access, password, ct);
        if (!result.Succeeded)
        {
            return result.Errors.Select(error => new Refusal(error.Code, error.Description, [])).ToList();     // the transaction is given up: the code stays good
        }

        db.Note(access.OfficeId, clock.UtcNow, Act.RecipientAccessUsed, officer.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return officer;
    }

    // A user name says which office made it, so that it is looked for among that office's rows alone.
    private async Task<RecipientAccess?> FindAsync(string userName, CancellationToken ct)
    {
        var name = userName.Trim().ToLowerInvariant();
        var code = name.Split('-')[0].ToUpperInvariant();
        if (await db.Offices.Where(o => o.Code == code).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct) is not { } office)
        {
            return null;
        }

        await db.SeeAsync([office], ct);
        return await db.RecipientAccesses.AsNoTracking().SingleOrDefaultAsync(a => a.UserName == name && a.SpentAtUtc == null, ct);
    }

    private async Task<bool> TryAsync(Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await db.RecipientAccesses.Where(a => a.Id == id && a.SpentAtUtc == null && a.ExpiresAtUtc > now && a.Failures < RecipientAccess.MostFailures)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Failures, a => a.Failures + 1), ct) == 1;
    }

    private async Task<(Officer Officer, IdentityResult Result)> SetPasswordAsync(RecipientAccess access, string password, CancellationToken ct)
    {
        if (await users.FindByNameAsync(access.UserName) is { } known)
        {
            var reset = await users.ResetPasswordAsync(known, await users.GeneratePasswordResetTokenAsync(known), password);
            return (known, reset);
        }

        var name = await db.CaseParties.Where(p => p.Id == access.PartyId).Select(p => p.Name).SingleAsync(ct);
        var officer = new Officer
        {
            Id = Guid.CreateVersion7(),
            UserName = access.UserName,
            OfficeId = access.OfficeId,
            DisplayName = name[..Math.Min(name.Length, 40)],
            Role = Roles.Recipient,
            PartyId = access.PartyId,
        };
        return (officer, await users.CreateAsync(officer, password));
    }
}
