using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Joining;

/// <summary>Saves an application as far as it is filled in.</summary>
public sealed class SaveApplication(AidDb db, ApplicationHold hold, FieldCipher cipher, CurrentOfficer officer)
{
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, PoolApplicationForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await hold.TakeAsync(applicationId, ct) is not { } held)
        {
            return null;
        }

        if ((held.WhyNot(ApplicationStep.Edit) ?? WhyNotDays(held, form) ?? WhyNotPools(held, form) ?? await WhyNotInstitutionAsync(held, form, ct)) is { } refusal)
        {
            return refusal;
        }

        ApplicationWriting.Write(held.Application, form, held.Rules, cipher);
        db.Note(held.Application.OfficeId, held.NowUtc, Act.ApplicationSaved, held.Application.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return held.Application;
    }

    private static Refusal? WhyNotDays(HeldApplication held, PoolApplicationForm form)
    {
        var today = DateOnly.FromDateTime(OfficeClock.ToLocal(held.NowUtc));
        return new (string What, DateOnly? Day)[] { ("首次执业日期", form.FirstLicensedOn), ("法律职业资格证颁发日期", form.QualifiedOn), ("首次办理刑事案件的日期", form.FirstCriminalCaseOn) }
            .Where(told => told.Day > today)
            .Select(told => new Refusal("day-ahead", $"{told.What}{told.Day:yyyy-MM-dd}晚于今天，请核对年份。", [])).FirstOrDefault();
    }

    private static Refusal? WhyNotPools(HeldApplication held, PoolApplicationForm form) =>
        held.Rules.Pools is { } pools && (form.Pools & ~held.Round.Pools) != Pools.None
            ? new("pools-closed", $"本批次只为{RecruitmentWords.Of(held.Round.Pools)}招募。", [pools.Cases.AlwaysOpen.Clause])
            : null;

    private async Task<Refusal?> WhyNotInstitutionAsync(HeldApplication held, PoolApplicationForm form, CancellationToken ct) =>
        form.InstitutionId is { } id && !(await OfferedInstitutions.OfAsync(db, held.Round.OfficeId, held.NowUtc, ct)).ContainsKey(id)
            ? new("institution-unknown", "请从列出的机构中选择；不在其中的，填写“其他所在单位”。", [])
            : null;
}
