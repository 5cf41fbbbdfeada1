using LegalAid.Store.Offices;

namespace LegalAid.Store.Rulebooks;

/// <summary>Reads <c>office.yaml</c>: what a rule-book folder says of its office.</summary>
internal static class OfficeFile
{
    public const string Name = "office.yaml";

    public static OfficeProfile? Read(YamlFile file, ClauseCatalogue catalogue, FaultList faults)
    {
        if (file.Root(faults) is not { } root || new RecordBinder(faults, _ => null).Bind<OfficeProfile>(root) is not { } profile)
        {
            return null;
        }

        if (profile.Code != catalogue.Office)
        {
            faults.Add(null, "code", $"机构代码 {profile.Code} 与本文件夹条款目录的 {catalogue.Office} 不一致");
        }

        return profile;
    }
}
