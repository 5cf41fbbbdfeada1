using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>Records what the conflict check has to know of a member: family, an earlier post, a former name, an interest, a matter of office, duty help. The journal gets the kind alone.</summary>
public sealed class RecordTie(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<MemberTie>?> RunAsync(Guid membershipId, TieForm form, IdentityNumber? identity, CancellationToken ct)
    {
        if (!await db.Memberships.AnyAsync(m => m.Id == membershipId && m.OfficeId == officer.OfficeId, ct))
        {
            return null;
        }

        if (WhyNot(form) is { } refusal)
        {
            return refusal;
        }

        var tie = Make(membershipId, form, identity);
        db.Add(tie);
        db.Note(officer.OfficeId, clock.UtcNow, Act.TieRecorded, membershipId, officer.Id, reason: null, new { kind = tie.Kind });
        await db.SaveChangesAsync(ct);
        return tie;
    }

    private Refusal? WhyNot(TieForm form)
    {
        var (name, number) = (Cleaned(form.Name), Cleaned(form.MatterNumber));
        return form.Kind!.Value switch
        {
            TieKind.Relative => Rules.Registry.Ties.WhyNotRelative(new(form.Relation, name)),
            TieKind.FormerPost => Rules.Registry.Ties.WhyNotPost(new(Cleaned(form.Authority), form.LeftOn), clock.Today),
            TieKind.FormerName => Rules.Registry.Ties.WhyNotFormerName(name),
            TieKind.Interest => Rules.Registry.Ties.WhyNotInterest(new(form.Interest, form.Relation, name, number)),
            TieKind.FormerOfficial => Rules.Registry.Ties.WhyNotOfficial(new(form.Capacity, name ?? Cleaned(form.OtherParty), number)),
            TieKind.DutyHelp => Rules.Registry.Ties.WhyNotDutyHelp(new(name, number, form.HelpedOn), clock.Today),
            var kind => throw new ArgumentOutOfRangeException(nameof(form), kind, "Unknown kind of tie."),
        };
    }

    // Only what belongs to the kind is kept, whatever else was filled in.
    private MemberTie Make(Guid membershipId, TieForm form, IdentityNumber? identity)
    {
        var kind = form.Kind!.Value;
        var number = kind is TieKind.Relative or TieKind.Interest or TieKind.DutyHelp ? identity?.Value : null;
        return new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            MembershipId = membershipId,
            Kind = kind,
            Relation = kind is TieKind.Relative or TieKind.Interest ? form.Relation : null,
            Name = kind == TieKind.FormerPost ? null : Cleaned(form.Name),
            IdentityNumber = number is null ? null : cipher.Seal(number),
            IdentityIndex = number is null ? null : cipher.Index(number),
            Represents = kind == TieKind.Relative ? Cleaned(form.Represents) : null,
            Authority = kind is TieKind.Relative or TieKind.FormerPost or TieKind.FormerOfficial ? Cleaned(form.Authority) : null,
            LeftOn = kind == TieKind.FormerPost ? form.LeftOn : null,
            MatterNumber = kind is TieKind.Interest or TieKind.FormerOfficial or TieKind.DutyHelp && Cleaned(form.MatterNumber) is { } matter ? Rules.Registry.Ties.MatterNumber(matter) : null,
            OtherParty = kind == TieKind.FormerOfficial ? Cleaned(form.OtherParty) : null,
            Capacity = kind == TieKind.FormerOfficial ? form.Capacity : null,
            Interest = kind == TieKind.Interest ? form.Interest : null,
            HelpedOn = kind == TieKind.DutyHelp ? form.HelpedOn : null,
        };
    }

    private static string? Cleaned(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextCleaning.OrganisationName(text);
}
