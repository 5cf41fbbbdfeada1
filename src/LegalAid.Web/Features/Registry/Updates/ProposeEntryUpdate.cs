using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A member asks to have the own entry changed: phone, address, specialities, languages (WZ-4.3, QDN-4.1d). Nothing changes until the centre has looked at it.</summary>
public sealed class ProposeEntryUpdate(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<EntryUpdate>?> RunAsync(EntryUpdateForm form, CancellationToken ct)
    {
        var own = officer.MembershipId;
        if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == own && (m.LeftOn == null || m.LeftOn > clock.Today), ct) is not { } member)
        {
            return null;
        }

        string? phone = null;
        if (!string.IsNullOrWhiteSpace(form.Phone))
        {
            if (!PhoneNumber.TryParse(form.Phone, out var number, out var reason))
            {
                return new Refusal("update-phone", $"{reason}。", []);
            }

            phone = number.Digits;
        }

        var update = Of(member, form, phone);
        if (await WhyNotAsync(update, ct) is { } refusal)
        {
            return refusal;
        }

        db.Add(update);
        db.Note(update.OfficeId, clock.UtcNow, Act.EntryUpdateProposed, member.Id, officer.Id, details: Changed(update));
        await db.SaveChangesAsync(ct);
        return update;
    }

    /// <summary>Which values change; what they are stands in no journal.</summary>
    internal static object Changed(EntryUpdate update) =>
        new { update = update.Id, phone = update.NewPhone is not null, address = update.NewAddress is not null, specialities = update.Specialities is not null, languages = update.Languages is not null };

    private async Task<Refusal?> WhyNotAsync(EntryUpdate update, CancellationToken ct) =>
        update is { NewPhone: null, NewAddress: null, Specialities: null, Languages: null } ? new("update-same", "与登记的相同，没有要更新的。", [])
        : await db.EntryUpdates.AnyAsync(u => u.MembershipId == update.MembershipId && u.Status == EntryUpdateStatus.Waiting, ct) ? new("update-waits", "上一次提交的还在核对，请等待中心办理。", [])
        : null;

    // What is the same as on record is no change.
    private EntryUpdate Of(Membership member, EntryUpdateForm form, string? phone)
    {
        var (address, specialities, languages) = (form.Address?.Trim(), TextCleaning.List(form.Specialities ?? ""), TextCleaning.List(form.Languages ?? ""));
        return new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            NewPhone = phone is null || phone == cipher.Open(member.Phone) ? null : cipher.Seal(phone),
            NewAddress = string.IsNullOrEmpty(address) || (member.Address is { } known && address == cipher.Open(known)) ? null : cipher.Seal(address),
            Specialities = specialities.SequenceEqual(member.Specialities, StringComparer.Ordinal) ? null : [.. specialities],
            Languages = languages.SequenceEqual(member.Languages, StringComparer.Ordinal) ? null : [.. languages],
            ProposedById = officer.Id,
            ProposedAtUtc = clock.UtcNow,
            Status = EntryUpdateStatus.Waiting,
        };
    }
}
