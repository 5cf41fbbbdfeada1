using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Tests.App;

/// <summary>The one vocabulary of test data: an office's institutions, people and queues. Defaults are fixed, valid and boring; all people are invented.</summary>
public static class TestData
{
    private static int people;

    /// <summary>A law firm with its lawyers, in both queues at the end of the order.</summary>
    public static async Task<Institution> LawFirmAsync(this TestApp app, string name, params string[] lawyers)
    {
        var firm = await app.InstitutionAsync(name, InstitutionKind.LawFirm, QueueKind.Criminal, QueueKind.Other);
        foreach (var lawyer in lawyers)
        {
            await app.MemberAsync(lawyer, firm);
        }

        return firm;
    }

    public static Task<Institution> InstitutionAsync(this TestApp app, string name, InstitutionKind kind, params QueueKind[] queues) => app.InDbAsync(async db =>
    {
        var institution = new Institution { Id = Guid.CreateVersion7(), Name = name, Kind = kind, District = app.District };
        db.Add(institution);
        foreach (var queueKind in queues)
        {
            var queue = await QueueAsync(db, app.OfficeId, queueKind);
            db.Add(new QueuePlace
            {
                Id = Guid.CreateVersion7(),
                OfficeId = app.OfficeId,
                QueueId = queue.Id,
                InstitutionId = institution.Id,
                BalanceMillionths = 0,
                DrawnOrder = 1 + await db.QueuePlaces.Where(p => p.QueueId == queue.Id).CountAsync(),
                WaitingSinceTurn = queue.Turn,
            });
        }

        await db.SaveChangesAsync();
        return institution;
    });

    /// <summary>A member fit for everything: ten years of practice, twenty criminal cases, all intents, knows minors.</summary>
    public static Task<Membership> MemberAsync(this TestApp app, string name, Institution institution, Action<Membership>? but = null, string? identity = null) => app.InDbAsync(async db =>
    {
        var number = Interlocked.Increment(ref people);
        identity ??= $"person {number}";
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Gender = "女",
            BornOn = new(1985, 3, 1),
            IdentityNumber = app.Cipher.Seal(identity),
            IdentityIndex = app.Cipher.Index(identity),
        };
        var membership = new Membership
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            PersonId = person.Id,
            InstitutionId = institution.Id,
            Kind = institution.Kind == InstitutionKind.LawFirm ? PractitionerKind.Lawyer : PractitionerKind.LegalWorker,
            LicenceNumber = $"15001{number:000000000000}",
            FirstLicensedOn = new(2016, 6, 17),
            Intents = ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration,
            Phone = app.Cipher.Seal("13900000000"),
            JoinedOn = new(2024, 1, 1),
            CriminalCases = 20,
            PriorAidCases = 3,
            FirstAidCaseHereOn = new(2018, 5, 2),
            FirstCriminalCaseOn = new(2017, 1, 1),
            MinorsSpecialist = true,
        };
        membership.Standings.AddRange([PoolStandings.Of(membership, Pools.Duty, membership.JoinedOn), PoolStandings.Of(membership, Pools.Cases, membership.JoinedOn)]);
        but?.Invoke(membership);
        db.AddRange(person, membership);
        await db.SaveChangesAsync();
        return membership;
    });

    /// <summary>Leaves a member who is being made out of the case pool.</summary>
    public static void NotForCases(this Membership member) => member.Standings.RemoveAll(standing => standing.Pool == Pools.Cases);

    /// <summary>A member of an office whose turn goes to persons: as above, with an examination passed and a place in the queues.</summary>
    public static async Task<Membership> PersonAsync(this TestApp app, string name, Institution firm, Action<Membership>? but = null, int? score = 80)
    {
        var member = await app.MemberAsync(name, firm, but);
        return await app.InDbAsync(async db =>
        {
            if (score is { } given)
            {
                db.Add(new ExamResult { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, TrainedOn = new(2026, 3, 1), ExaminedOn = new(2026, 3, 2), Score = given });
            }

            var office = await db.Offices.SingleAsync(o => o.Id == app.OfficeId);
            await QueueNewcomers.JoinAsync(db, new(app.Cipher, app.Clock.UtcNow, null), office, TurnTaker.Practitioners, [QueueNewcomer.Of(member)], app.Clock.Today, default);
            await db.SaveChangesAsync();
            return member;
        });
    }

    private static async Task<RotationQueue> QueueAsync(AidDb db, Guid officeId, QueueKind kind)
    {
        var queue = await db.RotationQueues.SingleOrDefaultAsync(q => q.Kind == kind);
        if (queue is null)
        {
            queue = new() { Id = Guid.CreateVersion7(), OfficeId = officeId, Kind = kind, Turn = 0 };
            db.Add(queue);
            await db.SaveChangesAsync();
        }

        return queue;
    }

    /// <summary>The fields of a notice about a theft, complete and valid.</summary>
    public static (string Field, string Value)[] Letter(string number, string receivedAt, string recipient = "陈某甲") =>
    [
        ("Form.Authority", "重庆市北碚区人民法院"), ("Form.AuthorityKind", "Court"), ("Form.LetterNumber", number), ("Form.ReceivedAtUtc", receivedAt),
        ("Form.Ground", "SensoryDisability"), ("Form.Cause", "盗窃"), ("Form.Stage", "FirstInstance"), ("Form.Headcount", "1"), ("Form.RecipientName", recipient),
    ];

    /// <summary>The fields of an application for wages, complete and valid.</summary>
    public static (string Field, string Value)[] Application(string receivedAt, string recipient = "李某乙") =>
    [
        ("Form.ReceivedAtUtc", receivedAt), ("Form.Kind", "LabourArbitration"), ("Form.ScopeGround", "Wages"), ("Form.HardshipBasis", "ExemptFromCheck"),
        ("Form.Cause", "追索劳动报酬"), ("Form.Stage", "Arbitration"), ("Form.Headcount", "1"), ("Form.RecipientName", recipient), ("Form.Opponents", "重庆某建筑劳务有限公司"),
    ];
}
