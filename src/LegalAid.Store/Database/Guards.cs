using System.Text;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LegalAid.Store.Database;

/// <summary>
/// The guards every table gets from what its entity is, so that a new table cannot be forgotten:
/// row-level security where it is office-owned, no change where it is append-only, and just the rights the program needs.
/// </summary>
internal static class Guards
{
    /// <summary>The program's own role.</summary>
    public const string AppRole = "yuanku_app";

    /// <summary>The trigger function of what is append-only.</summary>
    public const string ChangeRefusal = "refuse_change";

    /// <summary>The rows of the offices one may see, as every connection tells them.</summary>
    public const string OwnOffices = "office_id = any(array(select unnest(string_to_array(current_setting('app.offices', true), ','))::uuid))";

    public static string Sql(IModel model)
    {
        var sql = new StringBuilder($"""
            create or replace function {ChangeRefusal}() returns trigger language plpgsql as $$
            begin
              raise exception 'rows of % are never changed', tg_table_name using errcode = '23001';
            end $$;
            """).AppendLine();
        foreach (var type in model.GetEntityTypes())
        {
            var table = type.GetTableName();
            var appendOnly = typeof(IAppendOnly).IsAssignableFrom(type.ClrType);
            sql.AppendLine($"grant select, insert{(appendOnly ? "" : ", update")}{(IsIdentity(type) ? ", delete" : "")} on {table} to {AppRole};");
            if (typeof(IOfficeOwned).IsAssignableFrom(type.ClrType))
            {
                sql.AppendLine(OnlyOnce($"pg_policies where tablename = '{table}' and policyname = 'own_offices'", $"""
                    alter table {table} enable row level security;
                    create policy own_offices on {table} using ({OwnOffices}) with check ({OwnOffices});
                    """));
            }

            if (appendOnly)
            {
                sql.AppendLine(OnlyOnce($"pg_trigger where tgrelid = '{table}'::regclass and tgname = 'append_only'", $"""
                    create trigger append_only before update or delete on {table} for each row execute function refuse_change();
                    create trigger append_only_truncate before truncate on {table} for each statement execute function refuse_change();
                    """));
                sql.AppendLine(NoPartitionTruncated(table!));
            }
        }

        return sql.Replace("{", "{{").Replace("}", "}}").ToString();     // ExecuteSqlRaw reads braces as parameters
    }

    // Accounts' claims, logins and tokens are Identity's to delete; an account itself stays.
    private static bool IsIdentity(IEntityType type) =>
        type.ClrType != typeof(Officer) && type.ClrType.Namespace == "Microsoft.AspNetCore.Identity";

    // Row triggers reach the partitions by themselves; a statement trigger such as truncate's does not.
    private static string NoPartitionTruncated(string table) => $"""
        do $$ declare part regclass; begin
          for part in select inhrelid::regclass from pg_inherits where inhparent = '{table}'::regclass
            and not exists (select from pg_trigger where tgrelid = inhrelid and tgname = 'append_only_truncate') loop
            execute format('create trigger append_only_truncate before truncate on %s for each statement execute function refuse_change()', part);
          end loop;
        end $$;
        """;

    private static string OnlyOnce(string exists, string statements) => $"""
        do $$ begin if not exists (select from {exists}) then
        {statements}
        end if; end $$;
        """;
}
