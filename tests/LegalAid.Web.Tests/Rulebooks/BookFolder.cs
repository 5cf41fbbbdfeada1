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

    /// <summary>Puts another office of the given code beside 北碚, with 北碚's own texts.</summary>
    public BookFolder AddOffice(string name, string code)
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, name));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.FullName, "beibei")))
        {
            var text = File.ReadAllText(file).Replace("BB-", code + "-", StringComparison.Ordinal).Replace(": BB\n", $": {code}\n", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.FullName, name, Path.GetFileName(file)), text);
        }

        return this;
    }

    public IReadOnlyList<RuleBookFault> Faults() => Xunit.Assert.Throws<RuleBookFaultsException>(Load).Faults;

    public string FullName => folder.FullName;

    public RuleBooks Load() => RuleBooks.Load(folder.FullName);

    public void Dispose()
    {
        if (Directory.Exists(folder.FullName))
        {
            folder.Delete(recursive: true);
        }
    }
}
