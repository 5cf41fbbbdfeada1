namespace LegalAid.Rules.Common;

/// <summary>Either the thing made, or every reason why the regulation said no. Never both, never neither.</summary>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        Value = value;
        Refusals = refusals;
    }

    /// <summary>The thing made; null exactly when there is a refusal.</summary>
    public T? Value { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    public Refusal? Refusal => Refusals.Count > 0 ? Refusals[0] : null;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) =>
        refusals.Count > 0 ? new(null, refusals) : throw new ArgumentException("A refused outcome needs a reason.", nameof(refusals));
}
