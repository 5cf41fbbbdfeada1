using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LegalAid.Store.Rulebooks;

/// <summary>One YAML file of the rule-book folder: its place below the folder, its text and the fingerprint of that text.</summary>
internal sealed record YamlFile(string Name, string Text)
{
    public string FileName => Path.GetFileNameWithoutExtension(Name);

    // Line ends and a byte-order mark do not change what a book says, so they do not change its version.
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.TrimStart('\uFEFF').ReplaceLineEndings("\n"))))[..12];

    public static YamlFile Read(string folder, string path) =>
        new(Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(path));

    /// <summary>The file's one mapping, or null after a fault.</summary>
    public YamlMappingNode? Root(FaultList faults)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(Text));
        }
        catch (YamlException broken)
        {
            faults.Add(Line(broken.Start), "", $"YAML 语法错误：{broken.Message}");
            return null;
        }

        if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return root;
        }

        faults.Add(null, "", "一个文件须是且只是一组“键: 值”");
        return null;
    }

    public static int Line(Mark mark) => (int)mark.Line;
}
