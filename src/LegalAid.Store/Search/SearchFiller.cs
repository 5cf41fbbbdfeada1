using LegalAid.Rules.Search;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LegalAid.Store.Search;

/// <summary>
/// Keeps what rows are found by in step with their names, whoever saves them. Rows that came in past EF (COPY, a restored dump of older data) have no pieces;
/// <see cref="FillMissingAsync"/> gives them theirs when the program starts.
/// </summary>
public sealed class SearchFiller : SaveChangesInterceptor
{
    private const int Batch = 1000;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Save with SaveChangesAsync: the names of a case are looked up while saving.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AidDb db)
        {
            await FillAsync(db, cancellationToken);
        }

        return result;
    }

    /// <summary>For a row that goes in past the change tracker.</summary>
    internal static void FillNew(EntityEntry entry)
    {
        NameColumns.Fill(entry);
        if (entry.Entity is Person or Institution or AidCase or IncomingLetter)
        {
            Fill(entry);
        }
    }

    /// <summary>Gives their pieces to the rows that have none.</summary>
    public static async Task FillMissingAsync(AidDb db, CancellationToken ct)
    {
        await FillMissingAsync(db, db.Persons, ct);
        await FillMissingAsync(db, db.Institutions, ct);
        await FillMissingAsync(db, db.IncomingLetters.IgnoreQueryFilters(), ct);
        await FillMissingAsync(db, db.Cases.IgnoreQueryFilters().Include(c => c.Parties), ct);
        await FillSoundsAsync(db, db.Persons, NameColumns.SoundOf(nameof(Person.Name)), ct);
        await FillSoundsAsync(db, db.CaseParties.IgnoreQueryFilters(), NameColumns.SoundOf(nameof(CaseParty.Name)), ct);
        await FillSoundsAsync(db, db.PriorMatters.IgnoreQueryFilters(), NameColumns.SoundOf(nameof(PriorMatter.Recipient)), ct);
        await FillSoundsAsync(db, db.Memberships.IgnoreQueryFilters().Where(m => m.RosterName != null), NameColumns.SoundOf(nameof(Membership.RosterName)), ct);
        await FillSoundsAsync(db, db.MemberTies.IgnoreQueryFilters().Where(t => t.Name != null), NameColumns.SoundOf(nameof(MemberTie.Name)), ct);
        await FillSoundsAsync(db, db.MemberTies.IgnoreQueryFilters().Where(t => t.OtherParty != null), NameColumns.SoundOf(nameof(MemberTie.OtherParty)), ct);
    }

    private static async Task FillMissingAsync<T>(AidDb db, IQueryable<T> rows, CancellationToken ct)
        where T : class
    {
        while (await rows.Where(row => EF.Property<string[]>(row, SearchColumn.Name).Length == 0).Take(Batch).ToListAsync(ct) is { Count: > 0 } missing)
        {
            foreach (var entry in missing.Select(row => db.Entry((object)row)))
            {
                Fill(entry);
            }

            var filled = await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (filled == 0)
            {
                return;     // names of signs alone have no pieces
            }
        }
    }

    private static async Task FillSoundsAsync<T>(AidDb db, IQueryable<T> rows, string sound, CancellationToken ct)
        where T : class
    {
        while (await rows.Where(row => EF.Property<string?>(row, sound) == null).Take(Batch).ToListAsync(ct) is { Count: > 0 } missing)
        {
            missing.ForEach(row => NameColumns.Fill(db.Entry((object)row)));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task FillAsync(AidDb db, CancellationToken ct)
    {
        var touched = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in touched.Where(entry => entry.State != EntityState.Deleted))
        {
            NameColumns.Fill(entry);
        }

        foreach (var entry in touched.Where(entry => entry.State != EntityState.Deleted && entry.Entity is Person or Institution or AidCase or IncomingLetter))
        {
            if (entry.State == EntityState.Added || NameChanges(entry))
            {
                await WithPartiesAsync(db, entry, ct);
            }
        }

        foreach (var caseId in touched.Select(entry => entry.Entity).OfType<CaseParty>().Select(party => party.CaseId).Distinct())
        {
            if (await db.Cases.FindAsync([caseId], ct) is { } aidCase && db.Entry(aidCase) is { State: not EntityState.Added } entry)
            {
                await WithPartiesAsync(db, entry, ct);
            }
        }
    }

    private static bool NameChanges(EntityEntry entry) => entry.Entity switch
    {
        AidCase => entry.Property(nameof(AidCase.Cause)).IsModified,
        IncomingLetter => entry.Property(nameof(IncomingLetter.LetterNumber)).IsModified || entry.Property(nameof(IncomingLetter.Authority)).IsModified,
        _ => entry.Property(nameof(Person.Name)).IsModified,
    };

    private static async Task WithPartiesAsync(AidDb db, EntityEntry entry, CancellationToken ct)
    {
        if (entry is { Entity: AidCase aidCase, State: not EntityState.Added })
        {
            await db.CaseParties.Where(party => party.CaseId == aidCase.Id).LoadAsync(ct);
        }

        Fill(entry);
    }

    private static void Fill(EntityEntry entry) => entry.Property(SearchColumn.Name).CurrentValue = SearchPieces.Of(BuiltInReadings.Table, Texts(entry));

    private static IEnumerable<string> Texts(EntityEntry entry) => entry.Entity switch
    {
        Person person => [person.Name],
        Institution institution => [institution.Name],
        IncomingLetter letter => [letter.RegisterNumber, letter.LetterNumber, letter.Authority],
        AidCase aidCase =>
        [
            aidCase.Number,
            aidCase.Cause,
            .. entry.Context.ChangeTracker.Entries<CaseParty>().Where(party => party.Entity.CaseId == aidCase.Id && party.Entity.RemovedAtUtc == null).Select(party => party.Entity.Name),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Metadata.Name, "Not a row people search for."),
    };
}
