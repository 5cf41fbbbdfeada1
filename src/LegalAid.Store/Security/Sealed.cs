namespace LegalAid.Store.Security;

/// <summary>A personal value encrypted at field level. Readable only through <see cref="FieldCipher"/>; its text form never shows content.</summary>
public sealed record Sealed(byte[] Bytes)
{
    public override string ToString() => "（已加密）";
}
