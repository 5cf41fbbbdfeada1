namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>Reads <c>outline.yaml</c> and refuses what describes no text of its folder.</summary>
internal static class OutlineFile
{
    public const string Name = "outline.yaml";

    public static Outline? Read(YamlFile file, ClauseCatalogue catalogue, Func<string, string?> whyNotCite, FaultList faults)
    {
        if (file.Root(faults) is not { } root || new RecordBinder(faults, whyNotCite).Bind<Outline>(root) is not { } outline)
        {
            return null;
        }

        if (catalogue.Sources.All(source => source.Prefix != outline.Text))
        {
            faults.Add(null, "text", $"条款目录里没有 {outline.Text} 这份文件，可用：{string.Join('、', catalogue.Sources.Select(source => source.Prefix))}");
        }

        foreach (var mark in outline.Sequences.SelectMany(sequence => sequence.Marks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(mark => PrintedMark.TryRead(mark) is null))
        {
            faults.Add(null, "sequences", $"“{mark}”不是编号");
        }

        foreach (var figure in outline.Figures.Where(figure => figure.Clause is null == figure.Source is null))
        {
            faults.Add(null, "figures", $"“{figure.Thing}”须写 clause 或 source 之一");
        }

        foreach (var whyNot in outline.Words.SelectMany(word => word.Clauses.Split(' ')).Select(whyNotCite).OfType<string>())
        {
            faults.Add(null, "words", whyNot);
        }

        return outline with { Office = catalogue.Office, File = file.Name };
    }
}
