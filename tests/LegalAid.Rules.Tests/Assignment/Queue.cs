using LegalAid.Rules.Assignment;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>A queue in letters: <c>"A3 B C"</c> is three places in this published order, the first with weight three.</summary>
internal sealed class Queue
{
    public Queue(string places) =>
        State = new QueueState(0, [.. places.Split(' ').Select((p, i) => new RotationPlace(IdOf(p[0]), 0, p.Length > 1 ? int.Parse(p[1..]) : 1, i + 1, 0, IsAble: true))]);

    public QueueState State { get; private set; }

    public RotationTurn? Last { get; private set; }

    public static Guid IdOf(char letter) => new(letter, 0, 0, new byte[8]);

    public RotationPlace this[char letter] => State.Places.Single(p => p.Id == IdOf(letter));

    /// <summary>Takes as many turns; those in <paramref name="away"/> cannot take any. Answers who took them: <c>"ABC"</c>.</summary>
    public string Take(int turns, string away = "", long worth = Rotation.OneCase) =>
        string.Concat(Enumerable.Range(0, turns).Select(_ => Apply(Rotation.Take(Without(away), worth))));

    public char Charge(char letter, string away = "", long worth = Rotation.OneCase) => Apply(Rotation.Charge(Without(away), worth, IdOf(letter)));

    public void Reverse(RotationTurn turn) => Apply(Rotation.Reverse(State, turn));

    public void Join(char letter, int weight = 1) =>
        State = State with { Places = [.. State.Places, Rotation.Newcomer(State, IdOf(letter), State.Places.Max(p => p.DrawnOrder) + 1, weight)] };

    public void Shuffle(Random random) => State = State with { Places = [.. State.Places.OrderBy(_ => random.Next())] };

    private QueueState Without(string away) =>
        State with { Places = [.. State.Places.Select(p => p with { IsAble = !away.Any(letter => IdOf(letter) == p.Id) })] };

    private char Apply(RotationTurn turn)
    {
        Last = turn;
        State = Rotation.After(State, turn);
        return (char)BitConverter.ToInt32(turn.TakerId.ToByteArray());
    }
}
