using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>Records what the conflict check has to know of a member: a near relative, an earlier post, a former name. The journal gets the kind alone.</summary>
public sealed class RecordTie(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<MemberTie>?> RunAsync(Guid membershipId, TieForm form, IdentityNumber? identity, CancellationToken ct)
    {
        if (!await db.Memberships.AnyAsync(m => m.Id == membershipId && m.OfficeId == officer.OfficeId, ct))
        {
            return null;
        }

        var kind = form.Kind!.Value;
        var (name, authority) = (Cleaned(form.Name), Cleaned(form.Authority));
        var refusal = kind switch
        {
            TieKind.Relative => Rules.Registry.Ties.WhyNotRelative(new(form.Relation, name)),
            TieKind.FormerPost => Rules.Registry.Ties.WhyNotPost(new(authority, form.LeftOn), clock.Today),
            TieKind.FormerName => Rules.Registry.Ties.WhyNotFormerName(name),
            _ => throw new ArgumentOutOfRangeException(nameof(form), kind, "Unknown kind of tie."),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        var isRelative = kind == TieKind.Relative;
        var tie = new MemberTie
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            MembershipId = membershipId,
            Kind = kind,
            Relation = isRelative ? form.Relation : null,
            Name = kind == TieKind.FormerPost ? null : name,
            IdentityNumber = isRelative && identity is not null ? cipher.Seal(identity.Value) : null,
            IdentityIndex = isRelative && identity is not null ? cipher.Index(identity.Value) : null,
            Represents = isRelative ? Cleaned(form.Represents) : null,
            Authority = kind == TieKind.FormerName ? null : authority,
            LeftOn = kind == TieKind.FormerPost ? form.LeftOn : null,
        };
        db.Add(tie);
        db.Note(officer.OfficeId, clock.UtcNow, Act.TieRecorded, membershipId, officer.Id, reason: null, new { kind });
        await db.SaveChangesAsync(ct);
        return tie;
    }

    private static string? Cleaned(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextCleaning.OrganisationName(text);
}
