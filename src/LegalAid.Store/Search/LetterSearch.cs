using LegalAid.Store.Intake;

namespace LegalAid.Store.Search;

/// <summary>Finds letters of the register by a part of a number, of the authority's name or of the case's cause.</summary>
public static class LetterSearch
{
    public static IQueryable<IncomingLetter> SearchedFor(this IQueryable<IncomingLetter> letters, AidDb db, string? typed)
    {
        var text = typed?.Trim() ?? "";
        return text.Length == 0 ? letters : letters.Where(letter =>
            letter.LetterNumber.Contains(text) || letter.Authority.Contains(text) || letter.RegisterNumber.Contains(text)
            || db.Cases.Any(aidCase => aidCase.LetterId == letter.Id && aidCase.Cause.Contains(text)));
    }
}
