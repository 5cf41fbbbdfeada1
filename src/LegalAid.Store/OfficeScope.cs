namespace LegalAid.Store;

/// <summary>
/// Whose rows this unit of work may see: the set of offices of the signed-in officer. Empty until somebody says otherwise, so a forgotten scope sees nothing.
/// Both guards read it: EF's query filters and, through a setting on the connection, PostgreSQL's row-level security.
/// </summary>
public sealed class OfficeScope
{
    public IReadOnlyList<Guid> OfficeIds { get; private set; } = [];

    public void Allow(params Guid[] officeIds) => OfficeIds = officeIds;

    internal string Setting => string.Join(',', OfficeIds);
}
