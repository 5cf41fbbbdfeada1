namespace LegalAid.Store.Rulebooks;

/// <summary>Reads a clause catalogue and refuses what cannot stand in one.</summary>
internal static class CatalogueFile
{
    public const string Name = "clauses.yaml";

    public static ClauseCatalogue? Read(YamlFile file, FaultList faults)
    {
        if (file.Root(faults) is not { } root || new RecordBinder(faults, _ => null).Bind<ClauseCatalogue>(root) is not { } catalogue)
        {
            return null;
        }

        foreach (var clause in catalogue.Clauses)
        {
            foreach (var whyNot in Faults(clause, catalogue))
            {
                faults.Add(LineOf(file, clause.Id), clause.Id, whyNot);
            }
        }

        foreach (var twice in catalogue.Clauses.GroupBy(c => c.Id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            faults.Add(LineOf(file, twice.Key), twice.Key, "条款编号重复");
        }

        return catalogue with { File = file.Name, Clauses = Array.AsReadOnly([.. catalogue.Clauses.Select(c => c with { Source = SourceOf(c, catalogue) })]) };
    }

    private static IEnumerable<string> Faults(Clause clause, ClauseCatalogue catalogue)
    {
        if (SourceOf(clause, catalogue) is null)
        {
            yield return $"编号须以 {string.Join("、", catalogue.Sources.Select(s => s.Prefix + "-"))} 之一起头";
        }

        if (clause.Kind == ClauseKind.Outside && clause.Reason is null)
        {
            yield return "标为 outside（系统外）就要写明理由 reason";
        }

        if (clause.Kind != ClauseKind.Outside && clause.Reason is not null)
        {
            yield return "只有 outside（系统外）的条款才写 reason，其他说明写在 note";
        }

        if (clause.State is not (null or ClauseState.Open))
        {
            yield return "state 只能写 open（待建）；已建由测试证明，系统外由 kind 说明";
        }
    }

    private static ClauseSource? SourceOf(Clause clause, ClauseCatalogue catalogue) =>
        catalogue.Sources.FirstOrDefault(s => clause.Id.StartsWith(s.Prefix + "-", StringComparison.Ordinal));

    private static int? LineOf(YamlFile file, string id)
    {
        var line = Array.FindIndex(file.Text.Split('\n'), text => text.TrimEnd().EndsWith($"id: {id}", StringComparison.Ordinal));
        return line < 0 ? null : line + 1;
    }
}
