using System.Buffers.Binary;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Dml = DocumentFormat.OpenXml.Drawing;
using Frame = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace LegalAid.Web.Parts.Documents;

/// <summary>A photo in a Word file, as wide as a one-inch photo (25 mm) and as high as its own proportions make it.</summary>
internal sealed record WordPicture(byte[] Content, string Name, int Number, bool IsPng, long Height)
{
    private const long Width = 900_000;         // 25 mm in EMU, 36,000 to the millimetre
    private const long Highest = 1_800_000;

    private string RelationshipId => $"picture{Number}";

    /// <returns>Null when it is no PNG and no JPEG that tells its size.</returns>
    public static WordPicture? Read(byte[] content, string name, int number)
    {
        var isPng = content.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]);
        return (isPng ? OfPng(content) : OfJpeg(content)) is var (width, height) && width > 0 && height > 0
            ? new(content, name, number, isPng, Math.Min(Highest, Width * height / width))
            : null;
    }

    public void AddTo(MainDocumentPart main)
    {
        using var stream = new MemoryStream(Content);
        main.AddImagePart(IsPng ? ImagePartType.Png : ImagePartType.Jpeg, RelationshipId).FeedData(stream);
    }

    public Drawing Draw() => new(new Frame.Inline(
        new Frame.Extent { Cx = Width, Cy = Height },
        new Frame.DocProperties { Id = (uint)Number, Name = Name, Description = Name },
        new Dml.Graphic(new Dml.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = (uint)Number, Name = Name }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new Dml.Blip { Embed = RelationshipId }, new Dml.Stretch(new Dml.FillRectangle())),
            new Pic.ShapeProperties(
                new Dml.Transform2D(new Dml.Offset { X = 0, Y = 0 }, new Dml.Extents { Cx = Width, Cy = Height }),
                new Dml.PresetGeometry(new Dml.AdjustValueList()) { Preset = Dml.ShapeTypeValues.Rectangle })))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });

    private static (int Width, int Height)? OfPng(byte[] content) =>
        content.Length < 24 ? null : (BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(20)));

    // From segment to segment until the frame header (SOF), which holds height and width.
    private static (int Width, int Height)? OfJpeg(byte[] content)
    {
        for (var at = 2; at + 9 < content.Length && content[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2)))
        {
            if (content[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 5)));
            }
        }

        return null;
    }
}
