using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Access;

/// <summary>Why a sign-in failed.</summary>
public enum SignInFault
{
    /// <summary>口令不对</summary>
    Password = 1,

    /// <summary>账户已锁定或者已停用</summary>
    Locked,

    /// <summary>动态验证码不对</summary>
    Code,

    /// <summary>没有这个用户名</summary>
    Name,
}

/// <summary>
/// Keeps a sign-in that failed: in the journal of the account's office, or beside it where no account has the name. Anybody outside can cause it and the rows
/// can never be removed, so in a quarter of an hour only so many are kept; the rest would tell nothing new.
/// </summary>
public sealed class NoteFailedSignIn(AidDb db, FieldCipher cipher, ILookupNormalizer normalizer, OfficeClock clock)
{
    public const int MostPerAccount = 20;
    public const int MostUnknown = 500;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <param name="typedName">What was typed as the name.</param>
    /// <param name="officer">Whose account it is; null where nobody has the name.</param>
    /// <param name="cause">Told in the journal.</param>
    public Task RunAsync(string typedName, Officer? officer, SignInFault cause) => officer is null ? NoteUnknownAsync(typedName) : NoteAsync(officer, cause);

    private async Task NoteAsync(Officer officer, SignInFault cause)
    {
        await db.SeeAsync([officer.OfficeId], CancellationToken.None);
        var since = clock.UtcNow - Window;
        if (await db.Journal.CountAsync(line => line.SubjectId == officer.Id && line.AtUtc > since && line.Act == Act.SignInFailed) < MostPerAccount)
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.SignInFailed, officer.Id, officerId: null, details: new { cause });      // who it was nobody knows
            await db.SaveChangesAsync();
        }
    }

    private async Task NoteUnknownAsync(string typedName)
    {
        var since = clock.UtcNow - Window;
        if (await db.UnknownSignIns.CountAsync(attempt => attempt.AtUtc > since) < MostUnknown)
        {
            db.Add(new UnknownSignIn { Id = Guid.CreateVersion7(), AtUtc = clock.UtcNow, NameIndex = IndexOf(typedName) });
            await db.SaveChangesAsync();
        }
    }

    // Apart from the index of any other value of the same text, such as an identity number.
    private byte[] IndexOf(string userName) => cipher.Index("sign-in " + normalizer.NormalizeName(userName));
}
