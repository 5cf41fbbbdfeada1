using LegalAid.Rules.Search;

namespace LegalAid.Store.Search;

/// <summary>How characters are read, from the table the build makes of the npm package pinyin-pro. Read once, when first needed.</summary>
public static class BuiltInReadings
{
    private static readonly Lazy<Readings> Loaded = new(() => Readings.Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "readings.txt"))));

    public static Readings Table => Loaded.Value;
}
