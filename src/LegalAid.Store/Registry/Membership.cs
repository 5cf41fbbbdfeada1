using LegalAid.Rules.Registry;
using LegalAid.Store.Database;
using LegalAid.Store.Offices;
using LegalAid.Store.Search;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>A person on one office's roster (资源库名册): licence, institution, contact and the experience the assignment rules look at.</summary>
public sealed class Membership : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid PersonId { get; init; }

    public Person Person { get; init; } = null!;

    /// <summary>
    /// The name this office's roster gives, where it is not the one the deployment knows; null when they agree. An office that brings a number others have
    /// under another name keeps its own, and so learns nothing of them.
    /// </summary>
    public string? RosterName { get; set; }

    /// <summary>The same for the gender.</summary>
    public string? RosterGender { get; set; }

    public required Guid InstitutionId { get; set; }

    public Institution Institution { get; init; } = null!;

    public required PractitionerKind Kind { get; set; }

    /// <summary>Empty for who has no licence: volunteers, the centre's own staff.</summary>
    public required string LicenceNumber { get; set; }

    /// <summary>Without a licence the day of entry, so that it proves no year of practice.</summary>
    public required DateOnly FirstLicensedOn { get; set; }

    public required ServiceIntents Intents { get; set; }

    /// <summary>Since when somebody practising elsewhere is willing to be assigned by this office (QDN-1.1); null when not, or withdrawn.</summary>
    public DateOnly? WillingFromElsewhereOn { get; set; }

    public required Sealed Phone { get; set; }

    public Sealed? Address { get; set; }

    public string? Education { get; set; }

    /// <summary>Whom somebody works for who practises at no institution: a public or company lawyer's unit, a volunteer's (所在单位).</summary>
    public string? Employer { get; set; }

    public string? Remark { get; set; }

    /// <summary>The day of the last admission; one who left and came back joined anew.</summary>
    public required DateOnly JoinedOn { get; set; }

    /// <summary>The first day outside the pool; may lie ahead.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>The day up to which the figures below count, itself included; what is handled here later comes on top. Null when none were brought along.</summary>
    public DateOnly? ExperienceAsOf { get; set; }

    /// <summary>Criminal cases defended, aid or not, as reported to the office; <see cref="Assignment.CriminalExperience"/> adds those handled here since.</summary>
    public int CriminalCases { get; set; }

    public DateOnly? FirstCriminalCaseOn { get; set; }

    /// <summary>Aid cases, as reported to the office.</summary>
    public int PriorAidCases { get; set; }

    /// <summary>Aid cases in the year up to the day of the figures; see <see cref="BroughtAlong"/> for how long they count as 近一年.</summary>
    public int PriorAidCasesLastYear { get; set; }

    public List<string> Specialities { get; set; } = [];

    public bool MinorsSpecialist { get; set; }

    public List<string> Languages { get; set; } = [];

    /// <summary>The member the centre named to guide this one through the first cases (导师, WZ-24.2).</summary>
    public Guid? MentorId { get; set; }

    public DateOnly? MentorNamedOn { get; set; }

    /// <summary>The first aid case anywhere, as declared and checked; a mentor's years count from it (WZ-24.2).</summary>
    public DateOnly? FirstAidCaseOn { get; set; }

    /// <summary>
    /// The first aid case of this office, or of a county whose cases the book counts as handled here, as declared and checked or imported; who has one is no first-timer (WZ-24.1).
    /// Cases of this program count by themselves.
    /// </summary>
    public DateOnly? FirstAidCaseHereOn { get; set; }

    /// <summary>The day of the qualification certificate (法律职业资格证); decides whether there is a probation on duty (WZ-19.1). Null when not known.</summary>
    public DateOnly? QualifiedOn { get; set; }

    /// <summary>Since when the person agrees to stand on the published list with everything the book shows (WZ-8.1); null when not, or no longer.</summary>
    public DateOnly? ListConsentOn { get; set; }

    /// <summary>When the person last said whether they agree; an older word, from an application or another record, changes nothing.</summary>
    public DateTime? ListConsentSaidAtUtc { get; set; }

    /// <summary>
    /// The membership that goes on for this one, which was found to be the same human's (合并); null for every membership that counts. This row stays for what was
    /// decided and published under it, and all the rest moved.
    /// </summary>
    public Guid? MergedIntoId { get; set; }

    public string NameOf(Person person) => RosterName ?? person.Name;

    public string GenderOf(Person person) => RosterGender ?? person.Gender;

    public List<PoolStanding> Standings { get; init; } = [];

    public List<Absence> Absences { get; init; } = [];

    public List<QualityGrade> Grades { get; init; } = [];

    public List<ExamResult> Exams { get; init; } = [];
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable(table => table.HasCheckConstraint("ck_memberships_merged", "merged_into_id is null or (left_on is not null and merged_into_id <> id)"));
        membership.Property(m => m.LicenceNumber).HasMaxLength(17);
        membership.Property(m => m.RosterName).HasMaxLength(60);
        membership.Property(m => m.RosterGender).HasMaxLength(4);
        membership.Property(m => m.Education).HasMaxLength(20);
        membership.Property(m => m.Employer).HasMaxLength(60);
        membership.Property(m => m.Remark).HasMaxLength(200);
        membership.HasShownName();
        membership.HasOne<Office>().WithMany().HasForeignKey(m => m.OfficeId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne(m => m.Institution).WithMany().HasForeignKey(m => m.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<Membership>().WithMany().HasForeignKey(m => m.MentorId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<Membership>().WithMany().HasForeignKey(m => m.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => new { m.OfficeId, m.PersonId }).IsUnique();
        membership.HasIndex(m => new { m.OfficeId, m.LicenceNumber }).IsUnique().HasFilter("merged_into_id is null and licence_number <> ''");     // a number typed wrong is free for whose it is
        membership.HasIndex(m => m.MergedIntoId).HasFilter("merged_into_id is not null");
        membership.HasIndex(m => new { m.OfficeId, m.InstitutionId });
        membership.HasNameColumns(nameof(Membership.RosterName));
        membership.HasIndex(m => new { m.OfficeId, m.RosterName }).HasFilter("roster_name is not null");     // few have one; a search by name looks at these alone
    }
}
