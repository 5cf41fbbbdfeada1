namespace LegalAid.Web.Access;

/// <summary>
/// A page whose posts only read: a search, because a name does not belong into an address, or the list as a workbook. Such a post needs no key,
/// and it sees as far down the tree of offices as the page does.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsByPostAttribute : WithoutRequestKeyAttribute;
