using System.Text.RegularExpressions;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LegalAid.Store.Database;

/// <summary>What holds for every table: snake_case names, and PostgreSQL's row version on every row that may change.</summary>
internal static partial class Conventions
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            RenameInSnakeCase(type);
            if (typeof(IOfficeOwned).IsAssignableFrom(type.ClrType) && !typeof(IAppendOnly).IsAssignableFrom(type.ClrType))
            {
                builder.Entity(type.ClrType).Property<uint>("Version").IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            }
        }
    }

    private static void RenameInSnakeCase(IMutableEntityType type)
    {
        type.SetTableName(Snake(type.GetTableName()!.Replace("AspNetUser", "Officer", StringComparison.Ordinal)));
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(Snake(property.Name));
        }

        foreach (var key in type.GetKeys())
        {
            key.SetName(Snake(key.GetName()!));
        }

        foreach (var foreignKey in type.GetForeignKeys())
        {
            foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()!));
        }

        foreach (var index in type.GetIndexes())
        {
            index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}

/// <summary>A sealed value is stored as its bytes.</summary>
internal sealed class SealedConverter() : ValueConverter<Sealed, byte[]>(value => value.Bytes, bytes => new Sealed(bytes));
