using LegalAid.Rules.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LegalAid.Store.Backup;

/// <summary>The database a backup is to be put into: empty, or one the program was only started on.</summary>
internal static class RestoreTarget
{
    // What a start of the program puts there by itself.
    private static readonly string[] FirstRows = [DatabaseContents.MigrationTable, "deployment_facts", "holidays", "offices"];

    /// <summary>Takes away the program's own, unused tables; refuses, and touches nothing, when anything else is there.</summary>
    public static async Task<Refusal?> ClearAsync(NpgsqlConnection connection, IModel model, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var tables = await DatabaseContents.TablesAsync(connection, ct);
        if (await WhyNotAsync(connection, tables, model, ct) is { } refusal)
        {
            return refusal;
        }

        foreach (var table in tables)
        {
            await Ask.ScalarAsync<object>(connection, $"""drop table "{table}" cascade""", ct);
        }

        await Ask.ScalarAsync<object>(connection, DropFunctions, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    // The program's own functions; those of an extension stay with it.
    private const string DropFunctions = """
        do $$ declare own regprocedure; begin
          for own in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
            execute 'drop function ' || own || ' cascade';
          end loop;
        end $$;
        """;

    private static async Task<Refusal?> WhyNotAsync(NpgsqlConnection connection, List<string> tables, IModel model, CancellationToken ct)
    {
        var own = model.GetEntityTypes().Select(type => type.GetTableName()).Append(DatabaseContents.MigrationTable);
        if (tables.Except(own, StringComparer.Ordinal).ToList() is { Count: > 0 } foreign)
        {
            return new("foreign-database", $"目标数据库里有不是本程序的表（{string.Join('、', foreign.Take(3))}），没有恢复。请换一个空的数据库。", []);
        }

        var filled = (await DatabaseContents.CountAsync(connection, tables.Except(FirstRows, StringComparer.Ordinal), ct)).Where(table => table.Value > 0).ToList();
        if (filled.Count > 0)
        {
            return new("not-empty", $"目标数据库里已有数据（{string.Join('、', filled.Take(3).Select(table => $"{table.Key} {table.Value} 行"))}等），为免覆盖没有恢复。请换一个空的数据库（环境变量 YUANKU_DATA，或 ConnectionStrings）。", []);
        }

        // A program still running there would go on with the keys and rows it knows.
        var others = await Ask.ScalarAsync<long>(connection, "select count(*) from pg_stat_activity where datname = current_database() and usesysid is not null and pid <> pg_backend_pid()", ct);
        return others == 0 ? null : new("in-use", $"目标数据库正被使用（{others} 个连接）。请先停下程序，再恢复。", []);
    }
}
