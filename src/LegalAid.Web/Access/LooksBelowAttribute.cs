namespace LegalAid.Web.Access;

/// <summary>
/// A page that only shows, and on which an officer of a prefecture or city sees the offices below the own one too. Every other page, and every write,
/// stays at home: looking reaches down the tree of offices, acting does not.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LooksBelowAttribute : Attribute;
