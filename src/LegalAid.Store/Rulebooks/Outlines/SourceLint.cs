namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>Finds the faults of the texts as written, by rule, from their outlines. They are notices: a faulty text still has to be applied.</summary>
public static class SourceLint
{
    // A slip of the pen needs no reading, and each office keeps its own figures.
    private static readonly LintRule[] WithoutReading =
        [LintRule.Numbering, LintRule.MixedForms, LintRule.StrayCharacter, LintRule.UnreferredAnnex, LintRule.HeadingRow, LintRule.BetweenTexts];

    public static IReadOnlyList<LintFinding> Run(RuleBooks books)
    {
        var titles = books.Catalogues.SelectMany(catalogue => catalogue.Sources).Select(source => source.Title).ToList();
        var statute = books.Outlines.Where(outline => !books.IsOffice(outline.Office)).SelectMany(outline => outline.Figures).ToList();
        return
        [
            .. from outline in books.Outlines
               where books.IsOffice(outline.Office)
               from fault in Numbering.Faults(outline).Concat(References.Faults(outline, titles)).Concat(PrintedScales.Faults(outline))
                   .Concat(Agreement.Faults(outline, statute)).Concat(BetweenTexts.Faults(outline, books.Outlines)).Concat(Wording.Faults(outline))
               select Finding(fault, outline, books),
        ];
    }

    private static LintFinding Finding(SourceFault fault, Outline outline, RuleBooks books) =>
        new(fault.Rule, LintSeverity.Note, outline.Office, outline.File, fault.Clauses is [var first, ..] ? first : null, fault.Sentence)
        {
            Clauses = fault.Clauses,
            Reading = WithoutReading.Contains(fault.Rule) ? null : Reading(fault.Clauses, outline.Office, books),
        };

    // What the office's newest book assumes on the clause, or else what the catalogue remarks on it.
    private static string? Reading(IReadOnlyList<string> clauses, string office, RuleBooks books)
    {
        var entries = books.Books.LastOrDefault(book => book.Book.Office == office)?.Entries ?? [];
        var readings =
            from id in clauses.Distinct(StringComparer.Ordinal)
            let assumed = entries.Where(entry => entry.Clause == id && entry.AssumedBecause is not null).Select(entry => $"{entry.Title}取“{entry.Text}”，{entry.AssumedBecause}").ToList()
            let reading = assumed.Count > 0 ? string.Join('；', assumed) : books.FindClause(id)?.Note
            where reading is not null
            select $"{id}：{reading}";
        return string.Join("；", readings) is { Length: > 0 } text ? text : null;
    }
}
