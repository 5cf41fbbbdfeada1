using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Tells for each history row whether it adds, changes or repeats what is stored. What the database would keep from being doubled
/// is remembered from row to row, so that a repetition inside the file is told too.
/// </summary>
internal sealed class HistoryComparison(KnownHistory known, DateOnly today, Recording by)
{
    private readonly FigureComparison figures = new(known.Figures, by);
    private readonly SanctionComparison sanctions = new(known.Sanctions, by);
    private readonly Dictionary<string, Membership> byLicence = known.Members.ToDictionary(m => m.LicenceNumber, StringComparer.Ordinal);
    private readonly Dictionary<string, Institution> institutions = known.Institutions.ToDictionary(i => i.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, PriorMatter> matters = known.Matters.ToDictionary(m => m.CaseNumber, StringComparer.Ordinal);
    private readonly Dictionary<(Guid, string, string, DateOnly), QualityGrade> grades =
        known.Members.SelectMany(m => m.Grades).ToDictionary(g => (g.MembershipId, g.CaseNumber, g.AssessedBy, g.EffectiveOn));

    private readonly Dictionary<(Guid, DateOnly), ExamResult> exams = known.Members.SelectMany(m => m.Exams).Where(e => e.SittingId is null).ToDictionary(e => (e.MembershipId, e.ExaminedOn));
    private readonly HashSet<Guid> described = [];

    public PlannedEntry Compare(HistoryRow row)
    {
        if (row.Entry is null || row.Licence is not { } licence)
        {
            return new(row, RowFate.Refused, [], []);
        }

        if (!byLicence.TryGetValue(licence.Value, out var member))
        {
            return PlannedEntry.Refused(row, HistoryColumns.Licence, licence.Value, "名册里没有这个执业证号，请先导入名册或核对证号");
        }

        if (row.Name.Length > 0 && row.Name != member.NameOf(member.Person))
        {
            return PlannedEntry.Refused(row, HistoryColumns.Name, row.Name, "姓名与名册里这个执业证号的人不一致，请核对");
        }

        return row.Entry switch
        {
            ExperienceTold told => Experience(row, member, told),
            GradeTold told => Grade(row, member, told),
            MatterTold told => Matter(row, member, told),
            ExamTold told => Exam(row, member, told),
            FiguresTold told => figures.Compare(row, member, told),
            SanctionTold told => sanctions.Compare(row, member, told),
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Entry, "Unknown entry of history."),
        };
    }

    private PlannedEntry Experience(HistoryRow row, Membership member, ExperienceTold told)
    {
        if (!described.Add(member.Id))
        {
            return PlannedEntry.Refused(row, HistoryColumns.Licence, member.LicenceNumber, "同一人的办案经历在本表里出现了两次，只采用前一行");
        }

        if (told.AsOf < member.ExperienceAsOf)
        {
            return PlannedEntry.Refused(row, HistoryColumns.AsOf, $"{told.AsOf:yyyy-MM-dd}", $"在库的办案经历截至 {member.ExperienceAsOf:yyyy-MM-dd}，比本行新，没有采用");
        }

        var changes = ExperienceComparison.Changes(member, told, today);
        return new(row, changes.Count > 0 ? RowFate.Changed : RowFate.Unchanged, [], changes);
    }

    private PlannedEntry Grade(HistoryRow row, Membership member, GradeTold told)
    {
        var key = (member.Id, told.CaseNumber, told.AssessedBy, told.EffectiveOn);
        if (grades.TryGetValue(key, out var stored))
        {
            return stored.Grade == told.Grade ? PlannedEntry.Same(row) : PlannedEntry.Refused(row, HistoryColumns.GradeGiven, Words.Of(Words.Grades, told.Grade), $"同一案件、同一机关、同一日已有“{Words.Of(Words.Grades, stored.Grade)}”的评估");
        }

        return PlannedEntry.Added(row, grades[key] = new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            CaseNumber = told.CaseNumber,
            AssessedBy = told.AssessedBy,
            Grade = told.Grade,
            EffectiveOn = told.EffectiveOn,
        });
    }

    private PlannedEntry Matter(HistoryRow row, Membership member, MatterTold told)
    {
        if (!institutions.TryGetValue(told.Institution.Value, out var institution))
        {
            return PlannedEntry.Refused(row, HistoryColumns.Institution, told.Institution.Value, "名册里没有这个承办机构，请核对名称");
        }

        if (matters.TryGetValue(told.CaseNumber, out var stored))
        {
            return stored.MembershipId == member.Id ? PlannedEntry.Same(row) : PlannedEntry.Refused(row, HistoryColumns.CaseNumber, told.CaseNumber, "这个案号已登记给另一承办人");
        }

        return PlannedEntry.Added(row, matters[told.CaseNumber] = new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            CaseNumber = told.CaseNumber,
            Kind = told.Kind,
            Stage = told.Stage,
            Recipient = told.Recipient,
            Opponent = told.Opponent,
            InstitutionId = institution.Id,
            MembershipId = member.Id,
            AssignedOn = told.AssignedOn,
            HandlerChanges = told.HandlerChanges,
        });
    }

    private PlannedEntry Exam(HistoryRow row, Membership member, ExamTold told)
    {
        if (exams.TryGetValue((member.Id, told.ExaminedOn), out var stored))
        {
            return stored.Score == told.Score ? PlannedEntry.Same(row) : PlannedEntry.Refused(row, HistoryColumns.Score, $"{told.Score}", $"同一日的考试已登记为 {stored.Score} 分");
        }

        return PlannedEntry.Added(row, exams[(member.Id, told.ExaminedOn)] = new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            TrainedOn = told.TrainedOn,
            ExaminedOn = told.ExaminedOn,
            Score = told.Score,
        });
    }
}
