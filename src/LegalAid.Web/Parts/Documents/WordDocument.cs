using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LegalAid.Web.Parts.Documents;

/// <summary>An official document as a Word file (DOCX): heading, number, paragraphs, signature. Text only goes in through typed elements, never as markup.</summary>
public sealed class WordDocument
{
    private const string Song = "仿宋";
    private const string Hei = "黑体";
    private const string BodySize = "32";       // half-points: 16 pt, the third size of official documents
    private const string TitleSize = "44";      // 22 pt
    private const string FormSize = "24";       // 12 pt
    private readonly Body body = new();
    private readonly List<WordPicture> pictures = [];

    public WordDocument Title(string text) => Add(text, JustificationValues.Center, Hei, TitleSize, indent: false);

    public WordDocument Number(string text) => Add(text, JustificationValues.Center, Song, BodySize, indent: false);

    /// <summary>Whom it is addressed to; stands at the margin.</summary>
    public WordDocument Addressee(string text) => Add(text, JustificationValues.Left, Song, BodySize, indent: false);

    public WordDocument Paragraph(string text) => Add(text, JustificationValues.Both, Song, BodySize, indent: true);

    /// <summary>Office and day at the right.</summary>
    public WordDocument Signature(string text) => Add(text, JustificationValues.Right, Song, BodySize, indent: false);

    /// <summary>A form: what is asked, and what was answered; lines of an answer stand below each other.</summary>
    public WordDocument Form(IEnumerable<(string Label, string Value)> rows)
    {
        var table = new Table(new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, Borders()), new TableGrid(new GridColumn { Width = "2000" }, new GridColumn { Width = "6800" }));
        foreach (var (label, value) in rows)
        {
            table.Append(new TableRow(Cell("2000", [label]), Cell("6800", value.Split('\n'))));
        }

        body.Append(table);
        return this;
    }

    /// <summary>A picture at the right; one that cannot be read as PNG or JPEG is left out.</summary>
    public WordDocument Picture(byte[] content, string name)
    {
        if (WordPicture.Read(content, name, pictures.Count + 1) is { } picture)
        {
            pictures.Add(picture);
            body.Append(new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Right }), new Run(picture.Draw())));
        }

        return this;
    }

    /// <summary>What follows stands on a new page: another copy.</summary>
    public WordDocument NewPage()
    {
        body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
        return this;
    }

    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 2098, Bottom = 1985, Left = 1588, Right = 1474 }));
            var main = file.AddMainDocumentPart();
            main.Document = new Document(body);
            pictures.ForEach(picture => picture.AddTo(main));
        }

        return stream.ToArray();
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static TableCell Cell(string width, IEnumerable<string> lines) => new([
        new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }),
        .. lines.Select(line => new Paragraph(new Run(new RunProperties(new RunFonts { Ascii = Song, HighAnsi = Song, EastAsia = Song }, new FontSize { Val = FormSize }), new Text(line) { Space = SpaceProcessingModeValues.Preserve }))),
    ]);

    private WordDocument Add(string text, JustificationValues justification, string font, string size, bool indent)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact });
        if (indent)
        {
            properties.Append(new Indentation { FirstLineChars = 200 });
        }

        properties.Append(new Justification { Val = justification });
        var look = new RunProperties(new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font }, new FontSize { Val = size });
        body.Append(new Paragraph(properties, new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve })));
        return this;
    }
}
