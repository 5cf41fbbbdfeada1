using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>綦江's centre, which selects among those its institutions recommend.</summary>
public sealed class QijiangApp : TestApp
{
    protected override string OfficeCode => "QJ";
}

/// <summary>温州's centre, with two pools and opinions asked of others.</summary>
public sealed class WenzhouPoolApp : TestApp
{
    protected override string OfficeCode => "WZ";
}

/// <summary>Rounds and applications as they reach the centre on 17 June 2026. All people are invented.</summary>
public static class VettingDesk
{
    public const ServiceIntents Everything =
        ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration;

    private static int applicants;

    /// <summary>Closed yesterday at five in the afternoon.</summary>
    public static Task<RecruitmentRound> RoundAsync(this TestApp app, Action<RecruitmentRound>? but = null) => app.InDbAsync(async db =>
    {
        var round = new RecruitmentRound
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            Title = "法律援助人员招募",
            Pools = Pools.Duty | Pools.Cases,
            OpensAtUtc = OfficeClock.ToUtc(new(2026, 6, 10)),
            ClosesAtUtc = OfficeClock.ToUtc(new(2026, 6, 16, 17, 0, 0)),
            PlannedLawyers = 40,
            PlannedLegalWorkers = 20,
            NoticeText = "招募通知",
            Status = RoundStatus.Published,
            PublishedAtUtc = OfficeClock.ToUtc(new(2026, 6, 9)),
        };
        but?.Invoke(round);
        db.Add(round);
        await db.SaveChangesAsync();
        return round;
    });

    /// <summary>A channel that stays open.</summary>
    public static Task<RecruitmentRound> ChannelAsync(this TestApp app) => app.RoundAsync(round => (round.ClosesAtUtc, round.PlannedLawyers, round.PlannedLegalWorkers) = (null, null, null));

    /// <summary>A lawyer of ten years for everything and for duty, handed in with the institution's opinion on the last day; nothing vetted yet.</summary>
    public static async Task<PoolApplication> ApplicationAsync(this TestApp app, RecruitmentRound round, Institution firm, string name, Action<PoolApplication>? but = null, string? identity = null)
    {
        var number = Interlocked.Increment(ref applicants);
        var account = await app.OfficerAsync($"applicant-{number}", Roles.Applicant, app.OfficeId);
        identity ??= NumberOf(number);
        return await app.InDbAsync(async db =>
        {
            var application = New(app, (round.Id, account.Id, firm.Id), name, number);
            (application.IdentityNumber, application.IdentityIndex) = (app.Cipher.Seal(identity), app.Cipher.Index(identity));
            but?.Invoke(application);
            db.Add(application);
            db.Add(new ApplicationPaper { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = application.Id, Kind = ApplicationPaperKind.Licence, Type = Store.Assignment.EvidenceType.Pdf, Bytes = 1, Content = app.Cipher.Seal("x"), AddedAtUtc = app.Clock.UtcNow, AddedById = account.Id });
            await db.SaveChangesAsync();
            return application;
        });
    }

    /// <summary>Everything a person has to confirm or record is there already.</summary>
    public static Task<int> VettedAsync(this TestApp app, params PoolApplication[] applications) => app.InDbAsync(db =>
    {
        foreach (var id in applications.Select(a => a.Id))
        {
            db.AddRange(new[] { VettingCriterion.Character, VettingCriterion.Conduct, VettingCriterion.Skill, VettingCriterion.Dedication, VettingCriterion.Fitness }.Select(criterion =>
                new VettingConfirmation { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = id, Criterion = criterion, Met = true, Reason = "看过材料", OfficerId = Guid.CreateVersion7(), AtUtc = app.Clock.UtcNow }));
            db.Add(new AdmissionAssessment { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = id, HeldOn = app.Clock.Today, AssessedBy = "考核组", Passed = true, RecordedById = Guid.CreateVersion7(), RecordedAtUtc = app.Clock.UtcNow });
            db.AddRange(Enum.GetValues<OpinionBody>().Select(body => new OpinionRequest
            {
                Id = Guid.CreateVersion7(),
                OfficeId = app.OfficeId,
                ApplicationId = id,
                Body = body,
                Unit = "单位",
                Reference = $"x-{Guid.NewGuid().ToString()[..8]}",
                CodeHash = [1],
                AskedById = Guid.CreateVersion7(),
                AskedAtUtc = app.Clock.UtcNow,
                DueAtUtc = app.Clock.UtcNow,
                ExpiresAtUtc = app.Clock.UtcNow,
                RepliedAtUtc = app.Clock.UtcNow,
                Reply = OpinionReply.NoObjection,
                RepliedBy = "科长",
            }));
        }

        return db.SaveChangesAsync();
    });

    /// <summary>Fields of the comparison that choose these, or do not.</summary>
    public static (string Field, string Value)[] Choice(bool selects, string reason, params PoolApplication[] applications) =>
    [
        ("Form.Selects", selects ? "true" : "false"),
        ("Form.Reason", reason),
        .. applications.SelectMany((a, i) => new[] { ($"Form.Lines[{i}].Id", a.Id.ToString()), ($"Form.Lines[{i}].Chosen", "true") }),
    ];

    private static PoolApplication New(TestApp app, (Guid Round, Guid Account, Guid Firm) of, string name, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        RoundId = of.Round,
        ApplicantId = of.Account,
        Status = ApplicationStatus.Submitted,
        Name = name,
        Gender = "女",
        BornOn = new(1985, 3, 1),
        As = PoolPerson.SocialLawyer,
        InstitutionId = of.Firm,
        LicenceNumber = $"15001{900000000000 + number}",
        FirstLicensedOn = new(2016, 1, 1),
        FirstCriminalCaseOn = new(2017, 1, 1),
        Intents = Everything,
        Pools = Pools.Duty | Pools.Cases,
        Phone = app.Cipher.Seal("13900000000"),
        DeclaredAtUtc = app.Clock.UtcNow,
        PartyDiscipline = false,
        EndorsedAtUtc = app.Clock.UtcNow,
        InstitutionOpinion = "同意推荐",
        SubmittedAtUtc = OfficeClock.ToUtc(new(2026, 6, 16, 12, 0, 0)),
    };

    // Sequence digits 000 belong to nobody real.
    private static string NumberOf(int number)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var body = $"50{number:0000}19850301000";
        return body + "10X98765432"[body.Select((digit, place) => (digit - '0') * weights[place]).Sum() % 11];
    }
}
