using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Conduct;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Quality;
using LegalAid.Store.Ranking;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>An office at work: a letter's case all the way to its handler, an application under way, people, an upload, accounts; every text of it marked.</summary>
internal sealed record CanaryOffice(Canary Canary, Guid OfficeId, Guid InstitutionId, Guid MemberId, Guid PartyId, IReadOnlyDictionary<string, List<Guid>> Ids)
{
    public static async Task<CanaryOffice> MakeAsync(TestApp app, Canary canary)
    {
        await app.GoToAsync(canary.OfficeCode);
        var (mark, turnsToFirms) = (canary.Mark, canary.OfficeCode == "BB");
        var firm = turnsToFirms ? await app.LawFirmAsync($"{mark}律师事务所") : await app.InstitutionAsync($"{mark}律师事务所", InstitutionKind.LawFirm);
        var members = new List<Membership>();
        foreach (var number in "甲乙丙")
        {
            void Marked(Membership m) => m.LicenceNumber = $"150012015{canary.Digits}{members.Count:000}";
            members.Add(turnsToFirms ? await app.MemberAsync($"{mark}{number}", firm, Marked) : await app.PersonAsync($"{mark}{number}", firm, Marked));
        }

        await WorkAsync(app, canary, firm, members[0], turnsToFirms);
        await app.AsAsync(Roles.Reviewer);
        await app.InDbAsync(db => MoreRowsAsync(db, app, canary, members[1]));
        await app.InDbAsync(db => FreeTexts.MarkAsync(db, app.OfficeId, canary.Mark));
        return new(canary, app.OfficeId, firm.Id, members[0].Id, await app.InDbAsync(db => db.CaseParties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync()), await app.InDbAsync(db => FreeTexts.IdsAsync(db, app.OfficeId)));
    }

    private static async Task WorkAsync(TestApp app, Canary canary, Institution firm, Membership member, bool namedByFirm)
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var mark = canary.Mark;
        var granted = await DoneAsync(clerk, "/intake/applications/new", [.. TestData.Application("2026-6-16 9:00", $"{mark}申"), ("Form.WishedMembershipId", member.Id.ToString())]);
        await DoneAsync(clerk, $"{granted}/decision", ("Form.Grants", "true"), ("Form.Reason", mark));
        var why = await DoneAsync(clerk, $"/assignment{granted}/propose");
        await DoneAsync(director, $"{why}/approval", ("Form.Agrees", "true"), ("Form.Note", mark));
        if (namedByFirm)
        {
            await DoneAsync(await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id), $"{why}/handler", ("Form.HandlerId", member.Id.ToString()));
        }

        var letter = TestData.Letter($"（2026）{mark}{canary.Digits}号", "2026-6-17 9:00", $"{mark}被").Where(field => field.Field != "Form.Authority");
        await DoneAsync(clerk, "/intake/letters/new", [.. letter, ("Form.Authority", $"{mark}人民法院"), ("Form.Victims", $"{mark}害"), ("Form.CoDefendants", $"{mark}同")]);
        await DoneAsync(clerk, "/intake/applications/new", TestData.Application("2026-6-16 10:00", $"{mark}待"));
        await DoneAsync(await app.AsAsync(Roles.Station), "/intake/applications/new", TestData.Application("2026-6-16 11:00", $"{mark}站"));
        await DoneAsync(clerk, $"/registry/people/{member.Id}/absences/new", ("Form.Kind", "Leave"), ("Form.FirstDay", "2026-7-1"), ("Form.LastDay", "2026-7-9"), ("Form.Reason", mark));
        Assert.Equal(HttpStatusCode.OK, (await clerk.SubmitAsync($"/registry/people/{member.Id}/reveal", ("Form.Which", "Phone"), ("Form.Purpose", $"{mark}核对"))).Status);
    }

    private static async Task<int> MoreRowsAsync(AidDb db, TestApp app, Canary canary, Membership member)
    {
        var brought = Upload(UploadKind.GoingLive);
        db.AddRange(Upload(UploadKind.Roster), Upload(UploadKind.History), Upload(UploadKind.Register), brought);
        db.AddRange(
            new BroughtForward { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = BroughtForwardKind.PaidFen, PeriodFrom = new(2026, 1, 1), AsOf = new(2026, 6, 1), Amount = 100, UploadId = brought.Id, RecordedById = Guid.CreateVersion7(), RecordedAtUtc = app.Clock.UtcNow },
            new ReconciliationLine { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, UploadId = brought.Id, Sheet = "已付补贴", StatedRows = 1, ReadRows = 1, TakenRows = 1, StatedSumHundredths = 200, TakenSumHundredths = 100, Explanation = canary.Mark, RecordedById = Guid.CreateVersion7(), RecordedAtUtc = app.Clock.UtcNow });
        db.Add(new QualityGrade { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, CaseNumber = canary.Digits, AssessedBy = "x", Grade = Grade.Good, EffectiveOn = new(2026, 1, 1) });
        db.Add(new Absence
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            MembershipId = member.Id,
            Kind = AbsenceKind.Leave,
            FirstDay = new(2026, 8, 1),
            Reason = canary.Mark,
            VoidedAtUtc = app.Clock.UtcNow,
            VoidedReason = canary.Mark,
        });
        var list = Guid.CreateVersion7();
        db.Add(new ColourList
        {
            Id = list,
            OfficeId = app.OfficeId,
            Year = 2026,
            Quarter = 1,
            DocumentNumber = canary.Mark,
            PublishedOn = new(2026, 4, 10),
            CountsFrom = new(2026, 4, 11),
            RecordedAtUtc = app.Clock.UtcNow,
            Members = { new ColouredMember { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ListId = list, MembershipId = member.Id, Colour = Colour.Green } },
        });
        var assignment = await db.Assignments.FirstAsync();
        db.Add(new CollectiveDiscussion
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            AssignmentId = assignment.Id,
            HeldOn = app.Clock.Today,
            Opinions = canary.Mark,
            Agrees = true,
            Conclusion = canary.Mark,
            RecordedById = Guid.CreateVersion7(),
        });
        await LeavingRows.AddAsync(db, app, canary, member);
        db.Add(await AuthorityAsync(db, app, canary));
        var decline = new AssignmentDecline { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, AssignmentId = assignment.Id, Ground = DeclineGround.Other, Reason = canary.Mark, DeclinedById = Guid.CreateVersion7(), DeclinedAtUtc = app.Clock.UtcNow, Status = DeclineStatus.Waiting };
        db.Add(decline);
        db.Add(new ConductMatter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            Source = ConductSource.UnjustifiedDecline,
            Clause = "LAW-46",
            CaseId = assignment.CaseId,
            DeclineId = decline.Id,
            InstitutionId = assignment.InstitutionId,
            MembershipId = assignment.MembershipId,
            OpenedAtUtc = app.Clock.UtcNow,
            Statement = canary.Mark,
        });
        db.Add(new ActivityParticipation { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = ActivityKind.Publicity, HeldOn = app.Clock.Today, Remark = canary.Mark, RecordedById = Guid.CreateVersion7() });
        db.Add(new ConductMatter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            Source = ConductSource.UnapprovedHandlerChange,
            Clause = "QJ-5.4c",
            CaseId = assignment.CaseId,
            AssignmentId = assignment.Id,
            Finding = canary.Mark,
            InstitutionId = assignment.InstitutionId,
            OpenedAtUtc = app.Clock.UtcNow,
        });
        db.Add(new CasePosting
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            CaseId = assignment.CaseId,
            Kind = CaseKind.Civil,
            Stage = CaseStage.FirstInstance,
            Cause = canary.Mark,
            Requirement = canary.Mark,
            OpenedAtUtc = app.Clock.UtcNow,
            OpenedById = Guid.CreateVersion7(),
            ClosesAtUtc = app.Clock.UtcNow.AddDays(1),
            Status = PostingStatus.Open,
            SeedHash = "x",
            SealedSeed = app.Cipher.Seal("x"),
        });
        db.Add(new CorpsMember { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, PersonId = member.PersonId, JoinedOn = new(2026, 1, 1), Evidence = canary.Mark, RecordedById = Guid.CreateVersion7() });
        db.Add(new ConflictReport { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, AssignmentId = assignment.Id, MembershipId = member.Id, Reason = canary.Mark, ReportedById = Guid.CreateVersion7(), ReportedAtUtc = app.Clock.UtcNow, Status = ConflictReportStatus.Waiting });
        db.Add(new HandlerSuggestion { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Naming = SuggestedNaming.Prefer, Ground = SuggestionGround.Quality, Reason = canary.Mark, MadeById = Guid.CreateVersion7(), MadeAtUtc = app.Clock.UtcNow });
        db.Add(new MemberTie { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = TieKind.FormerOfficial, Name = canary.Mark, OtherParty = canary.Mark, Capacity = OfficialCapacity.Judge });
        db.Add(new ShortageNotice { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CaseId = assignment.CaseId, AssignmentId = assignment.Id, Kind = CaseKind.Civil, Missing = [canary.Mark], RaisedAtUtc = app.Clock.UtcNow });
        db.Add(new CaseReview
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            CaseId = assignment.CaseId,
            ReviewerId = await db.Users.Where(o => o.OfficeId == app.OfficeId && o.Role == Roles.Reviewer).Select(o => o.Id).FirstAsync(),
            DueOn = app.Clock.Today,
            GivenById = Guid.CreateVersion7(),
            GivenAtUtc = app.Clock.UtcNow,
        });
        db.Add(new RoleRequest
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            AccountId = await db.Users.Where(o => o.OfficeId == app.OfficeId && o.Role == Roles.Clerk).Select(o => o.Id).FirstAsync(),
            Role = Roles.Director,
            RoleBefore = Roles.Clerk,
            AskedById = Guid.CreateVersion7(),
            AskedAtUtc = app.Clock.UtcNow,
            Reason = canary.Mark,
            Status = RoleRequestStatus.Waiting,
        });
        db.AddRange(CanaryTraining.Rows(app, canary, member));
        await AddRecruitmentAsync(db, app, canary, member);
        db.Note(app.OfficeId, app.Clock.UtcNow, Act.MemberLeft, member.Id, officerId: null, reason: canary.Mark);
        foreach (var officer in await db.Users.Where(o => o.OfficeId == app.OfficeId).ToListAsync())
        {
            officer.DisplayName = canary.Mark;
        }

        var office = await db.Offices.SingleAsync(o => o.Id == app.OfficeId);
        (office.Address, office.Phone) = ($"{canary.Mark}路1号", $"010-{canary.Digits}00");
        return await db.SaveChangesAsync();

        RegistryUpload Upload(UploadKind kind) =>
            new() { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, OfficerId = Guid.CreateVersion7(), Kind = kind, FileName = "x.xlsx", CreatedAtUtc = app.Clock.UtcNow };
    }

    // A round taken back and an application that reached the centre, with its papers and career.
    private static async Task AddRecruitmentAsync(AidDb db, TestApp app, Canary canary, Membership member)
    {
        var (now, applicantId) = (app.Clock.UtcNow, await db.Users.Where(o => o.OfficeId == app.OfficeId && o.Role == Roles.Clerk).Select(o => o.Id).FirstAsync());
        var round = new RecruitmentRound
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            Title = canary.Mark,
            NoticeText = canary.Mark,
            Pools = Pools.Cases,
            OpensAtUtc = now.AddDays(-1),
            Status = RoundStatus.Withdrawn,
            PublishedAtUtc = now,
            WithdrawnReason = canary.Mark,
            WithdrawnAtUtc = now,
        };
        var application = new PoolApplication
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            RoundId = round.Id,
            ApplicantId = applicantId,
            Status = ApplicationStatus.Submitted,
            Name = canary.Mark,
            As = PoolPerson.SocialLawyer,
            InstitutionId = member.InstitutionId,
            HandedOverAtUtc = now,
            SubmittedAtUtc = now,
        };
        db.AddRange(round, application);
        db.Add(new CareerLine { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = application.Id, Kind = CareerKind.Employment, FirstDay = new(2016, 1, 1), Statement = canary.Mark });
        db.Add(new ApplicationPaper { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = application.Id, Kind = ApplicationPaperKind.Licence, Type = EvidenceType.Pdf, Bytes = 9, Content = app.Cipher.Seal("%PDF-1.7\n"), AddedAtUtc = now, AddedById = applicantId });
    }

    private static async Task<ActingAuthority> AuthorityAsync(AidDb db, TestApp app, Canary canary)
    {
        var people = await db.Users.Where(o => o.OfficeId == app.OfficeId).Select(o => new { o.Id, o.Role }).ToListAsync();
        var head = people.First(o => o.Role == Roles.Director).Id;
        return new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            PrincipalId = head,
            OfficerId = people.First(o => o.Role == Roles.Clerk).Id,
            GrantedById = head,
            GrantedAtUtc = app.Clock.UtcNow,
            LetterNumber = canary.Mark,
            FirstDay = new(2026, 9, 1),
            LastDay = new(2026, 9, 2),
            DecidesProposals = true,
            Revokes = false,
            DecidesRecusals = false,
        };
    }

    private static async Task<string> DoneAsync(Visitor visitor, string url, params (string Field, string Value)[] fields)
    {
        var answer = await visitor.SubmitAsync(url, fields);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{url}: {answer.Status} {answer.Text}");
        return answer.Location!;
    }
}
