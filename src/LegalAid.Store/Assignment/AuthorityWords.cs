using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>How a decision taken in the head's stead is signed, everywhere alike: 代某某（授权书…）.</summary>
public static class AuthorityWords
{
    /// <summary>The authorities of the offices in sight, as signatures by their ids; for joins.</summary>
    public static IQueryable<AuthoritySignature> Signatures(AidDb db) =>
        from authority in db.ActingAuthorities.AsNoTracking()
        from principal in db.Users.Where(u => u.Id == authority.PrincipalId)
        select new AuthoritySignature { Id = authority.Id, Text = "代" + principal.DisplayName + "（授权书" + authority.LetterNumber + "）" };

    public static Task<string?> OfAsync(AidDb db, Guid? authorityId, CancellationToken ct) =>
        Signatures(db).Where(signature => signature.Id == authorityId).Select(signature => (string?)signature.Text).SingleOrDefaultAsync(ct);
}

/// <summary>One authority as a decision under it is signed.</summary>
public sealed class AuthoritySignature
{
    public required Guid Id { get; init; }

    public required string Text { get; init; }
}
