using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LegalAid.Rules.Common;
using LegalAid.Store.Assignment;

namespace LegalAid.Web.Features.Joining;

/// <summary>
/// Looks into a paper beyond its first bytes: a PDF that names a script, an action on opening, a program or a file within it is not taken, nor one that breaks off, nor a picture without its end.
/// What a compressed object stream holds is not seen.
/// </summary>
internal static partial class PaperContent
{
    private const int TailOfPdf = 1024;

    public static Refusal? WhyNot(EvidenceType type, byte[] file) => type switch
    {
        EvidenceType.Pdf when file.AsSpan(Math.Max(0, file.Length - TailOfPdf)).LastIndexOf("%%EOF"u8) < 0 => Broken,
        EvidenceType.Pdf when Active().IsMatch(Names(file)) => new("paper-active", "这个 PDF 带有脚本、自动动作或者内嵌文件，不能接收。请重新扫描，或者打印成普通的 PDF 再传。", []),
        EvidenceType.Jpeg when file.AsSpan().LastIndexOf<byte>([0xFF, 0xD9]) < 0 => Broken,
        EvidenceType.Png when file.AsSpan().LastIndexOf("IEND"u8) < 0 => Broken,
        _ => null,
    };

    private static Refusal Broken => new("paper-broken", "文件不完整，请重新上传。", []);

    // Without the streams, whose bytes mean nothing, and with names as they are meant: #4A is J.
    private static string Names(byte[] file) =>
        Escaped().Replace(Streams().Replace(Encoding.Latin1.GetString(file), " "), code => ((char)int.Parse(code.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"/(JavaScript|JS|OpenAction|Launch|EmbeddedFiles?)(?![A-Za-z0-9])", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Active();

    [GeneratedRegex(@"stream\r?\n.*?endstream", RegexOptions.Singleline, 5000)]
    private static partial Regex Streams();

    [GeneratedRegex("#[0-9A-Fa-f]{2}", RegexOptions.None, 2000)]
    private static partial Regex Escaped();
}
