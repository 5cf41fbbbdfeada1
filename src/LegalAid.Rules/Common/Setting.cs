namespace LegalAid.Rules.Common;

/// <summary>
/// One number or switch of a rule book with the clause it comes from.
/// Where the text is silent, <paramref name="AssumedBecause"/> says why this value was taken; an office may change it.
/// </summary>
public sealed record Setting<T>(T Value, string Clause, string? AssumedBecause = null)
{
    public bool IsAssumed => AssumedBecause is not null;
}
