using LegalAid.Store.Registry;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Merging;

/// <summary>Nothing that names a member is forgotten when two records become one.</summary>
public sealed class MemberRowsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_column_that_names_a_member_has_a_fate()
    {
        var named = await app.InDbAsync(db => Task.FromResult(
            from type in db.Model.GetEntityTypes()
            from column in type.GetProperties()
            where column.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Membership)) || column.Name == "MembershipId"
            select (type.GetTableName()!, column.GetColumnName())));

        var told = MemberRows.All.Select(column => (column.Table, column.Column)).ToList();
        Assert.Equal(named.Order(), told.Order());
        Assert.True(told.Count > 25);
    }

    [Fact]
    public async Task Every_column_that_names_a_person_or_an_identity_is_one_of_these()
    {
        var named = await app.InDbAsync(db => Task.FromResult(
            from type in db.Model.GetEntityTypes()
            from column in type.GetProperties()
            where column.Name is "PersonId" or "IdentityIndex"
            orderby type.GetTableName()
            select $"{type.GetTableName()}.{column.GetColumnName()}"));

        // What MemberLeftovers moves; the membership's own, the person's own, and what an authority wrote of a party.
        Assert.Equal(
            ["case_parties.identity_index", "corps_members.person_id", "member_ties.identity_index", "memberships.person_id", "official_records.identity_index", "persons.identity_index", "pool_applications.identity_index", "pool_removals.identity_index"],
            named);
    }
}
