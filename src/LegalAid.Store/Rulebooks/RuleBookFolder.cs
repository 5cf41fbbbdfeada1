using LegalAid.Store.Offices;
using LegalAid.Store.Rulebooks.Outlines;

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
    private readonly List<Outline> outlines = [];
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
            ReadOutline(name, catalogue!);
        }

        faults.AddRange(BookOrder.Faults(catalogues, nationalBooks, books));
        return faults.Count > 0 ? throw new RuleBookFaultsException(faults) : new(catalogues, nationalBooks, books) { Offices = offices.AsReadOnly(), Outlines = outlines.AsReadOnly() };
    }

    private ClauseCatalogue? ReadCatalogue(string office)
    {
        var path = Path.Combine(office, CatalogueFile.Name);
        if (!File.Exists(path))
        {
            faults.Add(new($"{Path.GetFileName(office)}/{CatalogueFile.Name}", null, "", "缺少条款目录"));
            return null;
        }

        var catalogue = Read(path, CatalogueFile.Read);
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
            if (Path.GetFileName(path) is CatalogueFile.Name or OfficeFile.Name or OutlineFile.Name or "README.md")
            {
                continue;
            }

            switch (Read(path, (file, list) => BookFile.Read(file, name == National, catalogue, id => WhyNotCite(id, catalogue), list)))
            {
                case NationalRuleBook law:
                    nationalBooks.Add(law);
                    break;
                case RuleBook book:
                    books.Add(book);
                    break;
            }
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

        if (Read(path, (file, list) => OfficeFile.Read(file, catalogue, list)) is { } profile)
        {
            offices.Add(profile);
        }
    }

    // A text may do without an outline; then nothing is found wrong with it.
    private void ReadOutline(string name, ClauseCatalogue catalogue)
    {
        var path = Path.Combine(folder, name, OutlineFile.Name);
        if (File.Exists(path) && Read(path, (file, list) => OutlineFile.Read(file, catalogue, id => WhyNotCite(id, catalogue), list)) is { } outline)
        {
            outlines.Add(outline);
        }
    }

    private T? Read<T>(string path, Func<YamlFile, FaultList, T?> read)
        where T : class
    {
        var file = YamlFile.Read(folder, path);
        var list = new FaultList(file.Name);
        var made = read(file, list);
        faults.AddRange(list.All);
        return made;
    }

    private string? WhyNotCite(string id, ClauseCatalogue own)
    {
        var citable = catalogues.Where(c => c == own || c.File.StartsWith(National + "/", StringComparison.Ordinal));
        return citable.Any(c => c.Clauses.Any(clause => clause.Id == id)) ? null
            : $"条款目录（{own.File}、{National}/{CatalogueFile.Name}）里没有 {id}";
    }
}
