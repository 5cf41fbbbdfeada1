using LegalAid.Rules.Common;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>An officer stands aside from an application (回避): related to the applicant, or with an interest in it. From then on the database takes no confirmation, assessment or choice of theirs on it.</summary>
public sealed class ApplicationRecusal : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid OfficerId { get; init; }

    /// <summary>Speaks of relatives and interests, so it is sealed.</summary>
    public required Sealed Reason { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Who stands aside from what.</summary>
public static class ApplicationRecusals
{
    /// <summary>The refusal for an officer who stands aside from one of these; null when from none.</summary>
    public static async Task<Refusal?> WhyNotAsync(AidDb db, Guid officerId, IReadOnlyCollection<Guid> applicationIds, CancellationToken ct) => await (
        from r in db.ApplicationRecusals
        where r.OfficerId == officerId && applicationIds.Contains(r.ApplicationId)
        join a in db.PoolApplications on r.ApplicationId equals a.Id
        select a.Name).FirstOrDefaultAsync(ct) is { } name ? new Refusal("application-recused", $"您已对{name}的申请回避，请由其他工作人员办理。", []) : null;

    /// <summary>What the program forgot to ask the database still refuses.</summary>
    internal static string Sql => """
        create or replace function refuse_recused() returns trigger language plpgsql as $$
        begin
          if exists (select from application_recusals r where r.application_id = new.application_id and r.officer_id = (to_jsonb(new) ->> tg_argv[0])::uuid) then
            raise exception 'the officer stands aside from this application' using errcode = '23514';
          end if;
          return null;
        end $$;
        create or replace trigger recused_officer after insert on vetting_confirmations for each row execute function refuse_recused('officer_id');
        create or replace trigger recused_officer after insert on selection_minutes for each row execute function refuse_recused('officer_id');
        create or replace trigger recused_officer after insert on admission_assessments for each row execute function refuse_recused('recorded_by_id');
        """;
}

internal sealed class ApplicationRecusalTable : IEntityTypeConfiguration<ApplicationRecusal>
{
    public void Configure(EntityTypeBuilder<ApplicationRecusal> recusal)
    {
        recusal.ToTable("application_recusals");
        recusal.HasOne<PoolApplication>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Officer>().WithMany().HasForeignKey(r => r.OfficerId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasIndex(r => new { r.ApplicationId, r.OfficerId }).IsUnique();
    }
}
