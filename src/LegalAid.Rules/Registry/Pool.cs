namespace LegalAid.Rules.Registry;

/// <summary>Which list of the office's pool (库别): an office that does not tell them apart keeps everybody in both.</summary>
[Flags]
public enum Pools
{
    None = 0,

    /// <summary>值班库</summary>
    Duty = 1,

    /// <summary>办案库</summary>
    Cases = 2,
}
