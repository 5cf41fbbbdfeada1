namespace LegalAid.Web.Parts.Documents;

/// <summary>A personal value a paper holds: whole in the Word file, with its middle hidden on the screen.</summary>
public sealed record HiddenValue(string Whole, string Masked);

/// <summary>An official paper as title, number, addressee, paragraphs and signature: the print page and the Word file show the same.</summary>
public sealed record Paper(
    string Title, string Number, string Addressee, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Signature, IReadOnlyList<HiddenValue> Hidden)
{
    /// <summary>The paper as a screen shows it to whoever has not said what for.</summary>
    public Paper Masked() => this with { Paragraphs = [.. Paragraphs.Select(Masked)], Hidden = [] };

    public byte[] ToWord()
    {
        var document = new WordDocument().Title(Title).Number(Number).Addressee(Addressee + "：");
        foreach (var paragraph in Paragraphs)
        {
            document.Paragraph(paragraph);
        }

        foreach (var line in Signature)
        {
            document.Signature(line);
        }

        return document.Save();
    }

    private string Masked(string paragraph) => Hidden.Aggregate(paragraph, (text, value) => text.Replace(value.Whole, value.Masked, StringComparison.Ordinal));
}
