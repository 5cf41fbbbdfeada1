using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Journal;

/// <summary>Notes the correction of a record several offices have in the journal of every one of them, the acting office's own line apart.</summary>
public static class SharedRecords
{
    /// <param name="db">Inside the transaction of the correction.</param>
    /// <param name="person">Who was corrected.</param>
    /// <param name="atUtc">When.</param>
    /// <param name="details">Ids and keyed hashes only.</param>
    /// <param name="ct">Gives up.</param>
    public static Task NoteElsewhereAsync(this AidDb db, Person person, DateTime atUtc, object details, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select note_person_corrected({person.Id}, {atUtc}, {JournalWriter.Json(details)})", ct);

    public static Task NoteElsewhereAsync(this AidDb db, Institution institution, DateTime atUtc, object details, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select note_institution_moved({institution.Id}, {atUtc}, {JournalWriter.Json(details)})", ct);

    /// <summary>Another office, of the district the institution is said to be registered in, works with it.</summary>
    public static Task<bool> IsClaimedAsync(this AidDb db, Institution institution, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select institution_claimed({institution.Id}) as \"Value\"").SingleAsync(ct);
}
