using System.Reflection;
using YamlDotNet.RepresentationModel;

namespace LegalAid.Store.Rulebooks;

/// <summary>
/// Builds a parameter record from YAML by the record's own constructor, so that a new section, setting or office needs no code here.
/// Each parameter is a key in kebab case. A record that has both <c>Clause</c> and <c>AssumedBecause</c> is a setting: it also takes
/// <c>title</c>, and <c>assumed: true</c> with a <c>reason</c>. Every fault is gathered; what is faulty comes back as null.
/// </summary>
internal sealed class RecordBinder(FaultList faults, Func<string, string?> whyNotCite)
{
    private readonly List<BookEntry> entries = [];

    public IReadOnlyList<BookEntry> Entries => entries.AsReadOnly();

    public T? Bind<T>(YamlMappingNode root)
        where T : class => (T?)Bind(typeof(T), root, "", Bounds.NotNegative);

    private object? Bind(Type type, YamlNode node, string key, Bounds bounds)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return ScalarReader.Reads(plain) ? BindScalar(plain, node, key, bounds)
            : ListReader.ElementOf(plain) is { } element ? BindList(element, node, key, bounds)
            : BindRecord(plain, node, key, bounds);
    }

    private object? BindScalar(Type type, YamlNode node, string key, Bounds bounds)
    {
        var (value, whyNot) = ScalarReader.Read(type, node, bounds);
        return whyNot is null ? value : Refuse(node, key, whyNot);
    }

    private object? BindList(Type element, YamlNode node, string key, Bounds bounds)
    {
        if (node is not YamlSequenceNode { Children: [_, ..] children })
        {
            return Refuse(node, key, "应为至少一项的清单（每项以“- ”起头）");
        }

        var before = faults.Count;
        var items = children.Select((child, index) => Bind(element, child, $"{key}[{index + 1}]", bounds)).ToList();
        if (faults.Count > before)
        {
            return null;
        }

        foreach (var whyNot in ListReader.Faults(element, items!, bounds))
        {
            Refuse(node, key, whyNot);
        }

        return ListReader.Make(element, items!);
    }

    private object? BindRecord(Type type, YamlNode node, string key, Bounds bounds)
    {
        if (node is not YamlMappingNode mapping)
        {
            return Refuse(node, key, "应为一组“键: 值”");
        }

        var shape = RecordShape.Of(type);
        var before = faults.Count;
        RefuseUnknownKeys(shape, mapping, key);
        var values = shape.Parameters.Select(parameter => BindParameter(shape, parameter, mapping, key, bounds)).ToArray();
        var title = shape.IsSetting ? Required(mapping, key, "title") : null;
        if (faults.Count > before)
        {
            return null;
        }

        var made = shape.Make(values);
        foreach (var whyNot in shape.Faults(made))
        {
            Refuse(node, key, whyNot);
        }

        if (title is not null)
        {
            entries.Add(BookEntry.Of(key, title, made, YamlFile.Line(node.Start)));
        }

        return made;
    }

    private object? BindParameter(RecordShape shape, ParameterInfo parameter, YamlMappingNode mapping, string key, Bounds bounds)
    {
        if (shape.IsSetting && parameter.Name == RecordShape.AssumedBecause)
        {
            return AssumedBecause(mapping, key);
        }

        var name = Naming.Kebab(parameter.Name!);
        var full = key.Length == 0 ? name : $"{key}.{name}";
        if (Child(mapping, name) is not { } node)
        {
            return RecordShape.IsOptional(parameter) ? RecordShape.DefaultOf(parameter) : Refuse(mapping, full, "缺少此项");
        }

        var value = Bind(parameter.ParameterType, node, full, Bounds.Of(parameter, bounds));
        if (value is string id && RecordShape.IsClause(parameter) && whyNotCite(id) is { } whyNot)
        {
            return Refuse(node, full, whyNot);
        }

        return value;
    }

    private string? AssumedBecause(YamlMappingNode mapping, string key)
    {
        var assumed = Child(mapping, "assumed") is { } node && BindScalar(typeof(bool), node, $"{key}.assumed", Bounds.NotNegative) is true;
        var reason = Child(mapping, "reason");
        if (assumed)
        {
            return Required(mapping, key, "reason", "标了 assumed: true 就要写明理由");
        }

        if (reason is not null)
        {
            Refuse(reason, $"{key}.reason", "写了理由却没有标 assumed: true");
        }

        return null;
    }

    private string? Required(YamlMappingNode mapping, string key, string name, string whyNot = "缺少此项") =>
        Child(mapping, name) is { } node
            ? (string?)BindScalar(typeof(string), node, $"{key}.{name}", Bounds.NotNegative)
            : (string?)Refuse(mapping, $"{key}.{name}", whyNot);

    private void RefuseUnknownKeys(RecordShape shape, YamlMappingNode mapping, string key)
    {
        foreach (var child in mapping.Children.Keys)
        {
            var name = (child as YamlScalarNode)?.Value ?? child.ToString();
            if (!shape.Keys.Contains(name, StringComparer.Ordinal))
            {
                Refuse(child, key.Length == 0 ? name : $"{key}.{name}", $"没有这个键，可用：{string.Join("、", shape.Keys)}");
            }
        }
    }

    private static YamlNode? Child(YamlMappingNode mapping, string name) =>
        mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } text } && text == name).Value;

    private object? Refuse(YamlNode node, string key, string whyNot)
    {
        faults.Add(YamlFile.Line(node.Start), key, whyNot);
        return null;
    }
}
