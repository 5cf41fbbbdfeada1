using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>Reads an office's history (办案历史) from a workbook.</summary>
internal static class HistoryReader
{
    private const int FullScore = 100;

    /// <summary>Why the file cannot even be previewed; null when it can.</summary>
    public static List<Refusal>? WhyNotRead(byte[] file, UploadKind kind) => Find(file, kind) is { Value: null } found ? [.. found.Refusals] : null;

    public static Outcome<HistoryFile> Read(byte[] file, UploadKind kind, DateOnly today)
    {
        var found = Find(file, kind);
        if (found.Value is not { } lists)
        {
            return found.Refusals.ToList();
        }

        var (stated, wrong) = StatedSheets.Read(lists.Find(list => list.SheetName.Trim() == HistoryColumns.Reconciliation), kind);
        var sheets = lists.FindAll(list => list.SheetName.Trim() != HistoryColumns.Reconciliation);
        var rows = sheets.SelectMany(list => list.Rows.Select(row => ReadRow(row, today))).Concat(wrong).ToList();
        return new HistoryFile(rows, [.. HistoryColumns.Of(kind).Select(sheet => sheet.Sheet).Except(lists.Select(list => list.SheetName.Trim()), StringComparer.Ordinal)])
        {
            Sheets = sheets.ConvertAll(list => list.SheetName.Trim()),
            Stated = stated,
        };
    }

    private static Outcome<List<HeadedList>> Find(byte[] file, UploadKind kind)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is null)
        {
            return workbook.Refusals.ToList();
        }

        var wanted = HistoryColumns.Of(kind).Where(known => workbook.Value.Sheets.Any(sheet => sheet.Name.Trim() == known.Sheet)).ToList();
        if (kind == UploadKind.GoingLive && !wanted.Exists(known => known.Sheet == HistoryColumns.Reconciliation))
        {
            return new Refusal("going-live-reconciliation", $"文件里没有工作表“{HistoryColumns.Reconciliation}”。请写明每张工作表的行数和合计再上传。", []);
        }

        if (wanted.Count == 0)
        {
            return new Refusal("history-sheets", $"文件里没有{string.Join('、', HistoryColumns.Of(kind).Select(known => $"“{known.Sheet}”"))}中的任何一张工作表。请确认选对了文件。", []);
        }

        var lists = wanted.ConvertAll(known => HeadedList.Find(workbook.Value, known.Columns, known.Sheet));
        return lists.Exists(list => list.Refusal is not null)
            ? lists.SelectMany(list => list.Refusals).ToList()
            : lists.Select(list => list.Value).OfType<HeadedList>().ToList();
    }

    private static HistoryRow ReadRow(ListRow row, DateOnly today)
    {
        var reading = new RowReading(row);
        var licence = reading.Parsed<LicenceNumber>(HistoryColumns.Licence, LicenceNumber.TryParse);
        var name = TextCleaning.PersonName(reading.Text(HistoryColumns.Name, 60));
        HistoryEntry? entry = row.List.SheetName.Trim() switch
        {
            HistoryColumns.Experience => Experience(reading, today),
            HistoryColumns.Grades => Grade(reading, today),
            HistoryColumns.Matters => Matter(reading, today),
            HistoryColumns.Exams => Exam(reading, today),
            var other => FigureRows.Read(other, reading, today),
        };
        return new(row.List, row.Number, licence, name, reading.IsGood ? entry : null, reading.Faults, reading.Notices);
    }

    private static ExperienceTold? Experience(RowReading reading, DateOnly today)
    {
        var (criminal, aid, lastYear) = (reading.Count(HistoryColumns.CriminalCases), reading.Count(HistoryColumns.AidCases), reading.Count(HistoryColumns.AidCasesLastYear));
        var (first, asOf) = (PastDay(reading, HistoryColumns.FirstCriminalCaseOn, today), PastDay(reading, HistoryColumns.AsOf, today));
        if (lastYear > aid)
        {
            reading.Fault(HistoryColumns.AidCasesLastYear, $"近一年 {lastYear} 件多于累计 {aid} 件");
        }

        if (criminal == 0 && first is not null)
        {
            reading.Fault(HistoryColumns.FirstCriminalCaseOn, "累计刑事辩护案件为 0 件，却有首件日期");
        }

        var (specialities, minors, languages) = (reading.List(HistoryColumns.Specialities), reading.YesOrNo(HistoryColumns.Minors), reading.List(HistoryColumns.Languages));
        return criminal is { } c && aid is { } a && lastYear is { } l ? new(c, first, a, l) { AsOf = asOf, Specialities = specialities, Minors = minors, Languages = languages, FirstAidCaseHereOn = PastDay(reading, HistoryColumns.FirstAidCaseHereOn, today) } : null;
    }

    private static GradeTold? Grade(RowReading reading, DateOnly today)
    {
        var (number, body) = (reading.Text(HistoryColumns.CaseNumber, 30), reading.Text(HistoryColumns.AssessedBy, 40));
        var grade = reading.OneOf(HistoryColumns.GradeGiven, Words.Grades);
        return PastDay(reading, HistoryColumns.EffectiveOn, today) is { } day && grade is { } known ? new(number, body, known, day) : null;
    }

    private static MatterTold? Matter(RowReading reading, DateOnly today)
    {
        var number = reading.Text(HistoryColumns.CaseNumber, 30);
        var (recipient, opponent) = (TextCleaning.PersonName(reading.Text(HistoryColumns.Recipient, 60)), TextCleaning.PersonName(reading.Text(HistoryColumns.Opponent, 60)));
        var (kind, stage) = (reading.OneOf(HistoryColumns.CaseKind, Words.CaseKinds), reading.OneOf(HistoryColumns.Stage, Words.Stages));
        var institution = reading.Parsed<InstitutionName>(HistoryColumns.Institution, InstitutionName.TryParse);
        var day = PastDay(reading, HistoryColumns.AssignedOn, today);
        if (kind is null || stage is null || institution is null || day is null)
        {
            return null;
        }

        if (!Belongs(kind.Value, stage.Value))
        {
            reading.Notices.Add(reading.At(HistoryColumns.Stage, "阶段与案件类型不相称，照原样导入，请核对"));
        }

        return new(number, kind.Value, stage.Value, recipient, opponent, institution, day.Value) { HandlerChanges = reading.Count(HistoryColumns.HandlerChanges) ?? 0 };
    }

    private static ExamTold? Exam(RowReading reading, DateOnly today)
    {
        var (trained, examined, score) = (PastDay(reading, HistoryColumns.TrainedOn, today), PastDay(reading, HistoryColumns.ExaminedOn, today), reading.Count(HistoryColumns.Score));
        if (score > FullScore)
        {
            reading.Fault(HistoryColumns.Score, $"成绩应在 0 至 {FullScore} 之间");
        }

        return examined is { } day && score is { } points ? new(trained, day, points) : null;
    }

    internal static DateOnly? PastDay(RowReading reading, ListColumn column, DateOnly today)
    {
        var day = reading.Day(column);
        if (day > today)
        {
            reading.Fault(column, $"{reading.TitleOf(column)}{day:yyyy-MM-dd}晚于今天");
        }

        return day;
    }

    private static bool Belongs(CaseKind kind, CaseStage stage) => stage switch
    {
        CaseStage.Investigation or CaseStage.Prosecution or CaseStage.DeathPenaltyReview => kind == CaseKind.Criminal,
        CaseStage.Arbitration => kind is CaseKind.LabourArbitration or CaseKind.Civil,
        CaseStage.OutOfCourt => kind == CaseKind.NonLitigation,
        CaseStage.FirstInstance or CaseStage.SecondInstance or CaseStage.Retrial or CaseStage.Enforcement => kind is not CaseKind.NonLitigation,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
    };
}
