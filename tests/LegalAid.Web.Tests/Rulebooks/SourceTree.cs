namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>A small repository of sources and tests, written for one test.</summary>
internal sealed class SourceTree : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("yuanku-sources-");

    public string Root => folder.FullName;

    /// <summary>The real repository, found above the built tests.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Writes a file. <c>Mark</c> in its text stands for the clause attribute, so that these texts prove nothing in the real repository.</summary>
    public SourceTree Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Replace("Mark(", "Clause(", StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Above(string path) => File.Exists(Path.Combine(path, "LegalAid.slnx")) ? path : Above(Path.GetDirectoryName(path)!);
}
