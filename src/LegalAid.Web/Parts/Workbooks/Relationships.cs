using System.Xml;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>One arrow from a part of the package to another. Arrows that leave the package are not followed.</summary>
internal sealed record Relationship(string Id, string Type, string Target);

internal static class Relationships
{
    /// <summary>The arrows that start at a part; "" is the package itself.</summary>
    public static List<Relationship> Read(BoundedArchive archive, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var arrows = new List<Relationship>();
        using var xml = archive.OpenXml($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External")
            {
                arrows.Add(new(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
            }
        }

        return [.. arrows.DistinctBy(arrow => arrow.Id, StringComparer.Ordinal)];
    }

    /// <summary>The r:id of an element, in the transitional and in the strict namespace.</summary>
    public static string IdOf(XmlReader element)
    {
        var id = "";
        while (element.MoveToNextAttribute())
        {
            if (element.LocalName == "id" && element.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                id = element.Value;
            }
        }

        element.MoveToElement();
        return id;
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
