using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>
/// Somebody from outside opens an account to apply with, while the office calls for people. Its user name ends in the office's code, so that it never meets that of an officer
/// and nobody learns of one.
/// </summary>
public sealed class OpenApplicantAccount(AidDb db, UserManager<Officer> users, OfficeClock clock)
{
    /// <param name="office">The office called at; the only one in sight.</param>
    /// <param name="form">Well-formed, as its attributes say.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Officer>> RunAsync(Office office, ApplicantForm form, CancellationToken ct)
    {
        var now = clock.UtcNow;
        if (!await db.RecruitmentRounds.AnyAsync(r => r.Status == RoundStatus.Published && (r.ClosesAtUtc == null || r.ClosesAtUtc > now), ct))
        {
            return new Refusal("join-closed", "现在没有招募，不能开立申请账户。", []);
        }

        var name = TextCleaning.PersonName(form.Name);
        if (PersonName.WhyNot(name) is { } fault)
        {
            return new Refusal("join-name", $"{fault}，请按身份证件填写。", []);
        }

        var applicant = new Officer
        {
            Id = Guid.CreateVersion7(),
            UserName = $"{form.UserName.ToLowerInvariant()}@{office.Code.ToLowerInvariant()}",
            OfficeId = office.Id,
            DisplayName = name,
            Role = Roles.Applicant,
        };
        db.Note(office.Id, now, Act.ApplicantAccountOpened, applicant.Id, applicant.Id);
        var created = await users.CreateAsync(applicant, form.Password);
        return created.Succeeded ? applicant : created.Errors.Select(error => new Refusal(error.Code, error.Description, [])).ToList();
    }
}
