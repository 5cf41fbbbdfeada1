namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>What a client did.</summary>
internal enum Deed
{
    Assign = 1,
    Approve,
    Reject,
    Withdraw,
    Revoke,
    RevokeAndKeepTurn,
    Suspend,
    Resume,
    Leave,
    Return,
}

/// <summary>One operation that had an effect, as its client saw it: when it was called and when it returned, on one count for all clients.</summary>
/// <param name="Subject">The case of an assignment, the assignment that was decided or taken back, or who went away or came back.</param>
/// <param name="Made">The assignment that came of it.</param>
internal sealed record Operation(Deed Deed, Guid Subject, long Called, long Returned, Guid? Made = null)
{
    public bool TakesBack => Deed is Deed.Reject or Deed.Withdraw or Deed.Revoke;

    public bool Ends => TakesBack || Deed == Deed.RevokeAndKeepTurn;
}

/// <summary>One line of the ledger as it stands in the database.</summary>
internal sealed record LedgerLine(Guid PlaceId, long Turn, Guid AssignmentId, long Share, long Paid, long After, bool IsReversal);

/// <summary>An assignment as it stands, with the queue its decision was made from.</summary>
internal sealed record MadeAssignment(Guid Id, Guid CaseId, Guid TakerId, bool IsLive, long SeenTurn, IReadOnlyDictionary<Guid, long> SeenBalances);

/// <summary>What many clients did to one queue, and what the database says came of it.</summary>
internal sealed record History(IReadOnlyList<Operation> Operations, IReadOnlyList<LedgerLine> Ledger, IReadOnlyDictionary<Guid, long> Balances, IReadOnlyList<MadeAssignment> Assignments);
