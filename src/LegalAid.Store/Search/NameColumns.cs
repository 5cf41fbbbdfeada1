using LegalAid.Rules.Assignment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Search;

/// <summary>
/// Columns the conflict check finds names by: their shape, which the database works out from the name itself, and their sound, which
/// <see cref="SearchFiller"/> fills. No properties of the entity, because no use case may set them.
/// </summary>
internal static class NameColumns
{
    private const string Shape = "Shape";
    private const string Sound = "Sound";

    public static string ShapeOf(string name) => name + Shape;

    public static string SoundOf(string name) => name + Sound;

    private static void HasNameShape<T>(this EntityTypeBuilder<T> entity, string name)
        where T : class
    {
        var column = string.Concat(name.Select((c, place) => char.IsUpper(c) && place > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant();
        entity.Property<string>(ShapeOf(name)).HasComputedColumnSql($"translate({column}, '{ConflictNames.From.Replace("'", "''", StringComparison.Ordinal)}', '{ConflictNames.To}')", stored: true);
        entity.HasIndex(ShapeOf(name));
    }

    /// <summary>The shape, and the sound beside it.</summary>
    public static void HasNameColumns<T>(this EntityTypeBuilder<T> entity, string name)
        where T : class
    {
        entity.HasNameShape(name);
        entity.Property<string?>(SoundOf(name));
        entity.HasIndex(SoundOf(name));
    }

    /// <summary>Fills the sounds of a row; of a row without names nothing.</summary>
    public static void Fill(EntityEntry entry)
    {
        foreach (var sound in entry.Metadata.GetProperties().Where(property => property.IsShadowProperty() && property.Name.EndsWith(Sound, StringComparison.Ordinal)))
        {
            entry.Property(sound.Name).CurrentValue = entry.Property(sound.Name[..^Sound.Length]).CurrentValue is string name ? ConflictNames.Sound(name, BuiltInReadings.Table) ?? "" : null;
        }
    }
}
