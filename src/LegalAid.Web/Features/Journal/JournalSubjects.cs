using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Journal;

/// <summary>What an id of the journal stands for: its name now, and where it is shown if the reader may go there.</summary>
public sealed record JournalSubject(string Name, string? Url);

/// <summary>
/// Puts names to the ids the journal holds: cases, people, institutions, accounts, letters, uploads, keys. Whoever reads the journal learns whom an act was done to,
/// the auditor too; the page behind the name opens only for those whose page it is.
/// </summary>
public sealed class JournalSubjects(AidDb db, CurrentOfficer officer)
{
    private const string RosterFolder = "/registry/import/";
    private const string HistoryFolder = "/registry/import/history/";
    private const string RecordsFolder = "/registry/records/";
    private const string EnrolmentFolder = "/registry/enrolment/";
    private const string GoingLiveFolder = "/registry/golive/";

    public async Task<IReadOnlyDictionary<Guid, JournalSubject>> ReadAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, JournalSubject>();
        var left = ids.ToHashSet();
        foreach (var kind in Kinds)
        {
            if (left.Count == 0)
            {
                break;
            }

            foreach (var named in await kind([.. left]).ToListAsync(ct))
            {
                found[named.Id] = new(named.Name, UrlOf(named));
                left.Remove(named.Id);
            }
        }

        return found;
    }

    // One after the other, by primary key; the most frequent first.
    private IEnumerable<Func<List<Guid>, IQueryable<Named>>> Kinds =>
        [
            Cases, Members, Accounts, Assignments, Letters, Uploads, Institutions, PriorMatters, Parties, Offices, ApiKeys, Authorities, Stations,
            ConductMatters, CorpsMembers, CorpsProposals, Trainings, Guests, Exams, Questions, Rounds, Applications,
        ];

    private IQueryable<Named> Cases(List<Guid> ids) =>
        db.Cases.Where(c => ids.Contains(c.Id)).Select(c => new Named(c.Id, c.Number, "/cases/", c.Id));

    private IQueryable<Named> Members(List<Guid> ids) =>
        db.Memberships.Where(m => ids.Contains(m.Id)).Select(m => new Named(m.Id, m.RosterName ?? m.Person.Name, "/registry/people/", m.Id));

    // Accounts are the administrator's, who does not read the journal.
    private IQueryable<Named> Accounts(List<Guid> ids) =>
        db.Users.Where(u => ids.Contains(u.Id) && u.OfficeId == officer.OfficeId).Select(u => new Named(u.Id, u.DisplayName + "（" + u.UserName + "）", null, null));

    private IQueryable<Named> Assignments(List<Guid> ids) =>
        from a in db.Assignments
        where ids.Contains(a.Id)
        join c in db.Cases on a.CaseId equals c.Id
        select new Named(a.Id, c.Number + " 的指派", "/assignment/", a.Id);

    private IQueryable<Named> Letters(List<Guid> ids) =>
        db.IncomingLetters.Where(l => ids.Contains(l.Id)).Select(l => new Named(l.Id, l.Authority + l.LetterNumber, "/intake/letters/", l.Id));

    private IQueryable<Named> Uploads(List<Guid> ids) =>
        db.RegistryUploads.Where(u => ids.Contains(u.Id))
            .Select(u => new Named(
                u.Id,
                u.FileName,
                u.Kind == UploadKind.History ? HistoryFolder : u.Kind == UploadKind.Register ? EnrolmentFolder : u.Kind == UploadKind.GoingLive ? GoingLiveFolder : u.Kind == UploadKind.Records ? RecordsFolder : RosterFolder,
                u.Id));

    private IQueryable<Named> Institutions(List<Guid> ids) =>
        db.Institutions.Where(i => ids.Contains(i.Id)).Select(i => new Named(i.Id, i.Name, "/registry/institutions/", i.Id));

    private IQueryable<Named> PriorMatters(List<Guid> ids) =>
        db.PriorMatters.Where(m => ids.Contains(m.Id)).Select(m => new Named(m.Id, m.CaseNumber, null, null));

    // One a correction took out of the case since had the name all the same.
    private IQueryable<Named> Parties(List<Guid> ids) =>
        db.CaseParties.IgnoreQueryFilters([CaseParty.StandingFilter]).Where(p => ids.Contains(p.Id)).Select(p => new Named(p.Id, p.Name, "/cases/", p.CaseId));

    private IQueryable<Named> Offices(List<Guid> ids) =>
        db.Offices.Where(o => ids.Contains(o.Id)).Select(o => new Named(o.Id, o.Name, null, null));

    private IQueryable<Named> ApiKeys(List<Guid> ids) =>
        db.ApiKeys.Where(k => ids.Contains(k.Id)).Select(k => new Named(k.Id, "接口密钥 " + k.Name, null, null));

    private IQueryable<Named> Authorities(List<Guid> ids) =>
        AuthorityWords.Signatures(db).Where(s => ids.Contains(s.Id)).Select(s => new Named(s.Id, s.Text, "/authority/", s.Id));

    private IQueryable<Named> Rounds(List<Guid> ids) =>
        db.RecruitmentRounds.Where(r => ids.Contains(r.Id)).Select(r => new Named(r.Id, r.Title, "/registry/rounds/", r.Id));

    // Before it reaches the centre an application is the applicant's own affair.
    private IQueryable<Named> Applications(List<Guid> ids) =>
        db.PoolApplications.Where(a => ids.Contains(a.Id)).Select(a => new Named(
            a.Id, a.SubmittedAtUtc != null ? a.Name + " 的入库申请" : "未提交的入库申请", a.SubmittedAtUtc != null ? "/registry/applications/" : null, a.SubmittedAtUtc != null ? a.Id : (Guid?)null));

    private IQueryable<Named> ConductMatters(List<Guid> ids) =>
        from m in db.ConductMatters
        where ids.Contains(m.Id)
        join c in db.Cases on m.CaseId equals c.Id
        select new Named(m.Id, c.Number + " 的处理事项", "/conduct/", m.Id);

    private IQueryable<Named> CorpsMembers(List<Guid> ids) =>
        db.CorpsMembers.Where(m => ids.Contains(m.Id)).Select(m => new Named(m.Id, db.Persons.Where(p => p.Id == m.PersonId).Select(p => p.Name).First(), null, null));

    private IQueryable<Named> CorpsProposals(List<Guid> ids) =>
        CorpsProposalsInSight.Proposals(db).Where(p => ids.Contains(p.Id)).Select(p => new Named(p.Id, "服务团成员身份建议", "/corps/proposals/", p.Id));

    private IQueryable<Named> Stations(List<Guid> ids) =>
        db.Stations.Where(s => ids.Contains(s.Id)).Select(s => new Named(s.Id, s.Name, null, null));

    private IQueryable<Named> Trainings(List<Guid> ids) =>
        db.TrainingEvents.Where(t => ids.Contains(t.Id)).Select(t => new Named(t.Id, "培训 " + t.Title, "/training/", t.Id));

    private IQueryable<Named> Guests(List<Guid> ids) =>
        db.TrainingAttendances.Where(a => ids.Contains(a.Id) && a.GuestName != null).Select(a => new Named(a.Id, a.GuestName + "（" + a.GuestUnit + "）", "/training/", a.EventId));

    private IQueryable<Named> Exams(List<Guid> ids) =>
        db.Exams.Where(e => ids.Contains(e.Id)).Select(e => new Named(e.Id, "考试 " + e.Title, "/training/exams/", e.Id));

    private IQueryable<Named> Questions(List<Guid> ids) =>
        db.ExamQuestions.Where(q => ids.Contains(q.Id)).Select(q => new Named(q.Id, "试题", null, null));

    // Registry imports are the centre's; the other pages are also the bureau's, and none the auditor's.
    private string? UrlOf(Named named) => named.Folder switch
    {
        null => null,
        RosterFolder or HistoryFolder or EnrolmentFolder or GoingLiveFolder or RecordsFolder => officer.Role is Roles.Clerk or Roles.Director ? named.Folder + named.PageId : null,
        _ => officer.SeesWholeOffice ? named.Folder + named.PageId : null,
    };

    private sealed record Named(Guid Id, string Name, string? Folder, Guid? PageId);
}
