using System.Diagnostics;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Api;
using LegalAid.Store.Decisions;
using LegalAid.Web.Features.Keys;

namespace LegalAid.Bench;

/// <summary>The rules as a service: assignments asked for over HTTP with 16 connections, beside reading the facts and writing the answer in one thread without the program around it.</summary>
internal static class ServiceSide
{
    private const int LawyersInFirm = 6;
    private const int Seconds = 3;

    /// <summary>A key for another program, as the administrator's page makes it.</summary>
    public static async Task<string> KeyAsync(Pool pool)
    {
        var made = await pool.ActAsync<MakeKey, Outcome<KeyMade>>(use => use.RunAsync(new() { Name = "测量", AsksForId = pool.Clerk.OfficeId, Scope = ApiScope.Assignment }, default));
        return made.Value?.Text ?? throw new InvalidOperationException(made.Refusal?.Message);
    }

    /// <returns>Answers a second over HTTP, and by one thread alone.</returns>
    public static async Task<(Load Service, double Alone)> RunAsync(PagesSide pages, string key, int candidates)
    {
        var facts = CanonicalJson.Write(Question(candidates));
        return (await pages.PostAsync("/api/v1/decisions/assignment?office=BB", key, facts), Alone(facts));
    }

    private static double Alone(string facts)
    {
        var (done, clock) = (0, Stopwatch.StartNew());
        while (clock.Elapsed.TotalSeconds < Seconds)
        {
            var question = CanonicalJson.Read<AssignmentQuestion>(facts);
            done += CanonicalJson.Write(question).Length > 0 ? 1 : 0;
        }

        return done / clock.Elapsed.TotalSeconds;
    }

    // A theft case before a court, and firms of six lawyers each.
    private static AssignmentQuestion Question(int candidates) => new()
    {
        QueueTurn = 0,
        Case = new()
        {
            Id = Id(1, 0),
            Kind = CaseKind.Criminal,
            Stage = CaseStage.FirstInstance,
            Source = CaseSource.Notification,
            Ground = NotificationGround.SensoryDisability,
            ReceivedAt = new(2026, 6, 17, 10, 20, 0),
        },
        Institutions =
        [
            .. Enumerable.Range(0, candidates / LawyersInFirm).Select(firm => new InstitutionFacts
            {
                Id = Id(2, firm),
                Kind = InstitutionKind.LawFirm,
                District = "重庆市北碚区",
                Place = new(Id(3, firm), 0, firm + 1, 0),
                Practitioners = [.. Enumerable.Range(firm * LawyersInFirm, LawyersInFirm).Select(Lawyer)],
            }),
        ],
    };

    private static PractitionerFacts Lawyer(int number) => new()
    {
        Id = Id(4, number),
        Kind = PractitionerKind.Lawyer,
        FirstLicensedOn = new DateOnly(2010, 1, 1).AddDays(number),
        Intents = ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation,
        CriminalCases = number % 40,
    };

    private static Guid Id(int kind, int number) => new($"{kind:x8}-0000-0000-0000-{number:x12}");
}
