using System.Globalization;
using LegalAid.Store.Offices;

namespace LegalAid.Store.Rulebooks;

/// <summary>
/// Reads a folder of rule books: <c>national</c> and one folder per office, each with its clause catalogue and its dated books.
/// Reads everything before it gives up, so that one look shows all faults.
/// </summary>
internal sealed class RuleBookFolder(string folder)
{
    public const string National = "national";

    private readonly List<RuleBookFault> faults = [];
    private readonly List<ClauseCatalogue> catalogues = [];
    private readonly List<RuleBook> books = [];
    private readonly List<OfficeProfile> offices = [];
    private readonly List<NationalRuleBook> nationalBooks = [];

    public RuleBooks Load()
    {
        if (!Directory.Exists(folder))
        {
            faults.Add(new(folder, null, "", "规则本文件夹不存在"));
            throw new RuleBookFaultsException(faults);
        }

        var folders = Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetFileName(path)!, ReadCatalogue, StringComparer.Ordinal);
        if (!folders.ContainsKey(National))
        {
            faults.Add(new(National, null, "", "缺少全国本文件夹，没有上位法就无从校验各机构的规则本"));
        }

        foreach (var (name, catalogue) in folders.Where(pair => pair.Value is not null))
        {
            ReadBooks(name, catalogue!);
            ReadOffice(name, catalogue!);
        }

        faults.AddRange(BookOrder.Faults(catalogues, nationalBooks, books));
        return faults.Count > 0 ? throw new RuleBookFaultsException(faults) : new(catalogues, nationalBooks, books) { Offices = offices.AsReadOnly() };
    }

    private ClauseCatalogue? ReadCatalogue(string office)
    {
        var path = Path.Combine(office, CatalogueFile.Name);
        if (!File.Exists(path))
        {
            faults.Add(new($"{Path.GetFileName(office)}/{CatalogueFile.Name}", null, "", "缺少条款目录"));
            return null;
        }

        var file = YamlFile.Read(folder, path);
        var list = new FaultList(file.Name);
        var catalogue = CatalogueFile.Read(file, list);
        faults.AddRange(list.All);
        if (catalogue is not null)
        {
            catalogues.Add(catalogue);
        }

        return catalogue;
    }

    private void ReadBooks(string name, ClauseCatalogue catalogue)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(folder, name)).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) is CatalogueFile.Name or OfficeFile.Name or "README.md")
            {
                continue;
            }

            var file = YamlFile.Read(folder, path);
            var list = new FaultList(file.Name);
            ReadBook(file, name == National, catalogue, list);
            faults.AddRange(list.All);
        }
    }

    private void ReadOffice(string name, ClauseCatalogue catalogue)
    {
        if (name == National)
        {
            return;
        }

        var path = Path.Combine(folder, name, OfficeFile.Name);
        if (!File.Exists(path))
        {
            faults.Add(new($"{name}/{OfficeFile.Name}", null, "", "缺少机构概况，新部署不知道机构的名称和文号字头"));
            return;
        }

        var file = YamlFile.Read(folder, path);
        var list = new FaultList(file.Name);
        if (OfficeFile.Read(file, catalogue, list) is { } profile)
        {
            offices.Add(profile);
        }

        faults.AddRange(list.All);
    }

    private void ReadBook(YamlFile file, bool national, ClauseCatalogue catalogue, FaultList list)
    {
        if (Path.GetExtension(file.Name) != ".yaml")
        {
            list.Add(null, "", "规则本文件夹里只放“年-月-日.yaml”、clauses.yaml 和 README.md");
            return;
        }

        if (file.Root(list) is not { } root)
        {
            return;
        }

        var binder = new RecordBinder(list, id => WhyNotCite(id, catalogue));
        switch (national ? (IBook?)binder.Bind<NationalRuleBook>(root) : binder.Bind<RuleBook>(root))
        {
            case NationalRuleBook law:
                CheckHeader(law.Book, file, catalogue, list);
                nationalBooks.Add(law with { File = file.Name, Entries = binder.Entries, Version = VersionOf(law.Book, file) });
                break;
            case RuleBook book:
                CheckHeader(book.Book, file, catalogue, list);
                books.Add(book with { File = file.Name, Entries = binder.Entries, Version = VersionOf(book.Book, file) });
                break;
        }
    }

    private string? WhyNotCite(string id, ClauseCatalogue own)
    {
        var citable = catalogues.Where(c => c == own || c.File.StartsWith(National + "/", StringComparison.Ordinal));
        return citable.Any(c => c.Clauses.Any(clause => clause.Id == id)) ? null
            : $"条款目录（{own.File}、{National}/{CatalogueFile.Name}）里没有 {id}";
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
