using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.MyCase;

/// <summary>A slip just made; its code is told once and stored nowhere readable.</summary>
public sealed record SlipMade(RecipientAccess Access, string Code);

/// <summary>
/// Opens a recipient's way to the own cases: makes a slip with user name and code. A later slip replaces the one before; whoever forgot the password gets another slip.
/// One person has one account at the office, whichever of the own cases it was opened from.
/// </summary>
public sealed class OpenAccess(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <returns>Null when the office has no such recipient.</returns>
    public async Task<Outcome<SlipMade>?> RunAsync(Guid partyId, CancellationToken ct)
    {
        if (await db.CaseParties.AsNoTracking().SingleOrDefaultAsync(p => p.Id == partyId && p.Role == PartyRole.Recipient && !p.IsOrganisation, ct) is not { } party)
        {
            return null;
        }

        if (await db.Cases.AnyAsync(c => c.Id == party.CaseId && c.Status == CaseStatus.Voided, ct))
        {
            return new Refusal("access-void", "本案已作废，不开通查询。", []);
        }

        var code = RecipientAccess.NewCode();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(party, ct);
        var (accountParty, userName) = await AccountAsync(party, ct) ?? await SlipAsync(party, ct) ?? (partyId, await NewNameAsync(ct));
        await db.RecipientAccesses.Where(a => a.PartyId == accountParty && a.SpentAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.SpentAtUtc, clock.UtcNow), ct);
        var access = New(accountParty, userName, code);
        db.Add(access);
        db.Note(officer.OfficeId, clock.UtcNow, Act.RecipientAccessMade, party.CaseId, officer.Id, details: new { party = partyId });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new SlipMade(access, code);
    }

    // The same party, or the same number under another case; a name alone is nobody's proof.
    private async Task<(Guid, string)?> AccountAsync(CaseParty party, CancellationToken ct)
    {
        var known = await (
            from u in db.Users
            where u.OfficeId == officer.OfficeId && u.Role == Roles.Recipient
            join p in db.CaseParties on u.PartyId equals p.Id
            where p.Id == party.Id || (party.IdentityIndex != null && p.IdentityIndex == party.IdentityIndex)
            orderby u.Id
            select new { p.Id, u.UserName }).FirstOrDefaultAsync(ct);
        return known is null ? null : (known.Id, known.UserName!);
    }

    // A slip nobody has used yet: whoever is handed another one, also from another case, keeps its name.
    private async Task<(Guid, string)?> SlipAsync(CaseParty party, CancellationToken ct)
    {
        var made = await (
            from slip in db.RecipientAccesses
            join p in db.CaseParties on slip.PartyId equals p.Id
            where p.Id == party.Id || (party.IdentityIndex != null && p.IdentityIndex == party.IdentityIndex)
            orderby slip.MadeAtUtc, slip.Id
            select new { p.Id, slip.UserName }).FirstOrDefaultAsync(ct);
        return made is null ? null : (made.Id, made.UserName);
    }

    // Two slips for one person at once: the second sees the first.
    private async Task LockAsync(CaseParty party, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"select 1 from case_parties where id = {party.Id} or identity_index = {party.IdentityIndex} order by id for update", ct);

    private async Task<string> NewNameAsync(CancellationToken ct)
    {
        var code = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.Code).SingleAsync(ct);
        return $"{code.ToLowerInvariant()}-{RandomNumberGenerator.GetString("0123456789", 8)}";
    }

    private RecipientAccess New(Guid partyId, string userName, string code) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        PartyId = partyId,
        UserName = userName,
        CodeHash = RecipientAccess.HashOf(userName, code, cipher),
        ExpiresAtUtc = clock.UtcNow + Lasts,
        MadeById = officer.Id,
        MadeAtUtc = clock.UtcNow,
    };
}
