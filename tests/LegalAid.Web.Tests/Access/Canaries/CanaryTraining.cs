using LegalAid.Rules.Corps;
using LegalAid.Rules.Training;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using LegalAid.Web.Tests.App;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>A training with somebody who made up for it, a question and an exam somebody sat, marked.</summary>
internal static class CanaryTraining
{
    public static IEnumerable<object> Rows(TestApp app, Canary canary, Membership member)
    {
        var now = app.Clock.UtcNow;
        var training = Training(app, canary);
        var attendance = new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, EventId = training.Id, MembershipId = member.Id, Reason = canary.Mark, MakeUpSentAtUtc = now };
        var exam = Exam(app, canary);
        yield return training;
        yield return attendance;
        yield return new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, EventId = training.Id, GuestName = canary.Mark, GuestUnit = canary.Mark };
        yield return new MakeUpProof { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, AttendanceId = attendance.Id, SentAtUtc = now, Type = EvidenceType.Pdf, Bytes = 8, Content = app.Cipher.Seal("%PDF-1.7") };
        yield return new CorpsProposal { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Turn = 1, Kind = CorpsProposalKind.Cancel, Reason = canary.Mark, ProposedById = Guid.CreateVersion7(), ProposedAtUtc = now };
        yield return new ExamQuestion { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, Kind = QuestionKind.TrueFalse, Stem = canary.Mark, Options = ["正确", "错误"], Key = "A", ChangedAtUtc = now };
        yield return exam;
        yield return new ExamSitting { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ExamId = exam.Id, MembershipId = member.Id, Number = 1, StartedAtUtc = now, DueAtUtc = now.AddHours(1), ListHash = "x", Paper = "[]" };
    }

    private static TrainingEvent Training(TestApp app, Canary canary) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        Title = canary.Mark,
        Lecturer = canary.Mark,
        LecturerUnit = canary.Mark,
        Place = canary.Mark,
        StartsAtUtc = app.Clock.UtcNow.AddDays(-2),
        EndsAtUtc = app.Clock.UtcNow.AddDays(-1),
        SignInFromUtc = app.Clock.UtcNow.AddDays(-2),
        HourTenths = 20,
        Induction = true,
        Invited = InvitedPeople.Everybody,
        PlannedById = Guid.CreateVersion7(),
        PlannedAtUtc = app.Clock.UtcNow.AddDays(-9),
    };

    private static Exam Exam(TestApp app, Canary canary) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        Title = canary.Mark,
        OpensAtUtc = app.Clock.UtcNow.AddDays(-1),
        ClosesAtUtc = app.Clock.UtcNow.AddDays(1),
        Minutes = 60,
        Questions = 1,
        SeedHash = "x",
        SealedSeed = app.Cipher.Seal("x"),
        PlannedById = Guid.CreateVersion7(),
        PlannedAtUtc = app.Clock.UtcNow.AddDays(-9),
    };
}
