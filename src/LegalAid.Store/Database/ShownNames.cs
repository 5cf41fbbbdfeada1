using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Database;

/// <summary>
/// The column shown_name of the roster: the name an office's pages give a member, in pinyin order, kept by the database so that a roster of any size is sorted
/// by an index of its own. The roster's own name, otherwise the person's, whoever corrects it.
/// </summary>
public static class ShownNames
{
    public const string Column = "ShownName";

    public const string PinyinOrder = "zh-x-icu";

    internal static string Sql => $"""
        create or replace function take_shown_name() returns trigger language plpgsql as $$
        begin
          new.shown_name := coalesce(new.roster_name, (select name from persons where id = new.person_id));
          return new;
        end $$;
        create or replace trigger shown_name before insert or update of roster_name, person_id on memberships for each row execute function take_shown_name();
        create or replace function pass_on_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update memberships set shown_name = new.name where person_id = new.id and roster_name is null;
          return null;
        end $$;
        create or replace trigger shown_name after update of name on persons for each row when (new.name is distinct from old.name) execute function pass_on_name();
        """;

    internal static void HasShownName(this EntityTypeBuilder<Membership> membership)
    {
        var column = membership.Property<string>(Column).HasMaxLength(60).IsRequired().UseCollation(PinyinOrder).HasDefaultValue("").ValueGeneratedOnAddOrUpdate().Metadata;
        column.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        column.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        membership.HasIndex(Column, nameof(Membership.Id));
    }
}
