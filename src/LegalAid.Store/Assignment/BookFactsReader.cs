using LegalAid.Rules.Assignment;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Ranking;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>
/// Adds the facts only some books or cases ask for: colours, mentors, corps and partners, languages and genders. What nobody asks for stays out of the record.
/// </summary>
internal sealed class BookFactsReader(AidDb db)
{
    public async Task<List<InstitutionFacts>> AddAsync(List<InstitutionFacts> institutions, AidCase aidCase, RuleBook book, DateOnly today, CancellationToken ct)
    {
        var (needs, mentors, corps, induction) = (aidCase.NeededLanguage is not null || aidCase.NeededGender is not null, book.MentorNeeded is { Value: true }, book.Elsewhere is not null, book.BeforeWork?.Induction.Value == true);
        var colours = book.ColourWeights is null ? [] : await CountingList.ColoursOnAsync(db, aidCase.OfficeId, today, ct);
        if (!needs && !mentors && !corps && !induction && colours.Count == 0)
        {
            return institutions;
        }

        var told = await TheirsAsync(today, ct);
        var partners = corps ? await db.Partnerships.Where(p => p.Since <= today && (p.EndedOn == null || p.EndedOn > today)).Select(p => p.InstitutionId).ToListAsync(ct) : [];
        var members = corps ? await CorpsMembers.On(db, today).Select(m => m.PersonId).ToHashSetAsync(ct) : [];      // a query of its own: it looks past the office filter
        return institutions.ConvertAll(institution => institution with
        {
            Partner = corps ? partners.Contains(institution.Id) : null,
            Practitioners = [.. institution.Practitioners.Select(person => told.GetValueOrDefault(person.Id) is not { } known ? person : person with
            {
                Colour = colours.TryGetValue(person.Id, out var colour) ? colour : (Colour?)null,
                FirstTimer = mentors ? known.FirstTimer : null,
                InductedOn = induction ? known.InductedOn : null,
                MentorId = mentors ? known.MentorId : null,
                CorpsMember = corps ? members.Contains(known.PersonId) : null,
                SpecialitiesForCause = corps ? SpecialityMatch.Of(aidCase.Cause, person.Specialities) : null,
                Gender = needs ? known.Gender : null,
                Languages = needs ? known.Languages : null,
            })],
        });
    }

    /// <summary>How short of people the place is (QDN-2.2); null where the book knows no corps.</summary>
    public async Task<ServiceNeed?> NeedAsync(RuleBook book, DateOnly today, CancellationToken ct)
    {
        if (book.Corps?.Dispatch.ShortFromCasesPerPerson is not { } shortFrom)
        {
            return null;
        }

        var (from, until) = (OfficeClock.ToUtc(today.AddDays(-29).ToDateTime(TimeOnly.MinValue)), OfficeClock.ToUtc(today.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        return new(
            await db.Cases.CountAsync(c => c.ReceivedAtUtc >= from && c.ReceivedAtUtc < until && c.Status != CaseStatus.Voided, ct),
            await db.Memberships.Where(PoolStanding.In(Pools.Cases, today)).CountAsync(m => m.LeftOn == null || m.LeftOn > today, ct),
            shortFrom);
    }

    private Task<Dictionary<Guid, Told>> TheirsAsync(DateOnly today, CancellationToken ct) => db.Memberships.AsNoTracking()
        .Select(m => new Told
        {
            Id = m.Id,
            FirstTimer = m.FirstAidCaseHereOn == null        // 未在温州办过: elsewhere frees nobody (WZ-24.1)
                && !db.PriorMatters.Any(matter => matter.MembershipId == m.Id) && !Handling.In(db).Any(h => h.MembershipId == m.Id),
            MentorId = db.Memberships.Where(mentor => mentor.Id == m.MentorId && (mentor.LeftOn == null || mentor.LeftOn > today)
                && mentor.Standings.Any(s => s.Pool == Pools.Cases && s.EnteredOn <= today && (s.LeftOn == null || s.LeftOn > today))
                && !mentor.Absences.Any(a => a.VoidedAtUtc == null && a.Kind != AbsenceKind.Leave && a.Kind != AbsenceKind.Suspension && a.FirstDay <= today && (a.LastDay == null || a.LastDay >= today)))
                .Select(mentor => (Guid?)mentor.Id).FirstOrDefault(),     // who left or practises no more guides nobody (WZ-24.2)
            TrainedOn = m.Exams.Min(e => e.TrainedOn),
            TrainedAtUtc = db.TrainingAttendances.Where(Inductions.Done).Where(a => a.MembershipId == m.Id).Min(a => (DateTime?)a.Event.StartsAtUtc),
            PersonId = m.PersonId,
            Gender = m.RosterGender ?? m.Person.Gender,
            Languages = m.Languages,
        }).ToDictionaryAsync(told => told.Id, ct);

    private sealed class Told
    {
        public required Guid Id { get; init; }

        public required bool FirstTimer { get; init; }

        public required Guid? MentorId { get; init; }

        public required DateOnly? TrainedOn { get; init; }

        public required DateTime? TrainedAtUtc { get; init; }

        public DateOnly? InductedOn => TrainedOn ?? (TrainedAtUtc is { } at ? DateOnly.FromDateTime(OfficeClock.ToLocal(at)) : null);

        public required Guid PersonId { get; init; }

        public required string Gender { get; init; }

        public required List<string> Languages { get; init; }
    }
}
