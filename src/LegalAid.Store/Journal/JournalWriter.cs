using System.Text.Json;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Journal;

/// <summary>Adds the journal line of a use case to its transaction.</summary>
public static class JournalWriter
{
    // The members of an anonymous object are read-only; the canonical form of decisions would leave them out.
    private static readonly JsonSerializerOptions Whole = new(CanonicalJson.Options) { IgnoreReadOnlyProperties = false };

    /// <param name="details">Ids and figures, before and after; an anonymous object. Never a person's name or number.</param>
    public static void Note(this AidDb db, Guid officeId, DateTime atUtc, Act act, Guid subjectId, Guid? officerId, string? reason = null, object? details = null) =>
        db.Journal.Add(new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            AtUtc = atUtc,
            Act = act,
            SubjectId = subjectId,
            OfficerId = officerId,
            Reason = reason,
            Details = details is null ? null : Json(details),
        });

    internal static string Json(object details) => JsonSerializer.Serialize(details, Whole);
}
