using LegalAid.Store.Offices;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegalAid.Store.Rulebooks;

/// <summary>Reads <c>office.yaml</c>: what a rule-book folder says of its office.</summary>
internal static class OfficeFile
{
    public const string Name = "office.yaml";

    public static OfficeProfile? Read(string path, FaultList faults)
    {
        try
        {
            var values = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build()
                .Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? [];
            string[] keys = ["code", "name", "bureau-name", "district", "document-prefix", "address", "phone"];
            foreach (var unknown in values.Keys.Except(keys, StringComparer.Ordinal))
            {
                faults.Add(null, unknown, "不认识的项目");
            }

            foreach (var missing in keys.Where(key => string.IsNullOrWhiteSpace(values.GetValueOrDefault(key))))
            {
                faults.Add(null, missing, "必须填写");
            }

            return faults.Count > 0 ? null
                : new(values["code"], values["name"], values["bureau-name"], values["district"], values["document-prefix"], values["address"], values["phone"]);
        }
        catch (YamlException error)
        {
            faults.Add((int)error.Start.Line, "", "不是正确的 YAML：" + error.Message);
            return null;
        }
    }
}
