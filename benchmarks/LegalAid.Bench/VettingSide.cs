using System.Diagnostics;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Bench;

/// <summary>Vetting all applications of one of 温州's rounds, each with its paper, both opinions and now and then a penalty, beside reading the same rows by COPY.</summary>
internal static class VettingSide
{
    public const int Applications = 10_000;
    private const int PerSave = 1_000;
    private static readonly string[] Tables = ["pool_applications", "application_papers", "opinion_requests", "official_records"];

    /// <returns>Seconds, and how many criteria were judged.</returns>
    public static async Task<(double Program, double Copy, int Judged)> RunAsync(Pool pool)
    {
        var clerk = await pool.ActAsync<AidDb, Officer>(async db => new()
        {
            Id = Guid.CreateVersion7(),
            UserName = "bench-wz",
            OfficeId = (await db.Offices.SingleAsync(office => office.Code == "WZ")).Id,
            DisplayName = "bench",
            Role = Roles.Clerk,
        });
        await pool.ActAsync<AidDb, int>(db => FillAsync(db, clerk), by: clerk);
        await pool.AnalyzeAsync();
        var clock = Stopwatch.StartNew();
        AidDb? own = null;
        var vetted = await pool.ActAsync<VettingFactsReader, List<VettedApplication>>(reader => reader.ReadAsync(own!.PoolApplications, DateTime.UtcNow, default), db => own = db, clerk);
        var program = clock.Elapsed.TotalSeconds;
        return (program, await CopyAsync(pool), vetted.Count == Applications ? vetted.Sum(one => one.Decision.Findings.Count) : throw new InvalidOperationException("Some were not vetted."));
    }

    private static async Task<int> FillAsync(AidDb db, Officer clerk)
    {
        var round = new RecruitmentRound
        {
            Id = Guid.CreateVersion7(),
            OfficeId = clerk.OfficeId,
            Title = "测量",
            Pools = Pools.Cases,
            OpensAtUtc = DateTime.UtcNow.AddDays(-1),
            NoticeText = "测量",
            Status = RoundStatus.Published,
        };
        db.AddRange(clerk, round);
        for (var n = 0; n < Applications; n++)
        {
            db.AddRange(Of(n, round, clerk));
            if ((n + 1) % PerSave == 0)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        return Applications;
    }

    private static IEnumerable<object> Of(int n, RecruitmentRound round, Officer clerk)
    {
        var (now, office) = (DateTime.UtcNow, clerk.OfficeId);
        var application = new PoolApplication
        {
            Id = Guid.CreateVersion7(),
            OfficeId = office,
            RoundId = round.Id,
            ApplicantId = clerk.Id,
            Status = ApplicationStatus.Submitted,
            Name = $"测{n}",
            As = PoolPerson.SocialLawyer,
            IdentityIndex = BitConverter.GetBytes(n),
            FirstLicensedOn = DateOnly.FromDateTime(now).AddDays(-n),
            Pools = Pools.Cases,
            Intents = ServiceIntents.CivilRepresentation,
            PartyDiscipline = false,
            DeclaredAtUtc = now,
            EndorsedAtUtc = now,
            SubmittedAtUtc = now,
        };
        yield return application;
        yield return new ApplicationPaper { Id = Guid.CreateVersion7(), OfficeId = office, ApplicationId = application.Id, Kind = ApplicationPaperKind.Licence, Type = EvidenceType.Pdf, Bytes = 4, Content = new([1, 2, 3, 4]), AddedAtUtc = now, AddedById = clerk.Id };
        foreach (var body in Enum.GetValues<OpinionBody>())
        {
            yield return new OpinionRequest
            {
                Id = Guid.CreateVersion7(),
                OfficeId = office,
                ApplicationId = application.Id,
                Body = body,
                Unit = "测量",
                Reference = $"{n}-{body}",
                CodeHash = [1],
                AskedById = clerk.Id,
                AskedAtUtc = now,
                DueAtUtc = now.AddDays(7),
                ExpiresAtUtc = now.AddDays(30),
                RepliedAtUtc = now,
                Reply = OpinionReply.NoObjection,
                RepliedBy = "测量",
            };
        }

        if (n % 10 == 0)
        {
            yield return new OfficialRecord
            {
                Id = Guid.CreateVersion7(),
                OfficeId = office,
                IdentityIndex = application.IdentityIndex,
                Kind = OfficialRecordKind.AdministrativePenalty,
                EffectiveOn = DateOnly.FromDateTime(now).AddDays(-n % 2_000),
                Statement = "测量",
                RecordSource = "测量",
                RecordedById = clerk.Id,
                RecordedAtUtc = now,
            };
        }
    }

    private static async Task<double> CopyAsync(Pool pool)
    {
        await using var source = NpgsqlDataSource.Create(pool.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync();
        var clock = Stopwatch.StartNew();
        foreach (var table in Tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table} to stdout (format binary)");
            await rows.CopyToAsync(Stream.Null);
        }

        return clock.Elapsed.TotalSeconds;
    }
}
