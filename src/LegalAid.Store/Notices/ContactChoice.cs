using LegalAid.Rules.Notices;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Notices;

/// <summary>Where an officer is reached outside the program, and by which of these ways of ordinary things too (我的通知方式). What has legal effect goes by phone and mail wherever they are known.</summary>
public sealed class ContactChoice : IOfficeOwned
{
    public required Guid OfficerId { get; init; }

    public required Guid OfficeId { get; init; }

    public NoticeChannels Channels { get; set; }

    public Sealed? Phone { get; set; }

    public Sealed? Mail { get; set; }

    /// <summary>The user id in the office's WeChat-Work, mentioned by the robot.</summary>
    public Sealed? WeChatWorkId { get; set; }
}

/// <summary>When the office lets nobody be disturbed (免打扰时段); without a row the usual hours.</summary>
public sealed class OfficeQuietHours : IOfficeOwned
{
    public required Guid OfficeId { get; init; }

    public required TimeOnly From { get; set; }

    public required TimeOnly Until { get; set; }

    public static async Task<QuietHours> OfAsync(AidDb db, Guid officeId, CancellationToken ct) =>
        await db.QuietHours.AsNoTracking().Where(q => q.OfficeId == officeId).Select(q => new QuietHours(q.From, q.Until)).SingleOrDefaultAsync(ct) ?? QuietHours.Usual;
}

internal sealed class ContactChoiceTable : IEntityTypeConfiguration<ContactChoice>
{
    public void Configure(EntityTypeBuilder<ContactChoice> choice)
    {
        choice.HasKey(c => c.OfficerId);
        choice.HasOne<Officer>().WithMany().HasForeignKey(c => c.OfficerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfficeQuietHoursTable : IEntityTypeConfiguration<OfficeQuietHours>
{
    public void Configure(EntityTypeBuilder<OfficeQuietHours> hours)
    {
        hours.ToTable("office_quiet_hours");
        hours.HasKey(h => h.OfficeId);
        hours.HasOne<Office>().WithMany().HasForeignKey(h => h.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
