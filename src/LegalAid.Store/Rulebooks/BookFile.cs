using System.Globalization;

namespace LegalAid.Store.Rulebooks;

/// <summary>Reads a dated rule book and checks that its cover fits its place.</summary>
internal static class BookFile
{
    public static IBook? Read(YamlFile file, bool national, ClauseCatalogue catalogue, Func<string, string?> whyNotCite, FaultList list)
    {
        if (Path.GetExtension(file.Name) != ".yaml")
        {
            list.Add(null, "", "规则本文件夹里只放“年-月-日.yaml”、clauses.yaml、office.yaml、outline.yaml 和 README.md");
            return null;
        }

        if (file.Root(list) is not { } root)
        {
            return null;
        }

        var binder = new RecordBinder(list, whyNotCite);
        switch (national ? (IBook?)binder.Bind<NationalRuleBook>(root) : binder.Bind<RuleBook>(root))
        {
            case NationalRuleBook law:
                CheckHeader(law.Book, file, catalogue, list);
                return law with { File = file.Name, Entries = binder.Entries, Version = VersionOf(law.Book, file) };
            case RuleBook book:
                CheckHeader(book.Book, file, catalogue, list);
                return book with { File = file.Name, Entries = binder.Entries, Version = VersionOf(book.Book, file) };
            default:
                return null;
        }
    }

    // A book with a wrong cover still takes part in the checks across books.
    private static void CheckHeader(BookHeader header, YamlFile file, ClauseCatalogue catalogue, FaultList list)
    {
        if (header.InForceFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) != file.FileName)
        {
            list.Add(null, "book.in-force-from", $"文件名写 {file.FileName}，里面写自 {header.InForceFrom:yyyy-MM-dd} 起施行，两者须一致");
        }

        if (header.Office != catalogue.Office)
        {
            list.Add(null, "book.office", $"机构代码 {header.Office} 与本文件夹条款目录的 {catalogue.Office} 不一致");
        }
    }

    private static string VersionOf(BookHeader header, YamlFile file) => $"{header.Office}-{header.InForceFrom:yyyy-MM-dd}-{file.Fingerprint}";
}
