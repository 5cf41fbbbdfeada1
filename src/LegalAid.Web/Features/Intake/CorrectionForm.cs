using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Store.Security;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Intake;

/// <summary>A case as it stands, to be typed over. Parties are shown one a line with masked numbers; a line left as it is keeps its party and the sealed number.</summary>
public sealed class CorrectionForm : MatterForm
{
    [Display(Name = "案件类型")]
    public CaseKind? Kind { get; set; }

    [Display(Name = "通知事由")]
    public NotificationGround? NotificationGround { get; set; }

    [Display(Name = "援助范围")]
    public ScopeGround? ScopeGround { get; set; }

    [Display(Name = "经济困难的依据")]
    public HardshipBasis? HardshipBasis { get; set; }

    [Display(Name = "收到申请的时间")]
    public DateTime? ReceivedAtUtc { get; set; }

    [Required, Display(Name = "受援人"), StringLength(6000)]
    public string Recipients { get; set; } = "";

    /// <summary>The case as the form showed it.</summary>
    public uint Version { get; set; }

    [Required, Display(Name = "更正理由"), StringLength(300)]
    public string Reason { get; set; } = "";

    private protected override (string? Text, string Field) RecipientBox => (Recipients, nameof(Recipients));

    /// <summary>The kind the case has after the correction; that of a notice is always a criminal case.</summary>
    internal CaseKind KindOf(AidCase aidCase) => aidCase.Source == CaseSource.Application ? Kind ?? aidCase.Kind : aidCase.Kind;

    internal static CorrectionForm Of(AidCase aidCase, FieldCipher cipher) => new()
    {
        Kind = aidCase.Kind,
        Cause = aidCase.Cause,
        Stage = aidCase.Stage,
        Headcount = aidCase.Headcount,
        Flags = aidCase.Flags,
        NotificationGround = aidCase.NotificationGround,
        ScopeGround = aidCase.ScopeGround,
        HardshipBasis = aidCase.Source == CaseSource.Application ? aidCase.HardshipBasis : null,
        ReceivedAtUtc = aidCase.ReceivedAtUtc,
        HelpedByInstitutionId = aidCase.HelpedByInstitutionId,
        HelpedByStation = aidCase.StationId is null ? aidCase.HelpedByStation : null,
        HelpedOn = aidCase.HelpedOn,
        HelpGiven = aidCase.HelpGiven,
        WishedInstitutionId = aidCase.WishedInstitutionId,
        WishedMembershipId = aidCase.WishedMembershipId,
        WishReason = aidCase.WishReason,
        Recipients = Lines(aidCase, PartyRole.Recipient, cipher) ?? "",
        Opponents = Lines(aidCase, PartyRole.Opponent, cipher),
        Victims = Lines(aidCase, PartyRole.Victim, cipher),
        CoDefendants = Lines(aidCase, PartyRole.CoDefendant, cipher),
    };

    /// <summary>The parties as typed, or what is wrong and in which box.</summary>
    internal (IReadOnlyList<CorrectedParty> Parties, IReadOnlyList<(string Field, string Fault)> Faults) Read(AidCase aidCase, FieldCipher cipher)
    {
        var parties = new List<CorrectedParty>();
        var faults = new List<(string, string)>();
        var standing = aidCase.Parties.OrderBy(party => party.Order).ToList();
        foreach (var (role, text, field) in Boxes())
        {
            foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if ((standing.Find(party => party.Role == role && Line(party, cipher) == line) ?? standing.Find(party => Line(party, cipher) == line)) is { } known)
                {
                    standing.Remove(known);
                    parties.Add(new(role, known.Id, null));
                    continue;
                }

                var (read, wrong) = PartyLines.Read(line);
                parties.AddRange(read.Select(party => new CorrectedParty(role, null, party)));
                faults.AddRange(wrong.Select(fault => (field, $"「{line}」{fault[(fault.IndexOf('：', StringComparison.Ordinal) + 1)..]}")));
            }
        }

        return (parties, faults);
    }

    private static string? Lines(AidCase aidCase, PartyRole role, FieldCipher cipher)
    {
        var lines = string.Join('\n', aidCase.Parties.Where(party => party.Role == role).OrderBy(party => party.Order).Select(party => Line(party, cipher)));
        return lines.Length == 0 ? null : lines;
    }

    private static string Line(CaseParty party, FieldCipher cipher) =>
        party.IdentityNumber is { } number ? $"{party.Name} {PartyNumbers.Mask(cipher.Open(number))}" : party.Name;
}

/// <summary>A party after the correction: one the case had, in its own or another role, or one typed anew.</summary>
public sealed record CorrectedParty(PartyRole Role, Guid? KeptId, PartyLine? Typed);
