using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>A copy of the shipped rule books that a test may spoil.</summary>
public sealed class BookFolder : IDisposable
{
    public const string Beibei = "beibei/2023-04-10.yaml";
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "rulebooks");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("yuanku-books-");

    public BookFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Changes one text of a file; the text must be there.</summary>
    public BookFolder Replace(string file, string text, string by)
    {
        var path = Path.Combine(folder.FullName, file);
        var before = File.ReadAllText(path);
        if (!before.Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{file} does not say {text}");
        }

        File.WriteAllText(path, before.Replace(text, by, StringComparison.Ordinal));
        return this;
    }

    public BookFolder Copy(string file, string to)
    {
        File.Copy(Path.Combine(folder.FullName, file), Path.Combine(folder.FullName, to));
        return this;
    }

    public BookFolder Delete(string file)
    {
        File.Delete(Path.Combine(folder.FullName, file));
        return this;
    }

    public RuleBooks Load() => RuleBooks.Load(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
