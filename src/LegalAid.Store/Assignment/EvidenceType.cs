namespace LegalAid.Store.Assignment;

/// <summary>What a file of evidence really is, whatever its name says.</summary>
public enum EvidenceType
{
    Pdf = 1,
    Jpeg,
    Png,
}

/// <summary>Tells a file's type by its first bytes.</summary>
public static class EvidenceTypes
{
    public const int LargestMegabytes = 5;

    private static readonly (EvidenceType Type, byte[] Start)[] Starts =
    [
        (EvidenceType.Pdf, [0x25, 0x50, 0x44, 0x46, 0x2D]),
        (EvidenceType.Jpeg, [0xFF, 0xD8, 0xFF]),
        (EvidenceType.Png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ];

    /// <summary>Null where it is none of the three.</summary>
    public static EvidenceType? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (type, start) in Starts)
        {
            if (content.StartsWith(start))
            {
                return type;
            }
        }

        return null;
    }

    public static string MediaType(this EvidenceType type) => type switch
    {
        EvidenceType.Pdf => "application/pdf",
        EvidenceType.Jpeg => "image/jpeg",
        EvidenceType.Png => "image/png",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type."),
    };

    public static string Extension(this EvidenceType type) => type switch
    {
        EvidenceType.Pdf => "pdf",
        EvidenceType.Jpeg => "jpg",
        EvidenceType.Png => "png",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type."),
    };
}
